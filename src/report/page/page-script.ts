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

/* Key figures, computed again for a choice. */
const fill = (text, values) => text.replace(/\\{(\\w+)\\}/g, (_, name) => values[name]);
const signed = (value) => (value > 0 ? '+' : '') + digits(value, 2);
/* Size that is left of n when people write several times, as effectiveSize of metrics/care: the listed ones stand for those who are not told apart. */
const sizeOf = (rows, key) => {
  const people = new Map();
  let n = 0, k = 0, once = 0, yes = 0, apart = 0, told = 0, squares = 0;
  for (const row of rows) {
    n += row.n; k += row[key];
    if (row.author === null) { once += row.n; yes += row[key]; continue; }
    if (row.author === 0) { apart += row.n; continue; }
    told += row.n;
    const one = people.get(row.author) || [0, 0];
    people.set(row.author, [one[0] + row.n, one[1] + row[key]]);
  }
  if (!told) { once += apart; yes = k; }
  const weight = told ? 1 + apart / told : 0, clusters = once + people.size * weight;
  if (n === 0 || clusters === n) return n;
  if (clusters < 2) return 1;
  if (k === 0 || k === n) return clusters;
  const p = k / n, spread = (m, x) => (x - p * m) ** 2;
  squares = yes * spread(1, 1) + (once - yes) * spread(1, 0);
  for (const [m, x] of people.values()) squares += weight * spread(m, x);
  return Math.max(1, n / Math.max(1, clusters / (clusters - 1) * squares / (n * p * (1 - p))));
};
/* Wilson's interval of a share on the size that is left. */
const bounds = (k, n, size) => wilson(k / n * size, size);
/* Net score of one sample, as netScoreInterval of metrics/basic. */
const netScore = (positive, negative, n, size) => {
  const p = positive / n, q = negative / n, [pl, ph] = bounds(positive, n, size), [ql, qh] = bounds(negative, n, size), rest = (1 - p) * (1 - q);
  const r = rest > 0 ? -Math.sqrt(p * q / rest) : p * q > 0 ? -1 : 0, spread = (x, y) => Math.sqrt(Math.max(0, x * x + y * y - 2 * r * x * y));
  return [p - q, Math.max(-1, p - q - spread(p - pl, qh - q)), Math.min(1, p - q + spread(ph - p, q - ql))];
};
const share = (k, n) => [k / n, ...wilson(k, n)];
const one = (value) => digits(value, 1);
/* Rubin's size of what is seen, as imputedShare of stats/shares; over the share found, as the spill rate, with MOVER of the logarithms (Zou & Donner 2008). */
const spill = ({ spilled, followed: n, doubt }) => {
  const p = spilled / n, between = doubt / (n * n), total = (p * (1 - p) - between) / n + between, size = total > 0 ? Math.min(n, p * (1 - p) / total) : n;
  const seen = [p, ...wilson(p * size, size)];
  if (!data.found) return seen;
  const [, l, u] = seen, [f, fl, fu] = data.found, log = Math.log, all = (value) => Math.min(1, value);
  if (p === 0) return [0, 0, all(u / fl)];
  const low = p / f * Math.exp(-Math.hypot(log(p / l), log(fu / f))), high = p / f * Math.exp(Math.hypot(log(u / p), log(f / fl)));
  return [all(p / f), all(fu < 1 ? low : Math.min(low, l)), all(high)];
};
const again = {
  netSentimentScore: (sum) => [sum.n, sum.n && netScore(sum.positive, sum.negative, sum.n, sum.size), signed, signed],
  responseRate: data.answersCounted && ((sum) => [sum.asked, sum.asked && share(sum.answered, sum.asked), percent, percent]),
  spillRate: (sum) => [sum.followed, sum.followed && spill(sum), percent, percent],
  meanRating: (sum) => [sum.rated, sum.rated && share(sum.stars / 5, sum.rated).map((part) => 5 * part), (value) => one(value) + '/5', one],
};
const tiles = [...document.querySelectorAll('.tiles li')].map((item) => ({ item, parts: [...item.children], said: [...item.children].map((part) => part.textContent) }));
const retell = (sums, facet, filtered) => {
  for (const { item, parts, said: first } of tiles) {
    parts.forEach((part, at) => { part.textContent = first[at]; });
    item.classList.toggle('again', filtered);
    if (!filtered) continue;
    /* The sector is of the whole: nothing of a choice stands beside it. */
    if (parts[4]) parts[4].textContent = '';
    const compute = again[item.dataset.metric];
    if (!compute) { parts[2].textContent = said.notAgain; continue; }
    const [n, found, print, bound] = compute(sums);
    if (item.dataset.metric === 'spillRate' && !data.found) parts[0].textContent = said.seen;
    parts[1].textContent = n ? print(found[0]) : '\\u2013';
    /* The bar of a driver is drawn towards all. */
    parts[2].textContent = item.dataset.metric === 'spillRate' && data.found && facet.driver ? said.alone : said.yours;
    parts[3].textContent = n ? fill(n < 2 ? said.intervalOfOne : said.interval, { low: bound(found[1]), high: bound(found[2]), n: digits(n, 0), of: item.dataset.of }) : said.nothing;
  }
};

/* Filters. */
const form = byId('filtres'), shown = byId('montre'), body = byId('explorer-corps'), months = byId('explorer-mois'), list = byId('explorer-messages'), more = byId('plus');
const KEYS = ['period', 'stage', 'brand', 'store', 'driver'];
const named = (columns, row) => Object.fromEntries(columns.map((name, at) => [name, row[at]]));
const counts = data.counts.map((row) => named(data.columns, row)), cases = data.cases.map((row) => named(data.caseColumns, row));
let limit = 6;
const chosen = () => Object.fromEntries([...form.elements].filter((one) => one.name).map((one) => [one.name, one.value]));
const chosenRows = (rows, facet, keys) => rows.filter((row) => keys.every((key) => !facet[key] || row[key] === facet[key]));
const group = (rows, key) => { const sums = new Map(); for (const row of rows) { const sum = sums.get(row[key]) || { n: 0, negative: 0, rows: [] }; sum.n += row.n; sum.negative += row.negative; sum.rows.push(row); sums.set(row[key], sum); } return sums; };
const lines = (sums, name) => [...sums].map(([code, { n, negative, rows }]) => {
  const line = make('tr'), head = make('th', name(code)), [low, high] = bounds(negative, n, sizeOf(rows, 'negative'));
  head.scope = 'row';
  const cell = (text, value) => { const one = make('td', text, 'number'); one.dataset.value = value; return one; };
  line.append(head, cell(digits(n, 0), n), cell(digits(negative, 0), negative), cell(percent(negative / n), negative / n), cell(percent(low) + ' \\u2013 ' + percent(high), low));
  return line;
});
const draw = () => {
  const facet = chosen(), filtered = KEYS.some((key) => facet[key]);
  let findings = 0;
  for (const block of document.querySelectorAll('.finding')) {
    const has = (key, value) => !value || !block.dataset[key] || block.dataset[key].split(' ').includes(value);
    block.hidden = !(has('drivers', facet.driver) && has('stages', facet.stage) && has('periods', facet.period));
    if (!block.hidden) findings++;
  }
  const others = KEYS.filter((key) => key !== 'driver');
  const whole = chosenRows(counts, facet, others).filter((row) => row.driver === (facet.driver || 'all'));
  const sums = { n: 0, negative: 0, positive: 0, rated: 0, stars: 0, asked: 0, answered: 0, followed: 0, spilled: 0, doubt: 0 };
  for (const row of [...whole, ...chosenRows(cases, facet, KEYS)]) for (const key of Object.keys(sums)) sums[key] += row[key] || 0;
  sums.size = Math.min(sizeOf(whole, 'positive'), sizeOf(whole, 'negative'));
  retell(sums, facet, filtered);
  body.replaceChildren(...lines(new Map([...group(chosenRows(counts, facet, KEYS).filter((row) => row.driver !== 'all'), 'driver')].sort((a, b) => b[1].n - a[1].n)), (code) => data.drivers[code] || said.noDriver));
  if (months) months.replaceChildren(...lines(new Map([...group(whole, 'period')].sort((a, b) => a[0] < b[0] ? -1 : 1)), (code) => data.periods[code] || said.noPeriod));
  for (const head of document.querySelectorAll('#explorer th[aria-sort]')) head.removeAttribute('aria-sort');
  const messages = data.messages.filter((message) => fits(message, facet));
  list.replaceChildren(...messages.slice(0, limit).map(quote));
  byId('explorer-dits').hidden = data.messages.length === 0;
  more.hidden = messages.length <= limit;
  shown.textContent = fill(said.shown, { findings: digits(findings, 0), messages: digits(messages.length, 0) }) + (filtered ? said.chosen : '');
};
if (form) {
form.addEventListener('change', () => { limit = 6; draw(); });
form.addEventListener('reset', () => setTimeout(() => { limit = 6; draw(); }));
form.addEventListener('submit', (event) => event.preventDefault());
more.addEventListener('click', () => { limit += 12; draw(); });
draw();
}

/* Tables. */
document.addEventListener('click', (event) => {
  const button = event.target.closest('th button');
  if (!button) return;
  const head = button.closest('th'), table = head.closest('table'), rows = table.tBodies[0];
  const up = head.getAttribute('aria-sort') === 'descending';
  const key = (row) => { const cell = row.cells[head.cellIndex]; if (cell.dataset.value !== undefined) return Number(cell.dataset.value); const text = cell.firstChild ? cell.firstChild.textContent : '', number = Number(text.replace(/[\\s%+×<]/g, '').replace('\\u2212', '-').replace(said.decimal, '.')); return Number.isNaN(number) ? text : number; };
  const order = (a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
  const sorted = [...rows.rows].map((row, place) => ({ row, place, key: key(row) })).sort((a, b) => (up ? 1 : -1) * order(a.key, b.key) || a.place - b.place);
  for (const other of table.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
  rows.append(...sorted.map(({ row }) => row));
});
})();
`;
