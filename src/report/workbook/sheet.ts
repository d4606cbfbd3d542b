import { widthOf, type Cell } from './cell.js';

const HEAD = { bold: true, name: 'Calibri', size: 11 };

const letters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${letters(Math.floor(index / 26) - 1)}${letters(index % 26)}`;

/** A head stands over its column: numbers and dates to the right, texts to the left and off the numbers before them. */
export const alignmentOf = (right: boolean, at: number): object => ({
  vertical: 'top',
  horizontal: right ? 'right' : 'left',
  ...(!right && at > 0 && { indent: 1 }),
});
const isRight = (rows: readonly (readonly Cell[])[], at: number): boolean =>
  rows.some((row) => typeof row[at] === 'number' || row[at] instanceof Date) &&
  !rows.some((row) => typeof row[at] === 'string');

/** Texts that run over their column, shown whole. */
const wrappedCells = (rows: readonly (readonly Cell[])[]): [string, object][] =>
  rows.flatMap((row, at) =>
    row.flatMap((value, column): [string, object][] => {
      const alignment = { wrapText: true, ...alignmentOf(false, column) };
      return typeof value === 'string' ? [[`${at + 1},${column}`, { value, style: { alignment } }]] : [];
    }),
  );

/** Characters of the widest column. */
const WIDEST = 60;
const LINE = 15;
/** The highest row that a spreadsheet knows. */
const HIGHEST = 409;
/** Rows as high as their longest wrapped text: not every spreadsheet does it on opening, and texts then lie over each other. */
const rowHeights = (
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
): ReadonlyMap<number, { readonly height: number }> =>
  new Map(
    rows.map((row, at) => {
      const lines = row.map((value, column) =>
        typeof value === 'string' ? Math.ceil(value.length / (widths[column] ?? WIDEST)) : 1,
      );
      return [at + 1, { height: Math.min(HIGHEST, LINE * Math.max(1, ...lines)) }];
    }),
  );

/** A head of several words stands on two lines. */
const headWidth = (head: string): number =>
  3 +
  Math.max(
    head.length > 14 ? Math.ceil(head.length * 0.6) : head.length,
    ...head.split(' ').map(({ length }) => length),
  );

/** A wrapped text that would not go into the highest row has a wider column. */
const widthsOf = (heads: readonly string[], rows: readonly (readonly Cell[])[], wrapped: boolean): number[] =>
  heads.map((header, at) => {
    const longest = rows.reduce((most, row) => Math.max(most, widthOf(row[at] ?? '')), 0);
    const widest = wrapped ? Math.max(WIDEST, Math.ceil((1.1 * longest * LINE) / HIGHEST)) : WIDEST;
    return Math.min(widest, Math.max(10, headWidth(header), longest + 3));
  });

/** Letters of a title at the edge of a page, beside the name of the sheet. */
const EDGE = 60;

/** Of what a workbook is, and of when. */
export interface Edge {
  readonly title: string;
  readonly scope: string;
}

/** What a printed sheet says at its edges, its name and page beside. */
function edges({ title, scope }: Edge): object {
  const left = (text: string, most: number): string =>
    `&L${[...text].slice(0, most).join('').replaceAll('&', '&&')}`;
  return { oddHeader: `${left(title, EDGE)}&R&A`, oddFooter: `${left(scope, 2 * EDGE)}&R&P / &N` };
}

/** A sheet as the writer of workbooks takes it. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly object[];
  readonly rowDefs: ReadonlyMap<number, object>;
  readonly headerFooter: object;
  readonly [part: string]: unknown;
}

/** The heads of a sheet on every page printed; Excel offers to repair a workbook where a name of several words is not in quotes. */
export const printedHeads = ({ name }: Sheet): object => ({
  name: '_xlnm.Print_Titles',
  range: `'${name.replaceAll("'", "''")}'!$1:$1`,
  scope: name,
});

/** A sheet: heads bold, frozen and filtered, columns as wide as their cells, printed as wide as a page; `wrapped`: texts over several lines. */
export const sheet = (
  name: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  formats: readonly (string | undefined)[] = [],
  cells: ReadonlyMap<string, object> = new Map(),
  wrapped = false,
  edge: Edge = { title: '', scope: '' },
): Sheet => {
  const widths = widthsOf(heads, rows, wrapped);
  const alignments = heads.map((_, at) => alignmentOf(isRight(rows, at), at));
  const lines = heads.map((head, at) => (head.length + 2 > (widths[at] ?? WIDEST) ? 2 : 1));
  return {
    name: name.slice(0, 31),
    columns: heads.map((header, at) => ({
      header,
      key: `c${at}`,
      width: widths[at],
      style: { alignment: alignments[at], ...(formats[at] !== undefined && { numFmt: formats[at] }) },
    })),
    data: rows.map((row) => Object.fromEntries(row.map((cell, at) => [`c${at}`, cell]))),
    freezePane: { rows: 1 },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: edges(edge),
    rowDefs: new Map([
      [0, { height: LINE * Math.max(1, ...lines) }],
      ...(wrapped ? rowHeights(rows, widths) : []),
    ]),
    cells: new Map([
      ...heads.map((value, at) => {
        const style = { font: HEAD, alignment: { wrapText: true, ...alignments[at] } };
        return [`0,${at}`, { value, style }] as const;
      }),
      ...(wrapped ? wrappedCells(rows) : []),
      ...cells,
    ]),
    ...(heads.length > 0 && { autoFilter: { range: `A1:${letters(heads.length - 1)}${rows.length + 1}` } }),
  };
};
