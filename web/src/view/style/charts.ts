/** Drawings: lengths are units of the drawing, which grow with the reader's text. */
export const chartStyles = `
.measure{width:100%}
svg.scale,svg.trend{display:block;width:100%;height:auto;overflow:visible}
.scale text,.trend text{font-size:13px;fill:var(--soft);font-variant-numeric:tabular-nums}
.scale text.strong,.trend text.strong{fill:var(--ink)}
.zone.low{fill:var(--low-zone)}.zone.mid{fill:var(--mid-zone)}.zone.high{fill:var(--high-zone)}
.zone.faint{opacity:.42}

.trend .end,.trend .strong,.trend .zone-name{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.trend .zone-name{stroke-opacity:.6}
text.zone-name.low{fill:var(--low)}text.zone-name.mid{fill:var(--mid)}text.zone-name.high{fill:var(--high)}
.whisker{fill:none;stroke:var(--ink);stroke-width:2}
.whisker-halo{fill:none;stroke:var(--paper);stroke-width:5;opacity:.7}
.marker{fill:var(--ink);stroke:var(--paper);stroke-width:2}
.zone-list{display:grid;gap:2px;margin-bottom:6px;font-size:var(--t-small)}
.zone-list li{display:flex;align-items:center;gap:8px}
.zone-list li span:last-child:not(:nth-child(2)){margin-left:auto;white-space:nowrap}
.zone-list .swatch{flex:none}
.chart{border-radius:4px;touch-action:pan-y;cursor:crosshair}
.grid,.base-line,.tick{fill:none;stroke:var(--line);stroke-width:1;shape-rendering:crispEdges}
.base-line{stroke:var(--edge)}
.ribbon{fill:var(--accent);opacity:.15}
.line{fill:none;stroke:var(--accent);stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.line.dashed{stroke-dasharray:2 5}
.dot{fill:var(--accent);stroke:var(--paper);stroke-width:1.5}
.dot.open{fill:var(--paper);stroke:var(--accent)}
.bar-whisker{fill:none;stroke:var(--accent);stroke-width:1.5;opacity:.6}
.gap{stroke:var(--edge);stroke-width:1.5}
.cross{fill:none;stroke:var(--soft);stroke-width:1}
.cross.picked{stroke-dasharray:3 3}
.ring{fill:none;stroke:var(--ink);stroke-width:2}
.trend text.end{fill:var(--accent);font-weight:600}
@media (forced-colors:active){
  .scale text,.trend text{fill:CanvasText}
  .line,.dot,.bar-whisker{stroke:Highlight}.dot{fill:Highlight}.ribbon{fill:Highlight}
  .scale .zone[class],.trend .zone[class]{fill:Canvas;stroke:CanvasText;stroke-width:1}
  text.zone-name[class],.trend text.end{fill:CanvasText}
  .trend .end,.trend .strong,.trend .zone-name,.whisker-halo{stroke:Canvas}
  .marker,.whisker{fill:CanvasText;stroke:CanvasText}.whisker{fill:none}.grid,.tick,.base-line{stroke:GrayText}
}
`
