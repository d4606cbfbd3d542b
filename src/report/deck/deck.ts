import type { Finding, Story } from '../story/story.js';
import { lowerFirst } from '../../util/lower-first.js';
import { wordsOf } from '../story/words.js';
import { annotated } from './native-chart.js';
import { footOf, TITLES, type Desk, type Pptx } from './desk.js';
import { findingSlide } from './finding-slide.js';
import {
  actionsSlide,
  casesSlides,
  coverSlide,
  dividerSlide,
  evidenceSlide,
  sourcesSlide,
} from './frame-slides.js';
import { withScheme } from './client-master.js';
import { DEFAULT_THEME, type DeckTheme } from './deck-theme.js';
import { fixedZip } from './fixed-zip.js';
import { asSchemaAsks } from './office-schema.js';
import { onLayouts } from './on-layouts.js';
import { summarySlide } from './summary-slide.js';

/** Slides before the annex; one message each. */
const MESSAGES = 11;
/** Findings of a sector in the order of its deck: a retailer's care and stores come before its image, a food brand's products before its care. */
const FIRST: Readonly<Record<Story['sector'], readonly string[]>> = {
  'agri-food': ['crisis', 'spill', 'priorities', 'drivers', 'shift', 'why'],
  retail: ['crisis', 'answers', 'benchmarks', 'spill', 'rating'],
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
  const words = wordsOf(story.language, 'UTC');
  // charts say on the slide what they count; of what, every slide of the deck says alike
  const of = lowerFirst(story.subtitle);
  const source = words.say(`Source : exports fournis ; ${of}`, `Source: exports given; ${of}`);
  for (const [title, place] of Object.entries(TITLES))
    pptx.defineSlideMaster({
      title,
      background: { color: theme.paper },
      objects: [
        { rect: { x: 0, y: 0, w: 13.33, h: 0.12, fill: { color: theme.accent } } },
        ...(theme.logo === undefined ? [] : [{ image: { x: 12, y: 6.75, w: 1, h: 0.5, data: theme.logo } }]),
        ...(title === 'DEVERSOIR' ? [{ text: { text: source, options: footOf(theme) } }] : []),
        { placeholder: { options: { name: 'title', type: 'title', ...place }, text: '' } },
      ],
      slideNumber: { x: 0.4, y: 7, fontSize: 10, color: theme.soft, fontFace: theme.bodyFont },
    });
  const desk: Desk = { pptx, theme, words, charts: [], ...(theme.layouts && { source }) };
  coverSlide(desk, story);
  summarySlide(desk, story);
  const told = ordered(story).slice(0, MESSAGES);
  for (const finding of told) findingSlide(desk, finding);
  actionsSlide(desk, story, told);
  dividerSlide(desk);
  evidenceSlide(desk, story);
  casesSlides(desk, story);
  sourcesSlide(desk, story);
  const bytes = (await pptx.write({ outputType: 'uint8array' })) as Uint8Array;
  const laid = theme.layouts === undefined ? bytes : onLayouts(bytes, theme.layouts);
  return fixedZip(laid, (name, text) => {
    if (theme.scheme !== undefined && /^ppt\/theme\/theme\d+\.xml$/.test(name))
      return withScheme(text, theme.scheme);
    const place = /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1];
    const chart = place === undefined ? undefined : desk.charts[Number(place) - 1];
    return asSchemaAsks(name, chart === undefined ? text : annotated(text, chart), story.language);
  });
}

/** The sector's own first findings that have a chart, then the others by rank; of those without a chart, quotes make a slide where the summary tells the finding. */
function ordered({ findings, sector, happened, overflows }: Story): Finding[] {
  const place = ({ id, chart }: Finding): number => {
    const at = FIRST[sector].findIndex(
      (first) => chart !== null && (id === first || id.startsWith(`${first}-`)),
    );
    return at < 0 ? FIRST[sector].length : at;
  };
  return findings
    .filter(
      ({ chart, quotes, title, action }) =>
        chart !== null ||
        (quotes.length > 0 &&
          (action !== null || [...happened, ...overflows].some(({ text }) => text.startsWith(title)))),
    )
    .toSorted((a, b) => place(a) - place(b) || b.rank.score - a.rank.score);
}
