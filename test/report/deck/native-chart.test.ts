import { describe, expect, it } from 'vitest';
import { DEFAULT_THEME } from '../../../src/report/deck/deck-theme.js';
import { annotated, nativeChart } from '../../../src/report/deck/native-chart.js';
import type { StoryChart } from '../../../src/report/story/story.js';

/** Days with so many messages, of which some are named. */
function liftsOf(values: readonly number[], events: StoryChart['events']): (number | null)[] {
  const chart = nativeChart(
    {
      kind: 'time',
      title: 'Messages',
      subtitle: '',
      style: 'number',
      series: [
        {
          name: '',
          marks: values.map((value, at) => ({
            label: `${at + 1} mai`,
            value,
            low: null,
            high: null,
            n: value,
            text: String(value),
            detail: '',
          })),
        },
      ],
      events,
      alt: '',
    },
    DEFAULT_THEME,
  );
  const xml = annotated('<c:dLbls></c:dLbls>', chart);
  return xml
    .split('<c:dLbl>')
    .slice(1)
    .map((label) => {
      const lift = /<c:y val="(-?[\d.]+)"\/>/.exec(label)?.[1];
      return lift === undefined ? null : Number(lift);
    });
}

describe('names over columns', () => {
  const low = Array.from({ length: 26 }, () => 4);
  const [first, second] = ['premier dossier privé', 'débordement'];

  it('are lifted over the one before where both stand side by side at one height', () => {
    const [before, after] = liftsOf(low, [
      { at: 5, label: first },
      { at: 7, label: second },
    ]);
    expect(before).toBeNull();
    // Three lines of the first, a line being .045 of the chart.
    expect(after).toBeCloseTo(-0.135, 3);
  });

  it('stay over their column where they are far apart, across or up', () => {
    expect(
      liftsOf(low, [
        { at: 3, label: first },
        { at: 20, label: second },
      ]),
    ).toEqual([null, null]);
    const steep = low.map((value, at) => (at === 7 ? 60 : value));
    expect(
      liftsOf(steep, [
        { at: 5, label: first },
        { at: 7, label: second },
      ]),
    ).toEqual([null, null]);
  });
});

describe('intervals', () => {
  const mark = (label: string, value: number, half: number | null, over: object = {}) => ({
    label,
    value,
    low: half === null ? null : value - half,
    high: half === null ? null : value + half,
    n: 90,
    text: `${100 * value} %`,
    detail: '',
    ...over,
  });
  const chartOf = (over: Partial<StoryChart>): StoryChart => ({
    kind: 'pairs',
    title: 'Motifs',
    subtitle: '',
    style: 'share',
    series: [
      { name: 'T1', marks: [mark('Goût', 0.25, 0.125)] },
      { name: 'T2', marks: [mark('Goût', 0.5, 0.25)] },
    ],
    events: [],
    alt: '',
    ...over,
  });
  const bars = (chart: StoryChart): string[] =>
    [
      ...annotated('<c:ser><c:cat></c:cat></c:ser>'.repeat(2), nativeChart(chart, DEFAULT_THEME)).matchAll(
        /<c:ser>(<c:errBars>.*?<\/c:errBars>)?<c:cat>/g,
      ),
    ].map(([, found = '']) =>
      [...found.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => value).join(' '),
    );

  it('stand on both quarters, whose values are told beside the name', () => {
    const native = nativeChart(chartOf({}), DEFAULT_THEME);
    expect(native.data.map(({ labels }) => labels)).toEqual([['Goût · 25 % → 50 %'], ['Goût · 25 % → 50 %']]);
    expect(native.options['valAxisMaxVal']).toBe(0.772);
    // above and below the value
    expect(bars(chartOf({}))).toEqual(['0.125 0.125', '0.25 0.25']);
  });

  it('are drawn where there is one, and nowhere else', () => {
    const marks = [mark('sans réponse', 1, null), mark('avec sa réponse', 0.25, 0.125)];
    const xml = annotated(
      '<c:cat></c:cat>',
      nativeChart(chartOf({ kind: 'bars', series: [{ name: '', marks }] }), DEFAULT_THEME),
    );
    expect(xml).toContain(
      '<c:plus><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="2"/><c:pt idx="1"><c:v>0.125</c:v></c:pt></c:numLit></c:plus>',
    );
  });

  it('stand on what a place reads up, not across; eight places, and those that are told', () => {
    const places = Array.from({ length: 12 }, (_, at) =>
      mark(`motif ${at}`, 0.25, 0.125, { across: 0.125, strong: at === 10 }),
    );
    const chart = chartOf({
      kind: 'quadrant',
      axes: ['coût', 'débord'],
      series: [{ name: '', marks: places }],
    });
    const native = nativeChart(chart, DEFAULT_THEME);
    expect(native.data.map(({ values }) => values.length)).toEqual([9, 9]);
    expect(native.data[0]?.labels.at(-1)?.replace(/\s/g, ' ')).toBe('motif 10 · 12,5 % | 25 %');
    expect(bars(chart).map((found) => found !== '')).toEqual([false, true]);
  });
});

it('raises its axis where names over columns would leave the plot', () => {
  const days = (events: StoryChart['events']): number =>
    Number(
      nativeChart(
        {
          kind: 'time',
          title: '',
          subtitle: '',
          style: 'number',
          series: [
            {
              name: '',
              marks: [...Array.from({ length: 14 }, () => 3), 2, 54, 35, 17, 9, 4, 3].map((value) => ({
                label: '',
                value,
                low: null,
                high: null,
                n: value,
                text: '',
                detail: '',
              })),
            },
          ],
          events,
          alt: '',
        },
        DEFAULT_THEME,
      ).options['valAxisMaxVal'],
    );
  expect(days([])).toBeCloseTo(54 * 1.3, 0);
  expect(days([{ at: 15, label: 'débordement' }])).toBeCloseTo(54 * 1.3, 0);
  expect(
    days([
      { at: 14, label: 'premier dossier privé' },
      { at: 15, label: 'premier article' },
    ]),
  ).toBeGreaterThan(54 * 1.3);
});
