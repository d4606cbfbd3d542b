import type { AnnexTable, Finding, Story } from '../story/story.js';
import { caseListOf } from '../story/case-list.js';
import { openingSlide, titledSlide, type Desk, type Slide } from './desk.js';

/** Rows told of a table in the annex; the workbook has all. */
const ROWS = 11;
/** Columns told of each channel: stage, channel, messages of customers and of the brand, authors, all. */
const SOURCE_COLUMNS = 6;
const OF_CUSTOMERS = 2;
/** A table's width, in inches. */
const WIDTH = 12.3;
/** What the margins of a cell take, in letters. */
const MARGIN_LETTERS = 6;
/** Methods told in the notes. */
const METHODS = 8;

/** Title, period and what must be known first. */
export function coverSlide(desk: Desk, { title, subtitle, notes }: Story): void {
  const { theme } = desk;
  const slide = openingSlide(desk, title);
  slide.addText(
    [subtitle, ...notes].map((text) => ({ text, options: { breakLine: true } })),
    {
      x: 0.8,
      y: 3.8,
      w: 11.7,
      h: 1.2,
      fontSize: 16,
      color: theme.soft,
      fontFace: theme.bodyFont,
      margin: 0,
      valign: 'top',
    },
  );
  slide.addNotes(subtitle);
}

/** A native table, its head in bold; columns of numbers to the right. */
function tableOn(
  { theme }: Desk,
  slide: Slide,
  rows: readonly (readonly (string | { readonly text: string; readonly bold: true })[])[],
  {
    name,
    widths,
    size,
    numeric = [],
  }: {
    readonly name: string;
    readonly widths: readonly number[];
    readonly size: number;
    readonly numeric?: readonly boolean[];
  },
): void {
  slide.addTable(
    rows.map((row, line) =>
      row.map((content, column) => ({
        text: typeof content === 'string' ? content : content.text,
        options: {
          fontFace: theme.bodyFont,
          color: theme.ink,
          fontSize: size,
          bold: line === 0 || typeof content !== 'string',
          align: numeric[column] === true ? 'right' : 'left',
          valign: 'top',
        },
      })),
    ) as never,
    {
      x: 0.5,
      y: 1.5,
      w: WIDTH,
      colW: [...widths],
      border: { type: 'solid', pt: 0.5, color: 'C3CCD5' },
      objectName: name,
    },
  );
}

const bold = (text: string): { readonly text: string; readonly bold: true } => ({ text, bold: true });

/** What to do, and after which finding: first what the summary says, then what only the slides of `told` say. One thing is said there. */
export function actionsSlide(desk: Desk, story: Story, told: readonly Finding[]): void {
  const { words } = desk;
  const { findings } = story;
  const actions = [...story.actions, ...told.flatMap(({ action }) => action ?? [])].filter(
    ({ text }, at, all) => all.findIndex((other) => other.text === text) === at,
  );
  if (actions.length < 2) return;
  const slide = titledSlide(
    desk,
    words.say(
      `${actions.length} actions proposées, celle qui pèse le plus d’abord`,
      `${actions.length} actions proposed, the weightiest first`,
    ),
    actions.map(({ text }) => text),
  );
  tableOn(
    desk,
    slide,
    [
      [words.say('Action', 'Action'), words.say('Parce que', 'Because')],
      ...actions.map(({ text, finding }) => [
        bold(text),
        findings.find(({ id }) => id === finding)?.title ?? '',
      ]),
    ],
    { name: words.say('Actions', 'Actions'), widths: [6.5, 5.8], size: actions.length > 6 ? 11 : 15 },
  );
}

/** Where the annex begins. */
export function dividerSlide(desk: Desk): void {
  const { words } = desk;
  const slide = openingSlide(desk, words.say('Annexe', 'Annex'));
  slide.addNotes(
    words.say(
      'Tables, méthodes et limites : voir le classeur et la page.',
      'Tables, methods and limits: see the workbook and the page.',
    ),
  );
}

/** Every headline figure with its interval and its denominator. */
export function evidenceSlide(desk: Desk, { tiles, annex }: Story): void {
  const { words } = desk;
  if (tiles.length === 0) return;
  const slide = titledSlide(
    desk,
    words.say(
      'Chaque chiffre clé a son intervalle et son effectif',
      'Every key figure has its interval and its count',
    ),
    annex.slice(0, METHODS).map(({ title, method }) => `${title}. ${method}`),
  );
  const name = words.say('Mesure', 'Measure');
  tableOn(
    desk,
    slide,
    [
      [name, words.say('Valeur', 'Value'), words.say('Intervalle et effectif', 'Interval and count')],
      ...tiles.map(({ label, value, detail }) => [label, bold(value), detail]),
    ],
    { name, widths: [3.4, 1.8, 7.1], size: 13 },
  );
}

/** The cases that an action sends the reader to, by their marks, a slide a list. */
export function casesSlides(desk: Desk, { actions, findings, annex }: Story): void {
  for (const action of actions) {
    const table = caseListOf(action, annex);
    const title = findings.find(({ id }) => id === action.finding)?.title;
    if (table !== undefined && title !== undefined) listSlide(desk, table, title, table.columns.length);
  }
}

/** What was read, channel by channel. */
export function sourcesSlide(desk: Desk, { annex, subtitle }: Story): void {
  const { words } = desk;
  const table = annex.find(({ id }) => id === 'volumeByChannel');
  if (table === undefined) return;
  // Cells are printed numbers: their digits are the count.
  const countOf = (row: readonly string[], column: number): number =>
    Number((row[column] ?? '').replace(/\D/g, ''));
  const byCustomers = table.rows.toSorted((a, b) => countOf(b, OF_CUSTOMERS) - countOf(a, OF_CUSTOMERS));
  // Articles are received too, of no customer.
  const press = words.label('stage', 'press');
  const heard = byCustomers.find((row) => row[0] !== press && countOf(row, OF_CUSTOMERS) > 0);
  const [first] = table.rows;
  const title =
    table.rows.length === 1
      ? words.say(
          `Un seul canal : « ${first?.[1] ?? ''} », ${first?.[SOURCE_COLUMNS - 1] ?? ''} messages`,
          `One channel alone: “${first?.[1] ?? ''}”, ${first?.[SOURCE_COLUMNS - 1] ?? ''} messages`,
        )
      : heard === undefined
        ? words.say(
            `Aucun message de client ; ${first?.[SOURCE_COLUMNS - 1] ?? ''} messages sur « ${first?.[1] ?? ''} »`,
            `No message of a customer; ${first?.[SOURCE_COLUMNS - 1] ?? ''} messages on “${first?.[1] ?? ''}”`,
          )
        : words.say(
            `Les clients écrivent surtout sur « ${heard[1] ?? ''} » : ${heard[OF_CUSTOMERS] ?? ''} messages`,
            `Customers write most on “${heard[1] ?? ''}”: ${heard[OF_CUSTOMERS] ?? ''} messages`,
          );
  const rows = heard === undefined ? table.rows : byCustomers;
  listSlide(desk, { ...table, rows }, title, SOURCE_COLUMNS, subtitle);
}

/** The first rows and columns of a table of the annex; the workbook has all. */
function listSlide(desk: Desk, table: AnnexTable, title: string, most: number, about = ''): void {
  const columns = table.columns.slice(0, most);
  const rows = table.rows.slice(0, ROWS);
  const slide = titledSlide(desk, title, [about, table.method, table.note]);
  const letters = columns.map(
    ({ title: head }, at) =>
      MARGIN_LETTERS +
      Math.max(...head.split(' ').map(({ length }) => length), ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const all = letters.reduce((sum, count) => sum + count, 0);
  tableOn(
    desk,
    slide,
    [columns.map(({ title: head }) => head), ...rows].map((row) => row.slice(0, most)),
    {
      name: table.title,
      widths: letters.map((count) => (WIDTH * count) / all),
      size: columns.length > SOURCE_COLUMNS ? 11 : 12,
      numeric: columns.map(({ numeric }) => numeric),
    },
  );
}
