import type { Story } from '../story/story.js';
import { openingSlide, titledSlide, type Desk } from './desk.js';

/** Channels told in the annex; the workbook has all. */
const SOURCES = 11;
/** Columns told of each: stage, channel, messages of customers and of the brand, authors, all. */
const SOURCE_COLUMNS = 6;
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

/** What to do, and after which finding; one thing is said on the summary. */
export function actionsSlide(desk: Desk, story: Story): void {
  const { theme, words } = desk;
  if (story.actions.length < 2) return;
  const head = [words.say('Action', 'Action'), words.say('Parce que', 'Because')];
  const slide = titledSlide(
    desk,
    words.say(
      `${story.actions.length} actions proposées, celle qui pèse le plus d’abord`,
      `${story.actions.length} actions proposed, the weightiest first`,
    ),
    story.actions.map(({ text }) => text),
  );
  const cell = (text: string, bold = false): object => ({
    text,
    options: { fontFace: theme.bodyFont, color: theme.ink, fontSize: 15, bold, valign: 'top' },
  });
  slide.addTable(
    [
      head.map((text) => cell(text, true)),
      ...story.actions.map(({ text, finding }) => [
        cell(text, true),
        cell(story.findings.find(({ id }) => id === finding)?.title ?? ''),
      ]),
    ] as never,
    {
      x: 0.5,
      y: 1.5,
      w: 12.3,
      colW: [6.5, 5.8],
      border: { type: 'solid', pt: 0.5, color: 'C3CCD5' },
      objectName: words.say('Actions', 'Actions'),
    },
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
export function evidenceSlide(desk: Desk, story: Story): void {
  const { theme, words } = desk;
  if (story.tiles.length === 0) return;
  const slide = titledSlide(
    desk,
    words.say(
      'Chaque chiffre clé a son intervalle et son effectif',
      'Every key figure has its interval and its count',
    ),
    story.annex.slice(0, METHODS).map(({ title, method }) => `${title}. ${method}`),
  );
  const cell = (text: string, bold = false): object => ({
    text,
    options: { fontFace: theme.bodyFont, color: theme.ink, fontSize: 13, bold, valign: 'top' },
  });
  const head = [
    words.say('Mesure', 'Measure'),
    words.say('Valeur', 'Value'),
    words.say('Intervalle et effectif', 'Interval and count'),
  ];
  slide.addTable(
    [
      head.map((text) => cell(text, true)),
      ...story.tiles.map(({ label, value, detail }) => [cell(label), cell(value, true), cell(detail)]),
    ] as never,
    {
      x: 0.5,
      y: 1.5,
      w: 12.3,
      colW: [3.4, 1.8, 7.1],
      border: { type: 'solid', pt: 0.5, color: 'C3CCD5' },
      objectName: head[0] ?? '',
    },
  );
}

/** What was read, channel by channel. */
export function sourcesSlide(desk: Desk, story: Story): void {
  const { theme, words } = desk;
  const table = story.annex.find(({ id }) => id === 'volumeByChannel');
  if (table === undefined) return;
  const [most] = table.rows;
  const [channel, count] = [most?.[1] ?? '', most?.[SOURCE_COLUMNS - 1] ?? ''];
  const slide = titledSlide(
    desk,
    words.say(
      `Le premier canal est « ${channel} » : ${count} messages`,
      `The first channel is “${channel}”: ${count} messages`,
    ),
    [story.subtitle, table.method, table.note],
  );
  const cell = (text: string, bold: boolean, align: 'left' | 'right'): object => ({
    text,
    options: { fontFace: theme.bodyFont, color: theme.ink, fontSize: 12, bold, align, valign: 'middle' },
  });
  const [first = [], ...rest] = [
    table.columns.map(({ title }) => title),
    ...table.rows.slice(0, SOURCES).map((row) => [...row]),
  ].map((row) => row.slice(0, SOURCE_COLUMNS));
  const align = (at: number): 'left' | 'right' => (table.columns[at]?.numeric === true ? 'right' : 'left');
  slide.addTable(
    [
      first.map((text, at) => cell(text, true, align(at))),
      ...rest.map((row) => row.map((text, at) => cell(text, false, align(at)))),
    ] as never,
    {
      x: 0.5,
      y: 1.5,
      w: 12.3,
      colW: first.map((_, at) => (at === 1 ? 4.3 : at === 0 ? 2 : 6 / Math.max(1, first.length - 2))),
      border: { type: 'solid', pt: 0.5, color: 'C3CCD5' },
      objectName: table.title,
    },
  );
}
