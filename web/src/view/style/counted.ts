/** Beside the answer: the ladder of plans, choices in hairline rows, the scale. */
export const countedStyles = `
.counted{display:grid;gap:var(--s2);min-width:0}
.counted .notes{margin-top:0}
.counted-head{display:grid;gap:4px}
.history{display:flex;flex-wrap:wrap;gap:0 var(--s2);font-size:var(--t-small)}
.counted h3{margin-top:8px;font-size:var(--t-small);color:var(--soft);font-weight:500;margin-bottom:-8px}
.ladder{border-block:1px solid var(--line)}
.rung{position:relative;display:grid;grid-template-columns:26px minmax(0,1fr);align-items:start;border-bottom:1px solid var(--line)}
.rung:last-child{border:0}
.badge{width:18px;height:18px;margin-top:9px;border-radius:50%;display:grid;place-items:center;font-size:var(--t-small);line-height:1;transform-origin:center;background:var(--ink);color:var(--paper)}
.badge.none{background:none;border:1px dashed var(--soft)}
.rung[data-drop=onto]{background:var(--hover)}
.rung[data-drop=over]::before,.rung[data-drop=under]::before{content:"";position:absolute;left:0;right:0;height:2px;background:var(--accent)}
.rung[data-drop=over]::before{top:-1px}
.rung[data-drop=under]::before{bottom:-1px}
.plan{display:grid;grid-template-columns:minmax(0,1fr) auto 24px 24px;align-items:center;gap:4px;min-height:36px}
.plan-name{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.plan-hint{font-size:var(--t-small);color:var(--soft);white-space:nowrap}
.place{width:24px;color:transparent;background-image:linear-gradient(45deg,transparent 50%,var(--soft) 50%),linear-gradient(-45deg,transparent 50%,var(--soft) 50%);background-position:8px 55%,12px 55%}
.grip{appearance:none;border:0;background:none;width:24px;height:28px;padding:0;display:grid;place-items:center;cursor:grab;touch-action:none;border-radius:4px}
.grip svg{fill:var(--soft)}
.grip:hover{background:var(--hover)}
.grip:hover svg{fill:var(--ink)}
.grip:active{cursor:grabbing}
.choices{border-top:1px solid var(--line)}
.choice{display:flex;justify-content:space-between;align-items:center;gap:12px;min-height:36px;border-bottom:1px solid var(--line)}
.choice>span{color:var(--soft);flex:none}
.choice select{text-align:end;text-align-last:end;margin-right:-4px}
.bands{display:grid;gap:4px;margin-top:8px}
.bands li{display:grid;grid-template-columns:12px minmax(0,1fr) auto 4.25rem 24px;gap:6px;align-items:center}
.bands .first{grid-column:3/5;padding-left:6px}
.bands input{width:100%;border-color:transparent transparent var(--edge);border-radius:0;background:none;padding:0 2px}
.swatch{width:12px;height:12px;border-radius:3px;border:1px solid transparent}
.swatch.low{background:var(--low-zone);border-color:var(--low)}
.swatch.mid{background:var(--mid-zone);border-color:var(--mid)}
.swatch.high{background:var(--high-zone);border-color:var(--high)}
.counted p .link+.link{margin-left:var(--s2)}
.more summary{cursor:pointer;min-height:32px;display:list-item;line-height:32px;color:var(--accent)}
.range{display:grid;gap:4px;padding:8px 0}
.range-row{display:grid;grid-template-columns:1fr 1fr;gap:8px}
.range-row label{display:grid;min-width:0}
.range-row input,.choice input[type=date]{width:100%;max-width:100%}
.choice input[type=date]{max-width:10.5rem}
@media (max-width:1080px) and (min-width:700px){
  .counted{grid-template-columns:1fr 1fr;gap:var(--s2) var(--s6);align-items:start}
  .counted-head{grid-column:1/-1;display:flex;justify-content:space-between;align-items:baseline}
}
@media (forced-colors:active){.badge{border:1px solid CanvasText}.grip svg{fill:CanvasText}.swatch{forced-color-adjust:none}}
`
