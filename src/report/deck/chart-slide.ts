import type { StoryChart } from '../story/story.js';
import type { DeckTheme } from './deck-theme.js';

/** Data and options of a native chart, for pptxgenjs. */
export interface NativeChart {
  readonly type: 'bar' | 'line';
  readonly data: { readonly name: string; readonly labels: string[]; readonly values: number[] }[];
  readonly options: Readonly<Record<string, unknown>>;
  /** Bounds of the first series, to be drawn as error bars. */
  readonly ranges: readonly ({ readonly low: number; readonly high: number } | null)[];
}

/** Points of a curve in a slide: its key points alone, which carry a label. */
function shownMarks({ kind, series, events }: StoryChart): StoryChart['series'] {
  return kind !== 'curve'
    ? series
    : series.map(({ name, marks }) => ({
        name,
        marks: marks.filter((_, at) => events.some((event) => event.at === at)),
      }));
}

const FORMATS: Readonly<Record<StoryChart['style'], string>> = {
  share: '0.0%',
  number: '#,##0.##',
  score: '+0.00;-0.00',
  ratio: '0.00',
  hours: '0.0',
};

/** A chart of the story as a native, editable chart; its workbook holds the numbers as they are in `metrics.json`. */
export function nativeChart(chart: StoryChart, theme: DeckTheme): NativeChart {
  const series = shownMarks(chart);
  const bars = chart.kind === 'bars' || chart.kind === 'pairs';
  const marks = series[0]?.marks ?? [];
  const many = marks.length > 12;
  const whole = chart.style === 'number' && marks.every(({ value }) => Number.isInteger(value));
  return {
    type: chart.kind === 'curve' ? 'line' : 'bar',
    data: series.map(({ name, marks: own }) => ({
      name: name === '' ? chart.title : name,
      labels: own.map(({ label }) => label),
      values: own.map(({ value }) => value),
    })),
    options: {
      barDir: bars ? 'bar' : 'col',
      barGapWidthPct: bars ? 45 : 25,
      chartColors: series.length > 1 ? [theme.plain, theme.strong] : [theme.accent],
      catAxisOrientation: bars ? 'maxMin' : 'minMax',
      catAxisLabelFontFace: theme.bodyFont,
      catAxisLabelFontSize: 12,
      catAxisLabelColor: theme.ink,
      ...(many && { catAxisLabelFrequency: String(Math.ceil(marks.length / 8)) }),
      valAxisHidden: !many,
      valAxisLabelFontSize: 11,
      valAxisLabelFormatCode: whole ? '#,##0' : chart.style === 'share' ? '0%' : FORMATS[chart.style],
      valAxisMinVal: marks.every(({ value }) => value >= 0) ? 0 : undefined,
      valGridLine: { style: many ? 'solid' : 'none', color: 'D9DFE5', size: 0.5 },
      showValue: !many,
      dataLabelFormatCode: whole ? '#,##0' : FORMATS[chart.style],
      dataLabelFontSize: 12,
      dataLabelColor: theme.ink,
      dataLabelPosition: chart.kind === 'curve' ? 't' : 'inEnd',
      ...(bars && {
        dataLabelColor: series.length > 1 ? theme.ink : 'FFFFFF',
        dataLabelPosition: series.length > 1 ? 'outEnd' : 'inBase',
      }),
      showLegend: series.length > 1,
      legendPos: 'b',
      legendFontSize: 12,
      lineSize: 3,
      altText: chart.alt,
    },
    ranges: marks.map(({ low, high }) => (low === null || high === null ? null : { low, high })),
  };
}

const points = (values: readonly number[]): string =>
  `<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${values.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('')}</c:numLit>`;

/** The chart part with its intervals as error bars; as it was when it has none. */
export function withErrorBars(xml: string, { data, ranges, type }: NativeChart): string {
  const values = data[0]?.values ?? [];
  if (data.length !== 1 || !ranges.some((range) => range !== null)) return xml;
  const gap = (pick: 'low' | 'high'): number[] =>
    values.map((value, at) => {
      const range = ranges[at];
      return range ? Math.abs(range[pick] - value) : 0;
    });
  const bars = `<c:errBars>${type === 'line' ? '<c:errDir val="y"/>' : ''}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${points(gap('high'))}</c:plus><c:minus>${points(gap('low'))}</c:minus><c:spPr><a:ln w="15875"><a:solidFill><a:srgbClr val="1F2933"/></a:solidFill></a:ln></c:spPr></c:errBars>`;
  return xml.replace('<c:cat>', `${bars}<c:cat>`);
}
