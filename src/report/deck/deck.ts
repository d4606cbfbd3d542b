import { shortened } from '../story/quotes.js';
import type { Finding, Story } from '../story/story.js';
import { wordsOf, type Words } from '../story/words.js';
import { nativeChart, withErrorBars, type NativeChart } from './chart-slide.js';
import { DEFAULT_THEME, type DeckTheme } from './deck-theme.js';
import { fixedZip } from './fixed-zip.js';

/** Slides before the annex; one message each. */
const MESSAGES = 11;
/** Words of a slide outside its tables. */
const WORDS = 40;
/** A quote of fewer words says nothing. */
const LEAST_QUOTE = 8;

type Pptx = import('pptxgenjs').default;
type Slide = ReturnType<Pptx['addSlide']>;

interface Desk {
  readonly pptx: Pptx;
  readonly theme: DeckTheme;
  readonly words: Words;
  readonly charts: NativeChart[];
}

/** Findings of a sector in the order of its deck: a retailer's care comes before its image. */
const FIRST: Readonly<Record<Story['sector'], readonly string[]>> = {
  'agri-food': ['crisis', 'spill', 'drivers', 'shift'],
  retail: ['crisis', 'answers', 'spill', 'rating'],
  other: [],
};

/**
 * The story as a deck: one message a slide as its title, native charts whose workbooks hold the numbers, notes with method and
 * denominators. The same story gives the same bytes.
 */
export async function renderDeck(story: Story, theme: DeckTheme = DEFAULT_THEME): Promise<Uint8Array> {
  const { default: PptxGenJS } = (await import('pptxgenjs')) as unknown as {
    readonly default: new () => Pptx;
  };
  const pptx = new PptxGenJS();
  pptx.layout = 'LAYOUT_WIDE';
  pptx.title = story.title;
  pptx.author = 'deversoir';
  pptx.company = '';
  pptx.theme = { headFontFace: theme.headFont, bodyFontFace: theme.bodyFont };
  pptx.defineSlideMaster({
    title: 'DEVERSOIR',
    background: { color: theme.paper },
    objects: [
      { rect: { x: 0, y: 0, w: 13.33, h: 0.12, fill: { color: theme.accent } } },
      ...(theme.logo === undefined ? [] : [{ image: { x: 12, y: 6.75, w: 1, h: 0.5, data: theme.logo } }]),
    ],
    slideNumber: { x: 0.4, y: 7, fontSize: 10, color: theme.soft, fontFace: theme.bodyFont },
  });
  const desk: Desk = { pptx, theme, words: wordsOf(story.language, 'UTC'), charts: [] };
  cover(desk, story);
  summary(desk, story);
  const told = ordered(story).slice(0, MESSAGES);
  for (const finding of told) findingSlide(desk, finding);
  actions(desk, story);
  divider(desk);
  evidence(desk, story);
  const bytes = (await pptx.write({ outputType: 'uint8array' })) as Uint8Array;
  return fixedZip(bytes, (name, text) => {
    const place = /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1];
    const chart = place === undefined ? undefined : desk.charts[Number(place) - 1];
    return chart === undefined ? text : withErrorBars(text, chart);
  });
}

/** The sector's own first findings, then the others by rank; those without a chart nor a quote stay in the annex. */
function ordered({ findings, sector }: Story): Finding[] {
  const place = ({ id }: Finding): number => {
    const at = FIRST[sector].findIndex((first) => id === first || id.startsWith(`${first}-`));
    return at < 0 ? FIRST[sector].length : at;
  };
  return findings
    .filter(({ chart, quotes }) => chart !== null || quotes.length > 0)
    .toSorted((a, b) => place(a) - place(b) || b.rank.score - a.rank.score);
}

function titled({ pptx, theme }: Desk, title: string, notes: readonly string[]): Slide {
  const slide = pptx.addSlide({ masterName: 'DEVERSOIR' });
  slide.addText(title, {
    x: 0.5,
    y: 0.3,
    w: 12.3,
    h: 0.95,
    fontSize: title.length > 90 ? 20 : 24,
    bold: true,
    color: theme.ink,
    fontFace: theme.headFont,
    valign: 'middle',
    margin: 0,
    fit: 'shrink',
    objectName: 'Title',
  });
  slide.addNotes(notes.filter((note) => note !== '').join('\n\n'));
  return slide;
}

function cover({ pptx, theme }: Desk, { title, subtitle, notes }: Story): void {
  const slide = pptx.addSlide({ masterName: 'DEVERSOIR' });
  slide.addText(title, {
    x: 0.8,
    y: 2.4,
    w: 11.7,
    h: 1.3,
    fontSize: 36,
    bold: true,
    color: theme.accent,
    fontFace: theme.headFont,
    margin: 0,
    objectName: 'Title',
  });
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

/** Tiles as a table, and the one thing that happened: what is said aloud in a minute. */
function summary(desk: Desk, story: Story): void {
  const { theme, words } = desk;
  const [first] = story.happened;
  const slide = titled(desk, words.say('Le trimestre en une page', 'The quarter on a page'), [
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
        story.tiles.map(({ label }) => cell(label, { fontSize: 13, color: theme.soft })),
        story.tiles.map(({ value }) => cell(value, { fontSize: 28, bold: true })),
        story.tiles.map(({ change }) => cell(change, { fontSize: 12, color: theme.soft })),
      ],
      {
        x: 0.5,
        y: 1.4,
        w: 12.3,
        border: { type: 'none' },
        objectName: words.say('Chiffres clés', 'Key figures'),
      },
    );
  const lines = [first, story.overflows[0]].flatMap((said) => (said === undefined ? [] : [said.text]));
  slide.addText(
    lines.map((text) => ({ text, options: { bullet: true, breakLine: true } })),
    {
      x: 0.5,
      y: 4.1,
      w: 12.3,
      h: 2.6,
      fontSize: 18,
      color: theme.ink,
      fontFace: theme.bodyFont,
      valign: 'top',
      paraSpaceAfter: 10,
    },
  );
}

const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

function findingSlide(desk: Desk, finding: Finding): void {
  const { theme, words } = desk;
  const { chart, quotes, action } = finding;
  const slide = titled(desk, finding.title, [
    finding.text,
    finding.change,
    finding.evidence,
    words.say(`Méthode : ${finding.method}`, `Method: ${finding.method}`),
    finding.limits === '' ? '' : words.say(`Limites : ${finding.limits}`, `Limits: ${finding.limits}`),
    ...quotes.map(({ text, source }) => words.say(`« ${text} » (${source})`, `“${text}” (${source})`)),
  ]);
  const [quote] = quotes;
  let left = WORDS - countWords(finding.title) - (action === null ? 0 : countWords(action.text));
  const heads = chart !== null && countWords(chart.title) <= left;
  if (heads) left -= countWords(chart.title);
  const spoken = left - countWords(quote?.source ?? '');
  const quoted = quote !== undefined && spoken >= LEAST_QUOTE;
  const wide = !quoted && chart !== null;
  if (chart !== null) {
    if (heads)
      slide.addText(chart.title, {
        x: 0.5,
        y: 1.35,
        w: wide ? 12.3 : 8,
        h: 0.35,
        fontSize: 13,
        color: theme.soft,
        fontFace: theme.bodyFont,
        margin: 0,
      });
    const native = nativeChart(chart, theme);
    desk.charts.push(native);
    slide.addChart(native.type, native.data, {
      x: 0.5,
      y: 1.75,
      w: wide ? 12.3 : 8,
      h: 4.3,
      ...native.options,
      objectName: chart.title,
    });
  }
  if (quoted) {
    const text = cutToWords(quote.text, spoken);
    slide.addText(
      [
        {
          text: words.say(`« ${text} »`, `“${text}”`),
          options: { italic: true, fontSize: 16, breakLine: true },
        },
        { text: quote.source, options: { fontSize: 11, color: theme.soft } },
      ],
      {
        x: chart === null ? 0.9 : 8.9,
        y: 1.8,
        w: chart === null ? 11.5 : 3.9,
        h: 4.1,
        color: theme.ink,
        fontFace: theme.bodyFont,
        valign: 'top',
        paraSpaceAfter: 6,
      },
    );
  }
  if (action !== null)
    slide.addText(action.text, {
      x: 0.5,
      y: 6.2,
      w: 11.3,
      h: 0.7,
      fontSize: 16,
      bold: true,
      color: theme.strong,
      fontFace: theme.bodyFont,
      margin: 0,
      valign: 'middle',
    });
}

/** A text of so many words, the cut shown. */
function cutToWords(text: string, most: number): string {
  const parts = shortened(text).split(' ');
  return parts.length <= most ? parts.join(' ') : `${parts.slice(0, most).join(' ')} […]`;
}

function actions(desk: Desk, story: Story): void {
  const { theme, words } = desk;
  if (story.actions.length === 0) return;
  const head = [words.say('Action', 'Action'), words.say('Parce que', 'Because')];
  const slide = titled(
    desk,
    words.say('Ce que nous proposons pour le trimestre', 'What we propose for the quarter'),
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

function divider(desk: Desk): void {
  const { pptx, theme, words } = desk;
  const slide = pptx.addSlide({ masterName: 'DEVERSOIR' });
  slide.addText(words.say('Annexe', 'Annex'), {
    x: 0.8,
    y: 3,
    w: 11.7,
    h: 1.2,
    fontSize: 36,
    bold: true,
    color: theme.accent,
    fontFace: theme.headFont,
    margin: 0,
    objectName: 'Title',
  });
  slide.addNotes(
    words.say(
      'Tables, méthodes et limites : voir le classeur et la page.',
      'Tables, methods and limits: see the workbook and the page.',
    ),
  );
}

/** Every headline figure with its interval and its denominator. */
function evidence(desk: Desk, story: Story): void {
  const { theme, words } = desk;
  if (story.tiles.length === 0) return;
  const slide = titled(
    desk,
    words.say('Ce sur quoi reposent les chiffres', 'What the figures stand on'),
    story.annex.slice(0, 8).map(({ title, method }) => `${title}. ${method}`),
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
