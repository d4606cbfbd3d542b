import { DEFAULT_THEME } from '../deck/deck-theme.js';

const { ink, soft, paper, accent, plain, strong } = DEFAULT_THEME;
/** The colours of the deck on a light page. */
const LIGHT = `--ink:#${ink};--soft:#${soft};--paper:#${paper};--rule:#c3ccd5;--accent:#${accent};--plain:#${plain};--strong:#${strong};--range:#${ink};--band:#c9dbe9`;

/** Style of the page: light and dark, from 390 pixels to a wide screen and on A4. Hues keep apart for colour-blind eyes, lightness keeps them apart in print. */
export const STYLE = `
:root{color-scheme:light dark;--panel:#f4f6f8;${LIGHT}}
@media (prefers-color-scheme:dark){:root{--ink:#eef2f6;--soft:#b7c3cf;--paper:#14191f;--panel:#1e252d;--rule:#46525f;--accent:#8ec5ee;--plain:#4d7a9c;--strong:#f0935a;--range:#eef2f6;--band:#2b4357}}
*{box-sizing:border-box}
html{font-family:Helvetica,Arial,"Liberation Sans","DejaVu Sans",sans-serif,"Apple Color Emoji","Segoe UI Emoji","Noto Color Emoji";font-size:16px;line-height:1.45;color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:66rem;padding:1.2rem 1.25rem 4rem}
h1{font-size:1.6rem;line-height:1.15;margin:0 0 .2rem}
h2{font-size:1.25rem;line-height:1.25;margin:2.2rem 0 .6rem}
h3{font-size:1.12rem;line-height:1.3;margin:0 0 .4rem}
h4{font-size:.95rem;margin:1rem 0 .3rem}
p{margin:.5rem 0}
a{color:var(--accent)}
.lead,.small{color:var(--soft);margin:0 0 .3rem;font-size:.88rem}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.6rem;margin:.8rem 0;padding:0;list-style:none}
.tiles li{border:1px solid var(--rule);border-top:4px solid var(--accent);padding:.5rem .7rem;background:var(--panel)}
.tiles li:only-child{max-width:24rem}
.tiles .name{font-size:.82rem;color:var(--soft);display:block}
.tiles .big{font-size:1.5rem;font-weight:700;display:block;line-height:1.2}
.tiles .small{display:block;font-size:.76rem;line-height:1.3;margin:.1rem 0 0}
.tiles .small:empty{display:none}
.tiles .again{border-top-color:var(--strong)}
.three{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:0 1.6rem}
.three h2{margin:.6rem 0 .3rem;font-size:1.05rem;border-top:2px solid var(--accent);padding-top:.4rem}
.three ul,.three ol{margin:0;padding-left:1.1rem}.three li{margin:.3rem 0}
.actions{font-weight:600}
.filters{display:flex;flex-wrap:wrap;gap:.5rem .8rem;align-items:end;background:var(--panel);border:1px solid var(--rule);padding:.7rem .8rem;margin:.6rem 0 1rem}
.filters[hidden]{display:none}
.filters label{font-size:.8rem;color:var(--soft);display:grid;gap:.15rem}
select,.filters button,dialog button,.more{font:inherit;font-size:.9rem;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:3px;padding:.3rem .5rem;max-width:13rem}
.finding{border-top:1px solid var(--rule);padding:1.1rem 0}
.finding[hidden]{display:none}
.body{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:.5rem 1.8rem}
.body.alone-text{grid-template-columns:minmax(0,1fr)}
.figure-line{font-size:.88rem;color:var(--soft)}
.action{border-left:4px solid var(--strong);padding:.1rem 0 .1rem .7rem;font-weight:600;margin:.7rem 0 0}
figure{margin:.4rem 0}
figcaption{font-size:.9rem;margin-bottom:.4rem}figcaption span{color:var(--soft);font-size:.82rem}
.bars,.columns,.keys,.events{list-style:none;margin:0;padding:0}
.mark{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-align:left}
.bars .mark{display:grid;grid-template-columns:minmax(6rem,11rem) minmax(0,1fr) minmax(3.6rem,auto);gap:.6rem;align-items:center;width:100%;font-size:.87rem;padding:.12rem 0}
.bars svg{width:100%;height:1.35rem;overflow:visible;display:block}
.bars .value{font-variant-numeric:tabular-nums;font-weight:600}
.mark:hover{background:var(--panel)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.plain{fill:var(--plain)}.strong{fill:var(--strong)}
.range{stroke:var(--range);stroke-width:1.5}
.columns{display:flex;align-items:stretch;height:10rem;border-bottom:1px solid var(--soft)}
.columns li{flex:1 1 0;min-width:0;display:flex;flex-direction:column}
.columns .mark{flex:1;display:flex;flex-direction:column;min-width:0;min-height:0}
.columns svg{flex:1;width:100%;min-height:0;display:block}
.columns .flag{height:1.2rem;font-size:.75rem;text-align:center;overflow:visible;white-space:nowrap}
.axis{display:flex;justify-content:space-between;gap:.6rem;font-size:.78rem;color:var(--soft);margin:.2rem 0}
.events{list-style:decimal;padding-left:1.2rem;font-size:.84rem}
.curve{width:100%;height:9rem;display:block;border-left:1px solid var(--soft);border-bottom:1px solid var(--soft)}
.band{fill:var(--band)}.line{fill:none;stroke:var(--accent);stroke-width:2.5}
.whole{fill:var(--accent)}.zero{stroke:var(--soft);stroke-width:1;stroke-dasharray:3 3}
.quadrant{width:100%;height:320px;display:block;overflow:visible}.quadrant text{fill:var(--ink);font-size:13px;paint-order:stroke;stroke:var(--paper);stroke-width:4px}.rank{display:none}
.keys{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.87rem;margin-top:.3rem}
.alone{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
blockquote{margin:.5rem 0;padding:0 0 0 .8rem;border-left:3px solid var(--plain)}
blockquote p{margin:0;font-size:.92rem;overflow-wrap:anywhere}
blockquote footer{font-size:.78rem;color:var(--soft)}
details{margin:.4rem 0}
summary{cursor:pointer;font-size:.86rem;color:var(--accent)}
#autres .finding{padding:.35rem 0}#autres:not(:has(>.finding:not([hidden]))){display:none}.fold{margin:0}.fold>summary{color:inherit}.fold>summary h3{display:inline;font-size:1rem;font-weight:600}.fold>summary .small{display:block;margin:0 0 0 1rem;font-size:.8rem}.fold[open]>summary .small{display:none}.fold[open]>summary h3{font-size:1.12rem;font-weight:700}
#annexe>summary{font-size:1.1rem;font-weight:700}
.scroll{overflow-x:auto;margin:.5rem 0}
table{border-collapse:collapse;width:100%;font-size:.84rem;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:700;padding-bottom:.3rem}
th,td{text-align:left;padding:.28rem .6rem .28rem 0;border-bottom:1px solid var(--rule);vertical-align:top;overflow-wrap:break-word}
.of{display:block;white-space:nowrap;color:var(--soft);font-size:.92em}
tbody th{font-weight:400}
thead th{border-bottom:2px solid var(--soft);vertical-align:bottom}
th button{font:inherit;font-weight:700;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-align:inherit}
th[aria-sort=ascending] button::after{content:" ▲"}th[aria-sort=descending] button::after{content:" ▼"}
.number{text-align:right}
dialog{max-width:min(40rem,94vw);max-height:86vh;overflow:auto;border:1px solid var(--soft);border-radius:4px;padding:1rem 1.2rem;background:var(--paper);color:var(--ink)}
dialog::backdrop{background:rgba(0,0,0,.45)}
dialog h2{margin:0 0 .4rem;font-size:1.1rem}
@media (prefers-reduced-motion:no-preference){.mark,summary{transition:background-color .15s}}
@media screen and (max-width:46rem){
body{padding:.9rem .8rem 3rem}h1{font-size:1.35rem}
#synthese{display:flex;flex-direction:column}.tiles{order:1}
.body{grid-template-columns:minmax(0,1fr)}
.bars .mark{grid-template-columns:minmax(0,1fr) auto;gap:.1rem .5rem}
.bars svg{grid-column:1/-1;grid-row:2}
.quadrant .name{display:none}.rank{display:inline}.quadrant circle{r:11px;fill:var(--paper);stroke:var(--plain);stroke-width:2.5}.quadrant circle.strong{stroke:var(--strong)}.quadrant text.rank{stroke:none;font-size:12px;font-weight:700}
.filters label,.filters select{width:100%;max-width:none}
th,td{padding-right:.4rem}
}
@page{size:A4;margin:14mm 14mm 16mm}
@media print{
:root{color-scheme:light;--panel:#fff;${LIGHT}}
html{font-size:8.8pt}body{max-width:none;padding:0}
.filters,#explorer,.skip,details:not([open],.printed,.fold),.printed .printed>summary{display:none}
.printed::details-content{content-visibility:visible}.printed .scroll{overflow:visible}th,td{padding-right:.4rem}
.tiles,.three{grid:auto/auto-flow minmax(0,1fr)}.tiles{gap:.35rem}.tiles .big{font-size:1.25rem}
h2,h3,h4,figcaption,caption{break-after:avoid}
.printed .alone{position:static;width:auto;height:auto;clip-path:none;white-space:normal}
h3,.body>div:first-child{break-inside:avoid}
.finding{padding:.3rem 0;break-inside:avoid}
figure,blockquote,.tiles li,.action,tr{break-inside:avoid}
.action,.figure-line{break-before:avoid}
.columns{height:6.5rem}.quadrant{break-inside:avoid}.curve{height:6rem}.bars svg{height:1rem}
.plain,.strong,.band{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
