/** A table whose rows become cards below a width: its heads stand before each value. */
const stackedBelow = (name: string, width: string): string => `@media screen and (max-width:${width}){
table.${name} thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table.${name},table.${name} caption,table.${name} tbody,table.${name} tr,table.${name} th,table.${name} td{display:block;max-width:none}
table.${name} tbody tr{border-bottom:1px solid #9aa5b1;padding:.35rem 0}
table.${name} tbody th{font-weight:700;border:0;padding:.1rem 0;text-align:left}
table.${name} tbody th.number::before{content:attr(data-head) "\\a0: "}
table.${name} tbody td{border:0;padding:.05rem 0;display:flex;justify-content:space-between;gap:1rem;text-align:right;white-space:normal}
table.${name} tbody td::before{content:attr(data-head);color:#52606d;text-align:left}
}
`;

/** Style of the page: dark on white, readable from 380 pixels to a wide screen and on A4. */
export const STYLE = `
*{box-sizing:border-box}
html{font-family:Helvetica,Arial,"Liberation Sans",sans-serif;font-size:16px;line-height:1.5;color:#1f2933;background:#fff;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:62rem;padding:1.5rem 1.25rem 4rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .3rem}
h2{font-size:1.4rem;line-height:1.25;margin:3rem 0 .8rem;padding-top:.6rem;border-top:3px solid #1b4f72}
h3{font-size:1.08rem;margin:1.8rem 0 .5rem}
p{margin:.6rem 0}
.lead{color:#3e4c59;margin:0 0 1rem}
nav ol{columns:3 14rem;column-gap:2.4rem;margin:.5rem 0 0;padding-left:1.3rem}
nav a{color:#1b4f72}
ul.said{padding-left:1.2rem}ul.said li{margin:.5rem 0}
.note{color:#3e4c59;font-size:.9rem;border-left:3px solid #cbd2d9;padding-left:.8rem;margin:.8rem 0}
.method{font-size:.82rem;line-height:1.45}.method b{color:#1f2933}
.mark{color:#52606d;font-size:.8rem;margin:.3rem 0}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr));gap:.8rem;margin:1rem 0 1.4rem;padding:0}
.figures div{border:1px solid #cbd2d9;border-top:3px solid #1b4f72;padding:.6rem .8rem}
.figures dt{font-size:.85rem;color:#3e4c59}
.figures dd{margin:0}
.figures .value{font-size:1.55rem;font-weight:700;line-height:1.3}
.figures .detail{font-size:.8rem;color:#3e4c59;line-height:1.35}
figure{margin:1.6rem 0}
figcaption strong{display:block;font-size:1.02rem}
figcaption span{display:block;font-size:.85rem;color:#52606d;margin-bottom:.5rem}
figure svg{display:block;width:100%;height:auto}
figure .narrow{display:none}
.empty{border:1px dashed #9aa5b1;padding:.8rem;color:#3e4c59}
.scroll{overflow-x:auto;margin:1.2rem 0}
table{border-collapse:collapse;width:100%;font-size:.88rem;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:700;padding-bottom:.4rem}
th,td{text-align:left;padding:.32rem .6rem .32rem 0;border-bottom:1px solid #e4e7eb;vertical-align:top;overflow-wrap:break-word}
td:not(.number),tbody th{min-width:5.5rem;max-width:26rem}
tbody th{font-weight:400}
thead th{border-bottom:2px solid #52606d;font-size:.8rem;color:#3e4c59;vertical-align:bottom;overflow-wrap:normal}
.number{text-align:right;white-space:nowrap}
thead .number{white-space:normal;min-width:3.2rem}
.number+:not(.number){padding-left:.9rem}
blockquote{margin:1rem 0;padding:.2rem 0 .2rem 1rem;border-left:3px solid #b5541c}
blockquote p{margin:0;overflow:hidden;overflow-wrap:anywhere;white-space:pre-line}
blockquote footer{font-size:.85rem;color:#52606d;margin-top:.2rem}
@media screen and (max-width:47rem){
body{padding:1rem .9rem 3rem}
h1{font-size:1.5rem}h2{font-size:1.22rem;margin-top:2.2rem}
figure .wide{display:none}figure .narrow{display:block;max-width:26rem}
}
${stackedBelow('most', '62rem')}${stackedBelow('many', '46rem')}@page{size:A4;margin:18mm 16mm 18mm}
@media print{
html{font-size:10.5pt}
ul.said li{margin:.2rem 0}
#synthese h3{margin:.9rem 0 .3rem}
body{max-width:none;padding:0}
nav{display:none}
h2{break-after:avoid;margin-top:1.6rem}
h3,h2+p,h3+p,h3+p+.mark,caption,figcaption,thead{break-after:avoid}
tbody tr:first-child,tbody tr:nth-child(2){break-before:avoid}
figure,blockquote,.whole,.figures div,.note,tr{break-inside:avoid}
figure .wide{display:block}figure .narrow{display:none}
.scroll{overflow:visible}
thead{display:table-header-group}
a{color:inherit;text-decoration:none}
}
`;
