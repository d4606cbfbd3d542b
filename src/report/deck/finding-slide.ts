import { shortened } from '../story/quotes.js';
import { countWords } from '../story/headlines.js';
import type { Finding, StoryChart } from '../story/story.js';
import { titledSlide, type Desk } from './desk.js';
import { nativeChart } from './native-chart.js';

/** Words of a slide outside its tables. */
const WORDS = 40;
/** A quote of fewer words says nothing. */
const LEAST_QUOTE = 8;

/** A finding as a slide: its conclusion, its chart, a quote and what to do. */
export function findingSlide(desk: Desk, finding: Finding): void {
  const { theme, words } = desk;
  const { chart, quotes, action } = finding;
  const slide = titledSlide(desk, finding.title, [
    finding.text,
    finding.change,
    finding.evidence,
    words.say(`Méthode : ${finding.method}`, `Method: ${finding.method}`),
    finding.limits === '' ? '' : words.say(`Limites : ${finding.limits}`, `Limits: ${finding.limits}`),
    ...quotes.map(({ text, source }) => words.say(`« ${text} » (${source})`, `“${text}” (${source})`)),
  ]);
  const [quote] = quotes;
  let left = WORDS - countWords(finding.title) - (action === null ? 0 : countWords(action.text));
  const caption = chart === null ? '' : captionOf(chart, left);
  left -= countWords(caption);
  const spoken = left - countWords(quote?.source ?? '');
  const quoted = quote !== undefined && spoken >= LEAST_QUOTE;
  const wide = !quoted && chart !== null;
  if (chart !== null) {
    if (caption !== '')
      slide.addText(caption, {
        x: 0.5,
        y: 1.35,
        w: wide ? 12.3 : 8,
        h: 0.35,
        fontSize: 14,
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
          options: { italic: true, fontSize: 18, breakLine: true },
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

/** What the chart shows and its numbered events, as far as words are left. */
function captionOf({ kind, title, subtitle, events }: StoryChart, left: number): string {
  // What its steps are in is not to be read from a slide otherwise.
  if (kind === 'steps') return countWords(subtitle) <= left ? subtitle : title;
  const legend = events.map(({ label }, index) => `${index + 1} ${label}`).join(', ');
  const marked = legend !== '' && events.length < 4;
  return (
    [marked ? `${title} ; ${legend}` : title, ...(marked ? [legend, title] : [])].find(
      (text) => countWords(text) <= left,
    ) ?? ''
  );
}

/** A text of so many words, the cut shown. */
function cutToWords(text: string, most: number): string {
  const parts = shortened(text).split(' ');
  return parts.length <= most ? parts.join(' ') : `${parts.slice(0, most).join(' ')} […]`;
}
