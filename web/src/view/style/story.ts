/** The answer and what follows it: figure, verdict, sentence, facts, trend, rows, columns, tables. */
export const storyStyles = `
.full{max-width:84rem;margin:0 auto;padding:var(--s4) var(--s3) var(--s8);display:grid;grid-template-columns:minmax(0,1fr) 20rem;gap:0 var(--s8);align-items:start}
.wide{grid-column:1/-1;display:grid;gap:var(--s3);min-width:0}
.wide:has(>*){margin-bottom:var(--s4)}
.wide:not(:has(>*)){display:none}
.wide>*,.story>*{min-width:0}
.story{display:grid;gap:var(--s8);min-width:0}
.answer-head{display:grid;grid-template-columns:auto minmax(0,1fr);gap:var(--s3) var(--s6);align-items:start}
.figure{font-size:var(--t-figure);line-height:.86;font-weight:680;letter-spacing:-.05em;font-variant-numeric:tabular-nums;white-space:nowrap;padding-top:.03em}
.figure .sign{font-size:.48em;font-weight:500;letter-spacing:0;margin-left:.1em}
.figure.none{font-size:var(--t-title);line-height:1.2;color:var(--soft);font-weight:400}
.formula{margin-top:var(--s2);color:var(--soft);text-wrap:balance;max-width:22rem}
.formula b{color:var(--ink);font-variant-numeric:tabular-nums}
.verdict-row{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 12px;margin-bottom:8px}
.verdict{font-size:var(--t-lead);font-weight:650;letter-spacing:-.01em;line-height:1.4}
.verdict.low{color:var(--low)}.verdict.mid{color:var(--mid)}.verdict.high{color:var(--high)}
.verdict .aside{font-size:var(--t-body);font-weight:400;color:var(--soft);letter-spacing:0}
.picker{margin-left:-6px;field-sizing:content}
.say{font-size:var(--t-lead);line-height:1.5;max-width:38em;margin-top:var(--s4);text-wrap:pretty;letter-spacing:-.005em}
.copy{font-size:var(--t-small);letter-spacing:0}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(9rem,100%),1fr));gap:var(--s2) var(--s3);margin-top:var(--s4);padding-top:var(--s2);border-top:1px solid var(--line)}
.facts.narrow{margin-top:0;grid-template-columns:1fr}
.facts:not(:has(div)){display:none}
.facts dt{font-size:var(--t-small);color:var(--soft)}
.facts dd{font-size:var(--t-lead);font-weight:600;letter-spacing:-.01em;line-height:1.3;font-variant-numeric:tabular-nums}
.facts small{display:block;font-weight:400;letter-spacing:0;color:var(--soft);line-height:1.45;margin-top:2px}
.facts+p{margin-top:var(--s2)}
.notes{display:grid;gap:6px;margin-top:var(--s2);padding:10px 12px;border-radius:var(--radius);background:var(--note);font-size:var(--t-small);line-height:1.5}
.rows .notes{background:none;padding:0;gap:2px}
.notes .severity{font-weight:600}
.notes .info .severity{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.notes .link{min-height:0;display:inline}
.section-head{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 12px;margin-bottom:var(--s2)}
.section-tools{margin-left:auto;display:flex;flex-wrap:wrap;gap:8px}
.readout{min-height:3rem;margin-bottom:8px;font-variant-numeric:tabular-nums}
.under{margin-top:4px}
.read-rate{color:var(--accent)}
.readout .link{margin-left:8px;font-size:var(--t-small)}
.empty{padding:var(--s4) 0;border-block:1px solid var(--line);color:var(--soft)}
.empty b{color:var(--ink)}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;width:100%}
.figures th,.figures td{padding:6px 0 6px var(--s2);border-bottom:1px solid var(--line);text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums;font-weight:400}
.figures thead th{font-size:var(--t-small);color:var(--soft);font-weight:500}
.figures th:first-child{padding-left:0;text-align:start}
.figures .words{text-align:start;padding-left:var(--s3)}
.figures tr[aria-current] th,.figures tr[aria-current] td{background:var(--hover)}
.figures tbody tr:hover{background:var(--hover)}
.sum{display:flex;flex-wrap:wrap;gap:8px var(--s3)}
.sum dt{font-size:var(--t-small);color:var(--soft)}
.sum dd{font-size:var(--t-lead);font-weight:600;font-variant-numeric:tabular-nums;line-height:1.3}
.sum .op{font-weight:400;color:var(--soft);margin-right:.35em}
.sum .zero dd{color:var(--soft);font-weight:400}
.problems{margin-top:var(--s3)}
.problem{padding:10px 0;border-top:1px solid var(--line);display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:2px var(--s4)}
.examples{font-size:var(--t-small);overflow-wrap:anywhere}
.examples q{font-family:ui-monospace,Menlo,Consolas,monospace;quotes:none;background:var(--hover);padding:0 4px;border-radius:3px}
.advice{font-size:var(--t-small);color:var(--soft)}
.download{margin-top:var(--s3);display:flex;flex-wrap:wrap;align-items:center;gap:8px var(--s2)}
.columns{padding-bottom:var(--s3);border-bottom:1px solid var(--line)}
.row-choice{display:inline-flex;align-items:center;gap:4px;margin-bottom:8px;font-size:var(--t-small)}
.preview{width:auto;min-width:100%}
.preview th,.preview td{padding:6px var(--s3) 6px 0;text-align:start;font-weight:400;border-bottom:1px solid var(--line);vertical-align:top;max-width:16rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.preview th select{display:block;margin-left:-6px}
.preview td{font-size:var(--t-small);font-variant-numeric:tabular-nums}
.column-name{display:block;font-weight:600;overflow:hidden;text-overflow:ellipsis}
.unused select,.unused .column-name{color:var(--soft)}
@media (max-width:1080px){.full{grid-template-columns:minmax(0,1fr);gap:var(--s8) 0}.story{gap:var(--s6)}}
@media (max-width:760px){.answer-head{grid-template-columns:minmax(0,1fr)}}
@media (max-width:600px){
  .full{padding:var(--s3) var(--s2) var(--s6)}
  .say{font-size:var(--t-body);margin-top:var(--s3)}
  .section-tools{margin-left:0;width:100%;justify-content:space-between}
  .segmented button{padding:0 9px}
  .facts{grid-template-columns:repeat(2,minmax(0,1fr));gap:var(--s2)}
  .facts dd{font-size:var(--t-body)}
  .problem{grid-template-columns:minmax(0,1fr)}
  .readout{min-height:5.5rem}
}
@media (max-width:360px){.facts{grid-template-columns:minmax(0,1fr)}.segmented button{padding:0 6px}}
`
