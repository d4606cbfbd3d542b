import { writeXlsx } from 'hucre/xlsx';
import { type Cell, makeWorkbook } from '../bytes/make-archive.js';
import { type Accident, layoutsOfFamily, type Planted, type PlantedLayout } from './plant.js';

type Rows = readonly (readonly Cell[])[];
type Value = string | number | boolean | Date | null;

const HEADER = ['Date', 'Auteur', 'Commentaire', 'Note'] as const;
const day = ({ at }: Planted): string => at.toISOString().slice(0, 19).replace('T', ' ');
const serial = ({ at }: Planted): number => at.getTime() / 86_400_000 + 25_569;
const rowOf = (one: Planted): Cell[] => [day(one), one.author, one.text, one.rating];
const rowsOf = (planted: readonly Planted[]): Rows => [HEADER, ...planted.map(rowOf)];
const textsOf = (planted: readonly Planted[]): string[] => planted.map(({ text }) => text);
const blank: readonly Cell[] = [null, null, null, null];

/** One sheet, as an accident leaves its rows. */
const sheet =
  (change: (rows: Rows, planted: readonly Planted[]) => Rows, more: Partial<PlantedLayout> = {}): Accident =>
  (planted) => ({
    file: 'avis.xlsx',
    bytes: makeWorkbook([change(rowsOf(planted), planted)]),
    texts: textsOf(planted),
    ...more,
  });
/** Several sheets, some of them hidden. */
const book =
  (
    sheets: (planted: readonly Planted[]) => readonly Rows[],
    hidden: readonly number[] = [],
    more: Partial<PlantedLayout> = {},
  ): Accident =>
  (planted) => ({
    file: 'avis.xlsx',
    bytes: makeWorkbook(sheets(planted), hidden),
    texts: textsOf(planted),
    ...more,
  });

const halves = (planted: readonly Planted[]): readonly [Rows, Rows] => {
  const middle = planted.length >> 1;
  return [rowsOf(planted.slice(0, middle)), rowsOf(planted.slice(middle))];
};

const BY_HAND: Readonly<Record<string, Accident>> = {
  nothing: sheet((rows) => rows),
  'two title lines': sheet(
    (rows) => [['Enquête de satisfaction 2026'], ['Maison Brel', 'export du 20 mars'], ...rows],
    { rejects: 2 },
  ),
  'blank rows above, between and below': sheet((rows) => [
    [],
    [],
    rows[0] ?? [],
    [],
    ...rows.slice(1).flatMap((row) => [row, blank]),
    [],
    [],
  ]),
  'a row of totals': sheet((rows) => [...rows, ['Total', null, null, 42]], { rejects: 1 }),
  'an average below an empty row': sheet((rows) => [...rows, [], ['Moyenne', null, null, 3.4]], {
    rejects: 1,
  }),
  'a footnote': sheet((rows) => [...rows, [], ['* notes de 1 à 5, questionnaire en ligne']], { rejects: 1 }),
  'an empty first column': sheet((rows) => rows.map((row) => (row.length === 0 ? row : [null, ...row]))),
  'empty columns between': sheet((rows) => rows.map(([a = null, ...row]) => [a, null, null, ...row])),
  'columns without name': sheet((rows) => rows.map((row, at) => [...row, at === 0 ? null : `x${at}`])),
  'dates as numbers of a calendar': sheet((_, planted) => [
    HEADER,
    ...planted.map((one) => [{ date: serial(one) }, one.author, one.text, one.rating] as Cell[]),
  ]),
  'numbers as texts': sheet((rows) =>
    rows.map((row) => row.map((cell) => (typeof cell === 'number' ? `${cell},0` : cell))),
  ),
  'formulas for texts': sheet((_, planted) => [
    HEADER,
    ...planted.map(
      (one) => [day(one), one.author, { formula: 'A1&B1', value: one.text }, one.rating] as Cell[],
    ),
  ]),
  'line ends in cells': (planted, seed) =>
    sheet((rows) => rows)(
      planted.map((one) => ({ ...one, text: `${one.text}\nEt voilà.\r\nFin` })),
      seed,
    ),
  'the header again': sheet((rows) => [...rows.slice(0, 3), HEADER, ...rows.slice(3)], { rejects: 1 }),
  'links in cells': sheet((_, planted) => [
    [...HEADER, 'Lien'],
    ...planted.map(
      (one) => [...rowOf(one), { text: 'voir', link: `https://exemple.org/avis/${one.id}` }] as Cell[],
    ),
  ]),
  // Entities are the signs they stand for, as platforms hand texts over escaped; tags stay.
  'markup in cells': (planted, seed) =>
    sheet((rows) =>
      rows.map((row) =>
        row.map((cell) => (typeof cell === 'string' ? cell.replace('& <i><', '&amp; <i>&lt;') : cell)),
      ),
    )(
      planted.map((one) => ({ ...one, text: `${one.text} & <i><</i>` })),
      seed,
    ),
  'two sheets of one table': book((planted) => halves(planted)),
  'a sheet of explanations first': book((planted) => [
    [['Cette feuille explique'], ['la seconde']],
    rowsOf(planted),
  ]),
  'an empty sheet first': book((planted) => [[], rowsOf(planted)]),
  'a hidden copy of part': book(
    (planted) => {
      const [hidden, shown] = halves(planted);
      return [hidden, shown];
    },
    [0],
  ),
  'a sheet of another table': book((planted) => {
    const [first, second] = halves(planted);
    return [
      first,
      [['Le', 'Qui', 'Message', 'Étoiles', 'Magasin'], ...second.slice(1).map((row) => [...row, 'Lyon'])],
    ];
  }),
  'a name that says another format': (planted, seed) => ({
    ...sheet((rows) => rows)(planted, seed),
    file: ['avis.xls', 'avis.csv', 'avis.zip', 'avis'][seed % 4] ?? '',
  }),
  'one row': (planted, seed) => sheet((rows) => rows)(planted.slice(0, 1), seed),
  'a cell that is an error': sheet((rows) =>
    rows.map((row, at) => (at === 0 ? [...row, 'Calcul'] : [...row, { formula: '1/0', value: '#DIV/0!' }])),
  ),
};

/** Rows of a sheet as a library that others use writes it, with styles and strings apart. */
async function written(rows: readonly (readonly Value[])[], more: object = {}): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: 'Réponses', rows: rows.map((row) => [...row]), ...more }] });
}
const values = (planted: readonly Planted[]): Value[][] => [
  [...HEADER],
  ...planted.map((one) => [one.at, one.author, one.text, one.rating] as Value[]),
];

type Later = (planted: readonly Planted[]) => Promise<Omit<PlantedLayout, 'name'>>;
const later =
  (make: (planted: readonly Planted[]) => Promise<Uint8Array>, more: Partial<PlantedLayout> = {}): Later =>
  async (planted) => ({ file: 'avis.xlsx', bytes: await make(planted), texts: textsOf(planted), ...more });

/** Written by another library: shared strings, styles, merged cells. */
const BY_LIBRARY: Readonly<Record<string, Later>> = {
  nothing: later((planted) => written(values(planted))),
  'a merged title': later(
    (planted) =>
      written([['Satisfaction 2026', null, null, null], ...values(planted)], {
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }],
      }),
    { rejects: 1 },
  ),
  'a filter and a frozen row': later((planted) =>
    written(values(planted), { autoFilter: { range: `A1:D${planted.length + 1}` }, freezePane: { rows: 1 } }),
  ),
  'hidden rows': later((planted) => written(values(planted), { rowDefs: new Map([[2, { hidden: true }]]) })),
  'yes and no': later((planted) =>
    written(values(planted).map((row, at) => [...row, at === 0 ? 'Client fidèle' : at % 2 === 0])),
  ),
};

/** Workbooks to which accidents happened: `seeds` plantings of each. */
export const workbookLayouts = (seeds: number): readonly (() => Promise<PlantedLayout>)[] => [
  ...layoutsOfFamily('workbook', BY_HAND, seeds),
  ...layoutsOfFamily('workbook of another library', BY_LIBRARY, seeds),
];
