import { expect, it } from 'vitest';
import { chartHtml } from '../../../src/report/page/chart-html.js';
import type { Mark, StoryChart } from '../../../src/report/story/story.js';

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
