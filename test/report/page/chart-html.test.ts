import { expect, it } from 'vitest';
import { chartHtml } from '../../../src/report/page/chart-html.js';
import { barsChart } from '../../../src/report/story/story-charts.js';
import type { Mark, StoryChart } from '../../../src/report/story/story.js';
import { plain } from '../written.js';

const mark = (hours: number, value: number): Mark => ({
  label: `${hours} h`,
  value,
  low: null,
  high: null,
  n: 10,
  text: String(value),
  detail: '',
  across: hours,
});

it('a curve has its points where time has them, and says what its width is', () => {
  const chart: StoryChart = {
    kind: 'curve',
    title: 'T',
    subtitle: '',
    style: 'number',
    series: [{ name: '', marks: [mark(0, 0), mark(72, 3), mark(720, 4)] }],
    events: [],
    alt: '',
  };
  const html = chartHtml(chart, 'x', () => '');
  // 72 of 720 hours are a tenth of the width; the scale ends 2 % over the top: 3 / 4.08 and 4 / 4.08 of the height.
  expect(/class="line"[^>]*points="([^"]*)"/.exec(html)?.[1]).toBe('0,100 10,26.5 100,2');
  expect(html).toContain('<span>720 h</span>');
  const told = { ...chart, events: [{ at: 1, label: '72 h' }] };
  expect(chartHtml(told, 'x', () => '')).toContain('72 h&nbsp;: <b>3</b>');
  expect(chartHtml(told, 'x', () => '', 'en')).toContain('72 h: <b>3</b>');
});

it('says how many bars the annex alone has', () => {
  const marks = Array.from({ length: 13 }, (_, at) => mark(at, 20 - at));
  const whole = barsChart('T', 'n = 9', 'number', marks.slice(0, 10)),
    cut = barsChart('T', 'n = 9', 'number', marks);
  const subtitle = (chart: StoryChart | null, language: 'fr' | 'en'): string | undefined =>
    chart === null
      ? undefined
      : /<\/b> <span>([^<]*)<\/span>/.exec(chartHtml(chart, 'x', () => '', language))?.[1];
  expect(cut?.series[0]?.marks).toHaveLength(10);
  expect(
    [subtitle(whole, 'fr'), subtitle(cut, 'fr'), subtitle(cut, 'en')].map((text) => plain(text ?? '')),
  ).toEqual(['n = 9', 'n = 9 ; 3 autres en annexe', 'n = 9; 3 more in the annex']);
});
