import { chartSpec } from './chart-spec.js';
import { formatDate, formatNumber, plural } from '../util/french.js';
import { type ChartLayout, numberCell, rowsOf, textCell, type ChartRow, type VegaLiteSpec } from './chart.js';
import { chartMaker } from './make-chart.js';
import { textWidth } from './text-width.js';
import { DAY_LABEL, FONT_SIZE, GRID, SOFT, STAGE_COLOURS } from './theme.js';

const BURST_LEVEL = 2;
const PALE = '#c9d1d9';
const dayOf = (row: ChartRow): number => Date.parse(`${textCell(row, 'day')}T12:00:00Z`);
const inBurst = (row: ChartRow): boolean => (numberCell(row, 'level') ?? 0) >= BURST_LEVEL;

function draw(rows: readonly ChartRow[], layout: ChartLayout): VegaLiteSpec {
  const values = rows.map((row) => ({
    day: textCell(row, 'day'),
    messages: numberCell(row, 'messages') ?? 0,
    articles: numberCell(row, 'articles') ?? 0,
    colour: inBurst(row) ? (STAGE_COLOURS['public'] ?? '') : PALE,
  }));
  const top = Math.max(1, ...values.map(({ messages }) => messages));
  const left = textWidth(formatNumber(top), FONT_SIZE) + 18,
    width = Math.floor(layout.width - left - 16);
  const ends = [values[0], values.at(-1)].flatMap((one) => (one === undefined ? [] : [one.day]));
  const years = values.length > 400,
    format = years ? '%b %Y' : values.length > 100 ? '%b' : '%-d %b';
  const axis = {
    format,
    labelExpr: DAY_LABEL,
    grid: false,
    tickCount: Math.max(3, Math.floor(width / (years ? 90 : 62))),
    labelOverlap: true,
    labelFlush: true,
  };
  const x = {
    field: 'day',
    type: 'temporal' as const,
    title: null,
    scale: { type: 'utc' as const, domain: ends },
    axis,
  };
  const press = STAGE_COLOURS['press'] ?? '';
  return chartSpec(layout, {
    width,
    height: 180,
    data: { values },
    layer: [
      {
        mark: { type: 'bar', size: Math.max(1, (0.8 * width) / Math.max(1, values.length)) },
        encoding: {
          x,
          y: {
            field: 'messages',
            type: 'quantitative',
            title: null,
            scale: { domain: [0, top * 1.15], nice: false },
            axis: {
              format: ',d',
              gridColor: GRID,
              domain: false,
              ticks: false,
              tickCount: 4,
              tickMinStep: 1,
            },
          },
          color: { field: 'colour', type: 'nominal', scale: null },
        },
      },
      {
        transform: [{ filter: 'datum.articles > 0' }],
        mark: { type: 'rule', color: press, opacity: 0.5 },
        encoding: { x, y: { value: 8 }, y2: { value: 'height' } },
      },
      {
        transform: [{ filter: 'datum.articles > 0' }],
        mark: { type: 'point', shape: 'triangle-down', filled: true, size: 60, opacity: 1, color: press },
        encoding: { x, y: { value: 6 } },
      },
      {
        data: { values: [{ zero: 0 }] },
        mark: { type: 'rule', color: SOFT },
        encoding: { y: { field: 'zero', type: 'quantitative' } },
      },
    ],
  });
}

/** Critical public messages by day, days of burst in colour, articles as triangles. */
export const crisisTimelineChart = chartMaker((metric) => ({
  name: 'crisisTimeline',
  title: metric.label.fr,
  note: 'en couleur : jours d’emballement ; triangles : articles',
  rows: rowsOf(metric).filter((row) => row['sheetId'] === null),
  draw,
  alt: (rows) => {
    const burst = rows.filter(inBurst),
      peak = rows.reduce(
        (best, row) =>
          (numberCell(row, 'messages') ?? 0) > (numberCell(best, 'messages') ?? 0) ? row : best,
        rows[0] ?? {},
      );
    const articles = rows.reduce((sum, row) => sum + (numberCell(row, 'articles') ?? 0), 0);
    return `Barres par jour. ${plural(burst.length, 'jour')} d’emballement ; au plus ${plural(numberCell(peak, 'messages') ?? 0, 'message')} le ${formatDate(dayOf(peak))} ; ${plural(articles, 'article')}.`;
  },
}));
