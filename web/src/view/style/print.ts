/** On paper: the report without its controls, choices as words, no part torn across pages. */
export const printStyles = `
@media print{
  @page{margin:16mm}
  html{font-size:80%}
  body{background:none}
  .masthead{padding:0 0 8px}
  .switches,.file .link,.history,.copy,.section-tools,.grip,.download,.skip,.more summary,.range,.bands button,.readout,.counted>p,.notes .link,.drop-veil,.columns{display:none}
  .full{display:block;padding:16px 0 0;max-width:none}
  .story{display:block}
  .story>section{margin-bottom:32px}
  .answer,.trend-section,.sum{break-inside:avoid}
  .file .fact:last-of-type::after{content:none!important}
  .more::details-content{content-visibility:visible;block-size:auto}
  .counted{display:block;columns:2;column-gap:40px;padding-top:16px;border-top:1px solid var(--line)}
  .counted-head{column-span:all}
  .counted>*{break-inside:avoid;margin-bottom:12px}
  .counted h3{margin-bottom:4px}
  select{background-image:none;color:inherit;padding-right:0}
  .place,.choice:has([type=date]:not([value])){display:none}
  .choice select{margin-right:0}
  .plan{grid-template-columns:minmax(0,1fr) auto}
  .bands input,.bands select,.choice input{border:0;background:none;padding:0}
  .choice span,.formula,.soft{color:inherit}
  .picker{max-width:none}
  .figure{font-size:5rem}
  .problem,.rung{break-inside:avoid}
  *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`
