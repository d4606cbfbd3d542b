import { NBSP } from '../../util/french.js';
import type { Language } from '../../util/language.js';
import { escapeHtml } from '../escape.js';
import type { StoryChart } from '../story/story.js';
import { wordsOf, type Words } from '../story/words.js';
import { between } from './client-colours.js';
import type { DeckTheme } from './deck-theme.js';

/** Data and options of a native chart, for pptxgenjs. */
export interface NativeChart {
  readonly type: 'bar' | 'line';
  readonly data: { readonly name: string; readonly labels: string[]; readonly values: number[] }[];
  readonly options: Readonly<Record<string, unknown>>;
  /** Bounds of each series' marks, to be drawn as error bars. */
  readonly ranges: readonly (readonly ({ readonly low: number; readonly high: number } | null)[])[];
  /** What is told over columns, and where. */
  readonly told: StoryChart['events'];
  /** Colour of texts and of intervals. */
  readonly ink: string;
}

/** Places of a quadrant that are legible in a slide. */
const PLACES = 8;

/** Points of a curve in a slide: its key points alone, which carry a label; a quadrant: its two readings side by side. */
function shownMarks({ kind, series, events, axes, style }: StoryChart, words: Words): StoryChart['series'] {
  if (axes !== undefined) {
    const marks = (series[0]?.marks ?? []).filter(({ strong }, at) => at < PLACES || strong === true);
    const across = marks.map((mark) => {
      const value = mark.across ?? 0;
      return { ...mark, value, low: null, high: null, text: words.value(value, style) };
    });
    return [
      { name: axes[0], marks: across },
      { name: axes[1], marks },
    ];
  }
  return kind !== 'curve'
    ? series
    : series.map(({ name, marks }) => ({
        name,
        marks: marks.filter((_, at) => events.some((event) => event.at === at)),
      }));
}

/** How far a line of the grid goes from the ink to the paper. */
const RULE = 0.85;

const FORMATS: Readonly<Record<StoryChart['style'], string>> = {
  share: '0.0%',
  points: '+0.0%;-0.0%;0.0%',
  number: '#,##0.##',
  score: '+0.00;-0.00',
  ratio: '0.00',
  hours: '0.0',
};

/** A format of numbers as a language writes them, where the office program can tell it from its own; a space before the French %. */
const spoken = (format: string, language: Language): string =>
  language === 'fr' ? `[$-40C]${format.replace('%', `\\${NBSP}%`)}` : format;

/** Top of the axis: the highest bound, so that no interval is cut, and room for what is told over columns. */
function topOf(series: StoryChart['series'], { kind, style, scale }: StoryChart): number | undefined {
  if (scale !== undefined) return scale[1];
  const tops = series.flatMap(({ marks }) => marks.map(({ value, high }) => high ?? value));
  const top = Math.max(...tops) * (kind === 'time' && style !== 'share' ? 1.3 : 1.03);
  return top > 0 ? Number((style === 'share' ? Math.min(1, top) : top).toPrecision(3)) : undefined;
}

/** A mark's name and its value in each series, an arrow between two times: no label then lies under a bar or an interval. */
const namesOf = (series: StoryChart['series'], kind: StoryChart['kind']): string[] =>
  (series[0]?.marks ?? []).map(
    ({ label }, at) =>
      `${label} · ${series.map(({ marks }) => marks[at]?.text ?? '').join(kind === 'pairs' ? ' → ' : ' | ')}`,
  );

/** A chart of the story as a native, editable chart; its workbook holds the numbers as they are in `metrics.json`. */
export function nativeChart(chart: StoryChart, theme: DeckTheme, language: Language = 'fr'): NativeChart {
  const series = shownMarks(chart, wordsOf(language, 'UTC'));
  const pairs = series.length > 1;
  const sideways = chart.kind !== 'time' && chart.kind !== 'curve';
  const marks = series[0]?.marks ?? [];
  const many = chart.kind === 'time';
  const names = namesOf(series, chart.kind);
  const whole = chart.style === 'number' && marks.every(({ value }) => Number.isInteger(value));
  const format = spoken(whole ? '#,##0' : FORMATS[chart.style], language);
  const told = chart.kind === 'time' ? chart.events : [];
  const strong = (at: number): boolean => marks[at]?.strong === true || told.some((event) => event.at === at);
  const lone = marks.some((_, at) => strong(at))
    ? marks.map((_, at) => (strong(at) ? theme.strong : theme.plain))
    : [theme.plain];
  return {
    type: chart.kind === 'curve' ? 'line' : 'bar',
    data: series.map(({ name, marks: own }) => ({
      name: name === '' ? chart.title : name,
      labels: many ? own.map(({ label }) => label) : names,
      values: own.map(({ value }) => value),
    })),
    options: {
      barDir: sideways ? 'bar' : 'col',
      barGapWidthPct: sideways ? Math.max(45, Math.round(400 / marks.length)) : 25, // few bars as thin as many
      chartColors: pairs ? [theme.plain, theme.strong] : chart.kind === 'curve' ? [theme.accent] : lone,
      catAxisOrientation: sideways ? 'maxMin' : 'minMax',
      catAxisLabelFontFace: theme.bodyFont,
      catAxisLabelFontSize: 13,
      catAxisLabelColor: theme.ink,
      // Beside the plot, not at the zero line: a bar below zero would lie over its own name.
      catAxisLabelPos: 'low',
      ...(marks.length > 12 && { catAxisLabelFrequency: String(Math.ceil(marks.length / 8)) }),
      valAxisHidden: !many,
      valAxisLabelFontSize: 11,
      valAxisLabelColor: theme.soft,
      valAxisLabelFormatCode: chart.style === 'share' ? spoken('0%', language) : format,
      valAxisMinVal: chart.scale?.[0] ?? (marks.every(({ value }) => value >= 0) ? 0 : undefined),
      valAxisMaxVal: told.length > 0 ? roomFor(told, marks, topOf(series, chart)) : topOf(series, chart),
      valGridLine: {
        style: many ? 'solid' : 'none',
        color: between(theme.ink, theme.paper, RULE),
        size: 0.5,
      },
      showValue: false,
      dataLabelFormatCode: format,
      dataLabelFontSize: 12,
      dataLabelColor: theme.ink,
      ...(chart.kind !== 'curve' && { dataLabelPosition: 'outEnd' }),
      showLegend: pairs,
      legendPos: 'b',
      legendFontSize: 12,
      legendColor: theme.ink,
      lineSize: 3,
      altText: chart.alt,
    },
    ranges: series.map((one) =>
      one.marks.map(({ low, high }) => (low === null || high === null ? null : { low, high })),
    ),
    told,
    ink: theme.ink,
  };
}

/** Numbers at their places; where there is none stands none, so that nothing is drawn there. */
const points = (values: readonly (number | null)[]): string =>
  `<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${values.map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`)).join('')}</c:numLit>`;

const filled = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

/** The chart part with its intervals as error bars and its events named over their columns. */
export const annotated = (xml: string, chart: NativeChart): string =>
  withEvents(withErrorBars(xml, chart), chart);

/** Height of a line over a column and width of a letter, as shares of the chart at its usual size; of its plot, the most that columns fill. */
const LINE = 0.045;
const LETTER = 0.009;
const PLOT = 0.78;
/** Times that an axis grows by a twentieth for what stands over its columns. */
const STEPS = 20;

/** How far each text over a column is lifted so that it clears the one before it. */
function liftsOf(
  texts: readonly { readonly place: number; readonly lines: readonly string[] }[],
  values: readonly number[],
  top: number,
): number[] {
  const lifts: number[] = [];
  texts.forEach(({ place, lines }, at) => {
    const foot = (one: number, lift: number): number => ((values[one] ?? 0) / top) * PLOT + lift;
    const wide = (some: readonly string[]): number => Math.max(...some.map(({ length }) => length)) * LETTER;
    const before = texts[at - 1];
    const apart = before === undefined ? 1 : (place - before.place) / Math.max(1, values.length);
    const under = before === undefined ? 0 : foot(before.place, lifts[at - 1] ?? 0);
    // A text wider than its column stands over the highest of those it reaches.
    const reach = Math.max(0, Math.ceil((wide(lines) * values.length - 1) / 2));
    const own = Math.max(
      ...values.slice(Math.max(0, place - reach), place + reach + 1).map((value) => (value / top) * PLOT),
    );
    const beside = before !== undefined && apart < (wide(lines) + wide(before.lines)) / 2;
    const over = own < under + (before?.lines.length ?? 0) * LINE && under < own + lines.length * LINE;
    lifts.push((beside && over ? under + (before?.lines.length ?? 0) * LINE : own) - foot(place, 0));
  });
  return lifts;
}

/** Texts over columns: a word a line, no wider than its column may be; several names of a column a line each. */
const textsOf = (
  told: StoryChart['events'],
): { readonly place: number; readonly lines: readonly string[] }[] =>
  [...new Set(told.map(({ at }) => at))]
    .toSorted((a, b) => a - b)
    .map((place) => {
      const names = told.filter(({ at }) => at === place).map(({ label }) => label);
      return { place, lines: names.length > 1 ? names : names.flatMap((name) => name.split(/\s+/)) };
    });

/** Top of an axis under which the texts over columns stand: the higher it is, the lower the columns. */
function roomFor(
  told: StoryChart['events'],
  marks: StoryChart['series'][number]['marks'],
  least: number | undefined,
): number | undefined {
  if (least === undefined) return undefined;
  const [texts, values] = [textsOf(told), marks.map(({ value }) => value)];
  const highest = (top: number): number => {
    const lifts = liftsOf(texts, values, top);
    return Math.max(
      ...texts.map(
        ({ place, lines }, at) =>
          ((values[place] ?? 0) / top) * PLOT + (lifts[at] ?? 0) + lines.length * LINE,
      ),
    );
  };
  let top = least;
  for (let step = 0; step < STEPS && highest(top) > PLOT; step++) top *= 1.05;
  return Number(top.toPrecision(3));
}

function withEvents(xml: string, { told, data, options, ink }: NativeChart): string {
  if (told.length === 0) return xml;
  const texts = textsOf(told);
  const values = data[0]?.values ?? [];
  const top = Number(options['valAxisMaxVal'] ?? Math.max(...values)) || 1;
  const lifts = liftsOf(texts, values, top);
  const labels = texts.map(({ place, lines }, at) => {
    const lift = lifts[at] ?? 0;
    const layout =
      lift === 0
        ? ''
        : `<c:layout><c:manualLayout><c:x val="0"/><c:y val="${-Math.round(1000 * lift) / 1000}"/></c:manualLayout></c:layout>`;
    const text = lines.map(
      (line) =>
        `<a:p><a:r><a:rPr sz="1100" b="1">${filled(ink)}</a:rPr><a:t>${escapeHtml(line)}</a:t></a:r></a:p>`,
    );
    return `<c:dLbl><c:idx val="${place}"/>${layout}<c:tx><c:rich><a:bodyPr/>${text.join('')}</c:rich></c:tx><c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbl>`;
  });
  return xml.replace('<c:dLbls>', `<c:dLbls>${labels.join('')}`);
}

function withErrorBars(xml: string, { data, ranges, type, ink }: NativeChart): string {
  let series = 0;
  return xml.replace(/<c:cat>/g, (found) => {
    const [values = [], own = []] = [data[series]?.values, ranges[series]];
    series += 1;
    if (!own.some((range) => range !== null)) return found;
    const gap = (pick: 'low' | 'high'): (number | null)[] =>
      values.map((value, at) => {
        const range = own[at];
        return range ? Math.abs(range[pick] - value) : null;
      });
    return `<c:errBars>${type === 'line' ? '<c:errDir val="y"/>' : ''}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${points(gap('high'))}</c:plus><c:minus>${points(gap('low'))}</c:minus><c:spPr><a:ln w="15875">${filled(ink)}</a:ln></c:spPr></c:errBars>${found}`;
  });
}
