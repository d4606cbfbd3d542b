/**
 * What runs on the page, as text: its hash is in the page's security policy. It reads the data block, filters findings and counts,
 * sorts tables and opens marks; it writes texts as text, asks nothing of the network and keeps nothing.
 */
export const SCRIPT = `'use strict';
(() => {
const data = JSON.parse(document.getElementById('donnees').textContent);
const said = data.words, byId = (id) => document.getElementById(id);
const make = (tag, text, name) => { const one = document.createElement(tag); if (text !== undefined) one.textContent = text; if (name) one.className = name; return one; };
const digits = (value, places) => { const [whole, rest] = Math.abs(value).toFixed(places).split('.'); return (value < 0 ? '\\u2212' : '') + whole.replace(/\\B(?=(\\d{3})+$)/g, said.thousands) + (rest ? said.decimal + rest : ''); };
const percent = (share) => digits(share * 100, 1) + said.percent;
/* Wilson's interval at 95 %, as in stats/shares. */
const wilson = (k, n) => { const z = 1.959963984540054, p = k / n, z2 = z * z / n, centre = (p + z2 / 2) / (1 + z2), half = z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n)) / (1 + z2); return [Math.max(0, centre - half), Math.min(1, centre + half)]; };
const quote = (message) => { const block = make('blockquote'); const text = make('p', message.text); text.dir = 'auto'; block.append(text, make('footer', message.source)); return block; };
const fits = (message, facet) => (!facet.driver || message.drivers.includes(facet.driver)) && ['stage', 'channel', 'brand', 'store', 'sentiment', 'period'].every((key) => !facet[key] || message[key] === facet[key]);

/* Marks. */
const dialog = byId('detail');
let opener = null;
document.addEventListener('click', (event) => {
  const mark = event.target.closest('[data-mark]');
  if (!mark) return;
  const [finding, series, place] = mark.dataset.mark.split('.').map(Number);
  const chart = data.charts[finding], one = chart.series[series][place];
  byId('detail-titre').textContent = chart.title;
  const found = one.facet ? data.messages.filter((message) => fits(message, one.facet)) : [];
  byId('detail-corps').replaceChildren(
    make('p', one.detail), make('p', chart.subtitle, 'small'), make('h4', said.definition), make('p', chart.method, 'small'),
    make('h4', said.behind), ...(found.length ? found.slice(0, 8).map(quote) : [make('p', said.none, 'small')]));
  opener = mark;
  dialog.showModal();
});
byId('detail-fermer').addEventListener('click', () => dialog.close());
dialog.addEventListener('close', () => { if (opener) opener.focus(); });

/* Filters. */
const form = byId('filtres'), shown = byId('montre'), body = byId('explorer-corps'), list = byId('explorer-messages'), more = byId('plus');
let limit = 6;
const chosen = () => Object.fromEntries([...form.elements].filter((one) => one.name).map((one) => [one.name, one.value]));
const draw = () => {
  const facet = chosen();
  let findings = 0;
  for (const block of document.querySelectorAll('.finding')) {
    const has = (key, value) => !value || !block.dataset[key] || block.dataset[key].split(' ').includes(value);
    block.hidden = !(has('drivers', facet.driver) && has('stages', facet.stage) && has('periods', facet.period));
    if (!block.hidden) findings++;
  }
  const rows = new Map();
  for (const row of data.counts) {
    const cell = Object.fromEntries(data.columns.map((name, at) => [name, row[at]]));
    if (['period', 'stage', 'brand', 'store', 'driver'].some((key) => facet[key] && cell[key] !== facet[key])) continue;
    const sum = rows.get(cell.driver) || { n: 0, negative: 0 };
    sum.n += cell.n; sum.negative += cell.negative;
    rows.set(cell.driver, sum);
  }
  body.replaceChildren(...[...rows].sort((a, b) => b[1].n - a[1].n).map(([driver, { n, negative }]) => {
    const line = make('tr'), head = make('th', data.drivers[driver] || said.noDriver), [low, high] = wilson(negative, n);
    head.scope = 'row';
    const cell = (text, value) => { const one = make('td', text, 'number'); one.dataset.value = value; return one; };
    line.append(head, cell(digits(n, 0), n), cell(digits(negative, 0), negative), cell(percent(negative / n), negative / n), cell(percent(low) + ' \\u2013 ' + percent(high), low));
    return line;
  }));
  for (const head of document.querySelectorAll('#explorer th[aria-sort]')) head.removeAttribute('aria-sort');
  const messages = data.messages.filter((message) => fits(message, facet));
  list.replaceChildren(...messages.slice(0, limit).map(quote));
  more.hidden = messages.length <= limit;
  shown.textContent = said.shown.replace('{findings}', digits(findings, 0)).replace('{messages}', digits(messages.length, 0));
};
form.addEventListener('change', () => { limit = 6; draw(); });
form.addEventListener('reset', () => setTimeout(() => { limit = 6; draw(); }));
form.addEventListener('submit', (event) => event.preventDefault());
more.addEventListener('click', () => { limit += 12; draw(); });

/* Tables. */
document.addEventListener('click', (event) => {
  const button = event.target.closest('th button');
  if (!button) return;
  const head = button.closest('th'), table = head.closest('table'), rows = table.tBodies[0];
  const up = head.getAttribute('aria-sort') === 'descending';
  const key = (row) => { const cell = row.cells[head.cellIndex]; if (cell.dataset.value !== undefined) return Number(cell.dataset.value); const number = Number(cell.textContent.replace(/[\\s%+×<]/g, '').replace('\\u2212', '-').replace(said.decimal, '.')); return Number.isNaN(number) ? cell.textContent : number; };
  const order = (a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
  const sorted = [...rows.rows].map((row, place) => ({ row, place, key: key(row) })).sort((a, b) => (up ? 1 : -1) * order(a.key, b.key) || a.place - b.place);
  for (const other of table.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
  rows.append(...sorted.map(({ row }) => row));
});
draw();
})();
`;
