import { NBSP } from '../../util/french.js';
import { countWords } from '../story/headlines.js';
import type { Finding, StoryChart, StoryQuote } from '../story/story.js';
import { titledSlide, type Desk } from './desk.js';
import { nativeChart } from './native-chart.js';

/** Words of a slide outside its tables. */
const WORDS = 40;
/** A cut quote of fewer words says nothing. */
const LEAST_QUOTE = 6;

/** A finding as a slide: its conclusion, its chart, a quote and what to do. */
export function findingSlide(desk: Desk, finding: Finding): void {
  const { theme, words } = desk;
  const { chart, quotes } = finding;
  // A text that is all there is to see comes before what to do, which has a slide of its own.
  const room = WORDS - countWords(finding.title) - countWords(finding.action?.text ?? '');
  const crowded =
    chart === null &&
    finding.action !== null &&
    !quotes.some(({ text }) => fitting(finding, room)?.text === text);
  const action = crowded ? null : finding.action;
  const slide = titledSlide(desk, finding.title, [
    finding.text,
    crowded ? (finding.action?.text ?? '') : '',
    finding.change,
    finding.evidence,
    words.say(`Méthode : ${finding.method}`, `Method: ${finding.method}`),
    finding.limits === '' ? '' : words.say(`Limites : ${finding.limits}`, `Limits: ${finding.limits}`),
    ...quotes.map(({ text, source }) => words.say(`« ${text} » (${source})`, `“${text}” (${source})`)),
  ]);
  let left = WORDS - countWords(finding.title) - (action === null ? 0 : countWords(action.text));
  // No chart stands without what it counts: before a caption or a quote takes its words.
  const counted = countedText(desk, finding);
  const base = chart === null ? 0 : countWords(counted);
  const caption = chart === null ? '' : captionOf(chart, left - base);
  left -= countWords(caption);
  const quote = fitting(finding, left - base);
  const wide = quote === undefined && chart !== null;
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
    const native = nativeChart(chart, theme, words.language);
    desk.charts.push(native);
    // Where no words are left for it on the slide, the chart itself says what it counts.
    const own = {
      showTitle: true,
      title: base <= left || counted === '' ? chart.title : `${chart.title} (${counted})`,
      titlePos: { x: 0, y: 0 },
      titleFontSize: 14,
      titleColor: theme.soft,
      titleFontFace: theme.bodyFont,
    };
    slide.addChart(native.type, native.data, {
      x: 0.5,
      y: caption === '' ? 1.35 : 1.75,
      w: wide ? 12.3 : 8,
      h: caption === '' ? 4.7 : 4.3,
      ...native.options,
      ...(caption === '' && own),
      objectName: chart.title,
    });
  }
  if (quote !== undefined)
    slide.addText(
      [
        {
          text: words.say(`« ${quote.text} »`, `“${quote.text}”`),
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
  const shown = quote === undefined ? 0 : countWords(quote.text) + countWords(quote.source);
  const evidence = baseOf(desk, finding, left - shown);
  if (evidence !== '')
    slide.addText(evidence, {
      x: 0.5,
      y: 6.02,
      w: 12.3,
      h: 0.25,
      fontSize: 11,
      color: theme.soft,
      fontFace: theme.bodyFont,
      margin: 0,
    });
  if (action !== null)
    slide.addText(action.text, {
      x: 0.5,
      y: 6.27,
      w: 11.3,
      h: 0.55,
      fontSize: 16,
      bold: true,
      color: theme.strong,
      fontFace: theme.bodyFont,
      margin: 0,
      valign: 'middle',
    });
}

/** What n counts, by its first words: « dossiers », « plaintes ouvertes en privé ». */
const shortOf = (denominator: string): string =>
  (denominator.split(/,| \(| (?:qui|dont|sur|who|that|whose|which|with|on) /)[0] ?? '').trim();

/** « n = 1 033 », or what the chart sums up to; empty where a finding has no figure. */
function countedText({ words }: Desk, { chart, figures: [figure] }: Finding): string {
  if (chart?.counted !== undefined) return chart.counted;
  return figure === undefined ? '' : `n${NBSP}=${NBSP}${words.number(figure.n)}`;
}

/** On how much the finding stands: interval, count and what is counted, or the count with as much of that as words are left for. */
function baseOf(desk: Desk, finding: Finding, left: number): string {
  const { chart, evidence, figures } = finding;
  const [figure] = figures;
  if (chart?.counted !== undefined) return countWords(chart.counted) <= left ? chart.counted : '';
  if (figure === undefined) return countWords(evidence) <= left ? evidence : '';
  const { n, denominator } = figure;
  const counted = countedText(desk, finding);
  // What is counted is written in the plural.
  const named = n < 2 ? [] : [`${counted} ${denominator}`, `${counted} ${shortOf(denominator)}`];
  return [evidence, ...named, counted].find((text) => countWords(text) <= left) ?? '';
}

/** What the chart shows, as far as words are left. */
function captionOf({ kind, title, subtitle }: StoryChart, left: number): string {
  // What its steps are in is not to be read from a slide otherwise.
  return [...(kind === 'steps' ? [subtitle] : []), title].find((text) => countWords(text) <= left) ?? '';
}

/** The beginning of a text, so many words long; signs between words count for none. */
function firstWords(text: string, room: number): string {
  const parts = text.split(/\s+/);
  let end = 0;
  while (end < parts.length && countWords(parts.slice(0, end + 1).join(' ')) <= room) end++;
  return parts.slice(0, end).join(' ');
}

/**
 * A quote of the tone of the first: the first that fits whole; where it is all there is to see, else by its first sentences or words, the
 * cut shown. Beside a chart none is cut: a first sentence may praise what the next one misses.
 */
function fitting({ quotes, chart }: Finding, left: number): StoryQuote | undefined {
  // A slide that tells of blame is not shown by a praise because it is shorter.
  const alike = quotes.filter(({ sentiment }) => sentiment === quotes[0]?.sentiment);
  const whole = alike.find(({ text, source }) => countWords(text) + countWords(source) <= left);
  if (whole !== undefined) return { text: whole.text, source: whole.source };
  if (chart !== null) return undefined;
  for (const { text, source } of alike) {
    const room = left - countWords(source);
    const parts = text.match(/[^.!?…]+[.!?…]+\s*/gu) ?? [];
    const kept = parts.map((_, at) =>
      parts
        .slice(0, parts.length - at)
        .join('')
        .trim(),
    );
    const cut = [...kept, firstWords(text, room)].find((one) => countWords(one) <= room);
    if (cut !== undefined && countWords(cut) >= LEAST_QUOTE) return { text: `${cut} […]`, source };
  }
  return undefined;
}
