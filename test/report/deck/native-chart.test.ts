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
