import { escapeHtml } from '../escape.js';
import { caseListOf } from '../story/case-list.js';
import type { AnnexTable, Story } from '../story/story.js';
import type { Words } from '../story/words.js';
import { methodHtml } from './method-html.js';

/** Closed, it is not printed, but for the lists of cases that actions name. */
export function annex({ annex: tables, findings }: Story, words: Words): string {
  if (tables.length === 0) return '';
  const printed = new Set(
    findings.flatMap(({ action }) => (action ? (caseListOf(action, tables) ?? []) : [])),
  );
  return `<details id="annexe"${printedClass(printed.size > 0)}><summary>${words.say('Annexe : tables, méthodes, limites, qualité des données', 'Annex: tables, methods, limits, quality of the data')}</summary>
<p class="small">${words.say('Sous une valeur, son intervalle.', 'Under a value, its interval.')}</p>
${tables.map((table) => annexTable(table, printed.has(table), words)).join('\n')}
</details>`;
}

const printedClass = (printed: boolean): string => (printed ? ' class="printed"' : '');

/** Rows from which a column that says the same in all of them is told once. */
const REPEATED = 3;

/** Columns that say the same text in every row. */
const repeated = ({ columns, rows }: AnnexTable): ReadonlySet<number> =>
  new Set(
    columns.flatMap(({ numeric }, place) =>
      !numeric && place > 0 && rows.length >= REPEATED && new Set(rows.map((row) => row[place])).size === 1
        ? [place]
        : [],
    ),
  );

/** From a bound to the other; one alone says on which side it stands. */
function rangeText(low: string, high: string): string {
  if (low === '–') return high === '–' ? '' : `≤ ${high}`;
  return high === '–' ? `≥ ${low}` : `${low} – ${high}`;
}

function annexTable(table: AnnexTable, printed: boolean, words: Words): string {
  const { id, title, columns, rows, note, method, limits } = table;
  const once = repeated(table);
  const shown = columns.flatMap(({ boundOf }, place) =>
    boundOf === undefined && !once.has(place) ? [place] : [],
  );
  const number = (place: number): string => (columns[place]?.numeric === true ? ' class="number"' : '');
  const head = shown
    .map(
      (place) =>
        `<th scope="col"${number(place)}><button type="button">${escapeHtml(columns[place]?.title ?? '')}</button></th>`,
    )
    .join('');
  // a value, and its bounds under it
  const cell = (row: readonly string[], place: number): string => {
    const bound = (upper: boolean): string =>
      row.find((_, at) => columns[at]?.boundOf === place && columns[at]?.upper === upper) ?? '–';
    const range = rangeText(bound(false), bound(true));
    return `${escapeHtml(row[place] ?? '')}${range === '' ? '' : `<span class="of"> ${escapeHtml(range)}</span>`}`;
  };
  const body = rows
    .map(
      (row) =>
        `<tr>${shown.map((place, at) => `<${at === 0 ? 'th scope="row"' : 'td'}${number(place)}>${cell(row, place)}</${at === 0 ? 'th' : 'td'}>`).join('')}</tr>`,
    )
    .join('');
  const everywhere = [...once]
    .map((place) => `${columns[place]?.title}${words.say('\u00a0: ', ': ')}${rows[0]?.[place]}`)
    .join(words.say('\u00a0; ', '; '));
  return `<details id="table-${escapeHtml(id)}"${printedClass(printed)}><summary>${escapeHtml(title)}</summary><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(title)}"><table><caption class="alone">${escapeHtml(title)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>${[
    everywhere === '' ? '' : `${words.say('Dans ces lignes, ', 'In these rows, ')}${everywhere}.`,
    note,
  ]
    .filter((text) => text !== '')
    .map((text) => `<p class="small">${escapeHtml(text)}</p>`)
    .join('')}${methodHtml(`${method} ${limits}`, words)}</details>`;
}
