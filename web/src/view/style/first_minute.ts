/** Before the answer: bringing data, two numbers, samples, the example, reading, errors. */
export const firstMinuteStyles = `
.bring{max-width:76rem;margin:0 auto;padding:var(--s6) var(--s3) var(--s8);display:grid;grid-template-columns:minmax(0,1fr) minmax(0,25rem);gap:var(--s6) var(--s8);align-items:start}
.bring-main{display:grid;grid-template-columns:minmax(0,1fr);gap:var(--s3);min-width:0}
.lead{font-size:var(--t-lead);line-height:1.45;color:var(--soft);max-width:36em;text-wrap:pretty}
.drop{padding:var(--s4) var(--s4);border:1px dashed var(--edge);border-radius:10px;background:var(--card)}
.drop.over{border:2px solid var(--accent);padding:31px;background:var(--hover)}
.drop-title{font-size:var(--t-lead);font-weight:600;letter-spacing:-.01em;line-height:1.3;margin-bottom:4px}
.drop-row{display:flex;flex-wrap:wrap;align-items:center;gap:8px var(--s2);margin-top:var(--s2)}
.two-numbers,.samples{padding-top:var(--s3);border-top:1px solid var(--line);display:grid;gap:12px}
.bring-main h2{font-size:var(--t-body);letter-spacing:0;line-height:1.5}
.fields{display:flex;gap:12px;align-items:end;max-width:30rem}
.field{flex:1;min-width:0;display:grid;gap:4px}
.field span{font-size:var(--t-small);color:var(--soft)}
.field input{width:100%;min-height:40px;font-size:var(--t-lead)}
.over-sign{font-size:var(--t-lead);line-height:40px;color:var(--soft)}
.sample-row{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));gap:12px}
.sample{appearance:none;display:grid;gap:2px;padding:12px var(--s2);text-align:start;background:var(--card);border:1px solid var(--line);border-radius:var(--radius)}
.sample b{color:var(--accent)}
.sample span{font-size:var(--t-small);color:var(--soft)}
.sample:hover{border-color:var(--accent)}
.privacy-line{padding-top:var(--s3);border-top:1px solid var(--line);font-size:var(--t-small);color:var(--soft);max-width:62em}
.privacy-line b{color:var(--ink)}
.bring-side{min-width:0;position:sticky;top:var(--s3)}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:var(--s3);display:grid;gap:var(--s2)}
.card .tag,.card h2.tag{justify-self:start;font-size:var(--t-small);font-weight:500;letter-spacing:0;line-height:1.5;color:var(--soft);padding:1px 8px;border:1px solid var(--line);border-radius:99px}
.card .figure,.card-rate{font-size:var(--t-title);line-height:1;font-weight:680;letter-spacing:-.035em;font-variant-numeric:tabular-nums}
.card .formula{margin-top:-8px}
.example{border-style:dashed}
.reading{padding:var(--s3);border:1px solid var(--line);border-radius:10px;background:var(--card);display:grid;gap:12px}
.reading-head{display:flex;justify-content:space-between;align-items:center;gap:var(--s2)}
.reading-head b{min-width:0;overflow-wrap:anywhere}
progress{appearance:none;display:block;width:100%;height:6px;border:0;border-radius:3px;overflow:hidden;background:var(--line);color:var(--accent)}
progress::-webkit-progress-bar{background:var(--line)}
progress::-webkit-progress-value{background:var(--accent)}
progress::-moz-progress-bar{background:var(--accent)}
.error{padding:var(--s3);border:1px solid var(--low);border-radius:10px;background:var(--card);display:grid;gap:8px}
.error h2{color:var(--low);font-size:var(--t-lead);letter-spacing:-.01em;overflow-wrap:anywhere}
.error pre{margin:0;padding:12px;max-height:9rem;overflow:auto;background:var(--hover);border-radius:4px;font-size:var(--t-small);line-height:1.5}
.error-actions{display:flex;flex-wrap:wrap;gap:8px;margin-top:4px}
@media (max-width:900px){
  .bring{grid-template-columns:minmax(0,1fr);padding:var(--s4) var(--s3) var(--s6);gap:var(--s4)}
  .bring-side{position:static}
}
@media (max-width:600px){
  .bring{padding:var(--s3) var(--s2) var(--s6)}
  .drop{padding:var(--s3) var(--s2)}
  .drop.over{padding:23px 15px}
  .card{padding:var(--s2)}
  .lead{font-size:var(--t-body)}
}
`
