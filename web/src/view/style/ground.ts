/** The ground of every view: type, links, controls, focus, the line on top. */
export const groundStyles = `
*,*::before,*::after{box-sizing:border-box}
html{font:100%/1.5 -apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:var(--s3)}
body{margin:0;background:var(--paper);color:var(--ink);font-size:var(--t-body);overflow-wrap:break-word}
h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0;padding:0}
ul,ol{list-style:none}
h1{font-size:var(--t-title);line-height:1.12;font-weight:650;letter-spacing:-.03em;text-wrap:balance}
h2{font-size:var(--t-lead);line-height:1.2;font-weight:650;letter-spacing:-.015em}
h3{font-size:var(--t-body);line-height:1.5;font-weight:600}
b,strong{font-weight:600}
small,.small{font-size:var(--t-small)}
.soft{color:var(--soft)}
.num{font-variant-numeric:tabular-nums}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;padding:0;border:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
main:focus{outline:none}

button,input,select{font:inherit;color:inherit;letter-spacing:inherit}
button{cursor:pointer}
button:disabled{cursor:default}
a,.link{color:var(--accent);text-decoration:none;text-underline-offset:.2em}
.link{appearance:none;background:none;border:0;padding:0;margin:0;min-height:24px;display:inline-flex;align-items:center;text-align:start}
a:hover,.link:hover:not(:disabled){text-decoration:underline}
.link:disabled{color:var(--soft);opacity:.55}
.button{appearance:none;display:inline-flex;align-items:center;min-height:32px;padding:0 14px;border:1px solid var(--edge);border-radius:var(--radius);background:var(--card);color:var(--ink);font-weight:500;cursor:pointer}
.button:hover{background:var(--hover)}
.button.primary{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
.button.primary:hover{background:var(--ink);border-color:var(--ink);color:var(--paper)}
.button:focus-within{outline:2px solid var(--accent);outline-offset:2px}
.icon{appearance:none;background:none;border:0;min-width:24px;min-height:24px;padding:0;color:var(--soft);border-radius:3px}
.icon:hover:not(:disabled){background:var(--hover);color:var(--ink)}
.icon:disabled{opacity:.4}

input[type=text],input[type=number],input[type=date]{min-width:0;min-height:32px;padding:0 8px;border:1px solid var(--edge);border-radius:var(--radius);background:var(--card);font-variant-numeric:tabular-nums}
input[type=checkbox]{width:18px;height:18px;margin:0;accent-color:var(--accent)}
select{appearance:none;min-width:0;max-width:100%;min-height:28px;padding:0 18px 0 6px;border:0;border-radius:4px;color:var(--accent);text-overflow:ellipsis;cursor:pointer;
  background-color:transparent;background-image:linear-gradient(45deg,transparent 50%,currentColor 50%),linear-gradient(-45deg,transparent 50%,currentColor 50%);background-size:4px 4px;background-position:calc(100% - 9px) 55%,calc(100% - 5px) 55%;background-repeat:no-repeat}
select:hover{background-color:var(--hover)}
select option{background:var(--card);color:var(--ink)}
select.quiet{color:var(--soft);font-size:var(--t-small)}

.skip{position:absolute;left:-999rem;top:4px;padding:4px 12px;background:var(--card);z-index:3}
.skip:focus{left:8px}
.masthead{display:flex;flex-wrap:wrap;align-items:center;gap:4px var(--s3);padding:12px var(--s3);border-bottom:1px solid var(--line)}
.brand{display:inline-flex;align-items:center;gap:8px;letter-spacing:-.01em;white-space:nowrap}
.mark{fill:var(--accent);align-self:center}
.loaded{flex:1 1 24rem;min-width:0;font-size:var(--t-small)}
.file{color:var(--soft);min-width:0}
.file strong{color:var(--ink);overflow-wrap:anywhere}
.file strong::after,.fact:not(:last-child)::after{content:" · ";color:var(--soft);font-weight:400}
.fact{overflow-wrap:anywhere}
.file .link{margin-right:8px}
.file a{text-decoration:underline;text-decoration-color:color-mix(in srgb,currentColor 45%,transparent);white-space:nowrap}
.switches{display:flex;align-items:center;gap:4px;margin-left:auto;font-size:var(--t-small)}
.privacy{position:relative;color:var(--soft);margin-right:8px}
.privacy summary{cursor:pointer;list-style:none;min-height:24px;display:flex;align-items:center;gap:7px}
.privacy summary::-webkit-details-marker{display:none}
.privacy summary::before{content:"";width:7px;height:7px;border-radius:50%;background:var(--high)}
.privacy summary:hover{color:var(--ink)}
.pop{position:absolute;right:0;top:100%;z-index:2;width:min(22rem,80vw);margin-top:4px;padding:var(--s2);background:var(--card);color:var(--ink);border:1px solid var(--line);border-radius:var(--radius);box-shadow:0 8px 24px rgb(0 0 0/.12)}
.segmented{display:inline-flex;border:1px solid var(--edge);border-radius:var(--radius);overflow:clip}
.segmented button{appearance:none;border:0;background:none;min-height:28px;padding:0 11px;font-size:var(--t-small);color:var(--soft)}
.segmented button+button{border-left:1px solid var(--line)}
.segmented button:hover{background:var(--hover);color:var(--ink)}
.segmented button[aria-pressed=true]{background:var(--ink);color:var(--paper);font-weight:600}
.segmented button:focus-visible{outline-offset:-3px}
.drop-veil{position:fixed;inset:8px;display:grid;place-items:center;border:2px dashed var(--accent);border-radius:12px;background:color-mix(in srgb,var(--paper) 88%,transparent);font-size:var(--t-lead);font-weight:600;z-index:4;pointer-events:none}

@media (min-width:2200px){html{font-size:118.75%}}
@media (min-width:3200px){html{font-size:150%}}
@media (max-width:600px){
  .masthead{padding:10px var(--s2)}
  .loaded{order:3;flex-basis:100%}
  .switches{margin-left:0}
  .brand{margin-right:auto}
  :root{--t-title:2rem}
}
@media (max-width:420px){.pop{position:fixed;left:16px;right:16px;top:48px;width:auto}}
@media (forced-colors:active){select{appearance:auto}.notes,.card,.error{border:1px solid CanvasText}.segmented button[aria-pressed=true]{background:Highlight;color:HighlightText;forced-color-adjust:none}.mark{fill:CanvasText}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
`
