import { headingsOf } from '../story/headlines.js';
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

/** What the summary says that no finding does: which key figures moved, and how many actions follow. */
function summaryTitle({ tiles, actions, happened, overflows }: Story, words: Desk['words']): string {
  const compared = tiles.filter(({ moved }) => moved !== undefined);
  const clear = compared.filter(({ moved }) => moved === true);
  const [names, one] = [
    words.list(clear.map(({ label }) => words.say(`« ${label} »`, `“${label}”`))),
    clear.length === 1,
  ];
  const rest = clear.length < compared.length;
  const findings = happened.length + overflows.length;
  const parts = [
    clear.length > 0
      ? words.say(
          `${names} ${one ? 'a' : 'ont'} bougé en un trimestre${rest ? ', les autres chiffres clés sans écart établi' : ''}`,
          `${names} moved in a quarter${rest ? ', no established difference in the other key figures' : ''}`,
        )
      : compared.length > 0
        ? words.say(
            'Aucun chiffre clé n’a bougé en un trimestre au-delà de l’incertitude',
            'No key figure moved in a quarter beyond uncertainty',
          )
        : tiles.length > 0
          ? words.say(
              'Un état des lieux, sans trimestre précédent',
              'Where things stand, with no quarter before',
            )
          : findings > 0
            ? words.count(findings, ['constat', 'constats'], ['finding', 'findings'])
            : words.say('Trop peu de données pour conclure', 'Too little data to conclude'),
    actions.length === 0
      ? ''
      : words.count(
          actions.length,
          ['action proposée', 'actions proposées'],
          ['action proposed', 'actions proposed'],
        ),
  ];
  return parts.filter((part) => part !== '').join(words.say(' ; ', '; '));
}

/** Depth 1 on a slide: which key figures moved as its title, tiles, then what to do, what happened and what overflows. */
export function summarySlide(desk: Desk, story: Story): void {
  const { theme, words } = desk;
  const slide = titledSlide(desk, summaryTitle(story, words), [
    ...[...story.happened, ...story.overflows, ...story.actions].map(({ text }) => text),
    ...story.tiles.map(({ label, value, detail }) =>
      words.say(`${label} : ${value} (${detail})`, `${label}: ${value} (${detail})`),
    ),
  ]);
  const cell = (text: string, options: object): { text: string; options: object } => ({
    text,
    options: { fontFace: theme.bodyFont, color: theme.ink, ...options },
  });
  if (story.tiles.length > 0)
    slide.addTable(
      [
        story.tiles.map(({ label }) => cell(label, { fontSize: 15, color: theme.soft })),
        story.tiles.map(({ value }) => cell(value, { fontSize: 34, bold: true, color: theme.accent })),
        story.tiles.map(({ change, sector }) =>
          cell(sector === '' ? change : `${change} ; ${sector}`, { fontSize: 12, color: theme.soft }),
        ),
      ],
      {
        x: 0.5,
        y: 1.4,
        w: 12.3,
        border: { type: 'none' },
        objectName: words.say('Chiffres clés', 'Key figures'),
      },
    );
  const heads = headingsOf(words);
  const told = [
    { head: heads.actions, texts: story.actions.map(({ text }) => text), bold: true },
    { head: heads.happened, texts: story.happened.map(({ text }) => text), bold: false },
    { head: heads.overflows, texts: story.overflows.map(({ text }) => text), bold: false },
  ].filter(({ texts }) => texts.length > 0);
  if (told.length === 0) return;
  slide.addTable(
    [
      told.map(({ head }) => cell(head, { fontSize: 15, bold: true, color: theme.accent })),
      told.map(({ texts, bold }) => ({
        text: texts.map((text) => ({ text, options: { bullet: true, breakLine: true, paraSpaceAfter: 6 } })),
        options: { fontFace: theme.bodyFont, color: theme.ink, fontSize: 14, bold, valign: 'top' },
      })),
    ] as never,
    {
      x: 0.5,
      y: story.tiles.length > 0 ? 3.8 : 1.5,
      w: 12.3,
      border: { type: 'none' },
      objectName: words.say('En bref', 'In short'),
    },
  );
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
