import { chartSpec, type Layer, type Mark } from './chart-spec.js';
import { formatHours, formatNumber, formatShare, formatValue, NBSP, plural } from '../util/french.js';
import { type ChartLayout, numberCell, rowsOf, textCell, type ChartRow, type VegaLiteSpec } from './chart.js';
import { chartMaker, levelNote } from './make-chart.js';
import { textWidth, wrapText } from './text-width.js';
import { ACCENT, FONT_SIZE, GRID, INK, SOFT } from './theme.js';
import { label } from './wording.js';

const ROW = 44;
/** Lines of a name, in the room of a row. */
const LINE = 14;
const BAND = '#c9d2da';

const nameOf = (row: ChartRow): string => label('compared', textCell(row, 'metric'));

/** Each figure has a scale of its own: shares and delays from 0, ratings from 1 to 5 (from 0 where one is lower), scores from −1 to 1. */
function scaleOf(row: ChartRow): readonly [low: number, high: number] {
  const metric = textCell(row, 'metric');
  if (metric === 'netSentimentScore') return [-1, 1];
  if (metric === 'meanRating')
    return [['own', 'ownLow', 'lowest'].some((one) => (numberCell(row, one) ?? 1) < 1) ? 0 : 1, 5];
  const most = Math.max(...['own', 'ownHigh', 'highest', 'middle'].map((one) => numberCell(row, one) ?? 0));
  return [0, most > 0 ? most * 1.05 : 1];
}
function told(row: ChartRow, value: number): string {
  const metric = textCell(row, 'metric');
  if (metric === 'netSentimentScore') return formatValue(value, 'score');
  if (metric === 'meanRating') return formatNumber(value, 1);
  return metric.endsWith('ReplyTime') ? formatHours(value) : formatShare(value);
}
const between = (row: ChartRow, low: string, high: string): string => {
  const [from, to] = [numberCell(row, low), numberCell(row, high)];
  return from === null || to === null ? '' : `de ${told(row, from)} à ${told(row, to)}`;
};
function ownWords(row: ChartRow): string {
  const own = numberCell(row, 'own');
  if (own === null) return 'nous : non mesuré';
  return `nous : ${told(row, own)} (${between(row, 'ownLow', 'ownHigh')} ; n${NBSP}=${NBSP}${formatNumber(numberCell(row, 'n') ?? 0)})`;
}
/** « 5 pairs : 9,0 % (étendue de 4,0 % à 12,0 %) »; one has neither middle nor spread. */
function peerWords(row: ChartRow): string {
  const peers = numberCell(row, 'peers') ?? 0,
    middle = numberCell(row, 'middle'),
    lowest = numberCell(row, 'lowest');
  if (peers === 0 || lowest === null) return 'aucun pair';
  if (peers === 1) return `1 pair : ${told(row, lowest)}`;
  const spread = `${label('spread', textCell(row, 'spread'))} ${between(row, 'lowest', 'highest')}`;
  return `${plural(peers, 'pair')} : ${middle === null ? spread : `médiane ${told(row, middle)} (${spread})`}`;
}

/** A line a figure: the spread of peers as a band with its median, the brand's own figure and interval on it, both told under the name. */
function draw(rows: readonly ChartRow[], layout: ChartLayout): VegaLiteSpec {
  const narrow = layout.width < 480;
  const words = rows.map((row) => [ownWords(row), peerWords(row)]);
  const right = narrow ? 0 : 14 + Math.max(...words.flat().map((line) => textWidth(line, FONT_SIZE - 0.5)));
  const names = rows.map((row) => wrapText(nameOf(row), narrow ? layout.width - 30 : 150, FONT_SIZE));
  const left = narrow ? 0 : 12 + Math.max(...names.flat().map((line) => textWidth(line, FONT_SIZE)));
  const plot = Math.max(90, Math.floor(layout.width - left - right - 24));
  const heights = names.map((lines) =>
    narrow ? 20 + LINE * (lines.length + 2) : Math.max(ROW, LINE * lines.length + 8),
  );
  const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, one) => sum + one, 0));
  const values = rows.map((row, at) => {
    const [from, to] = scaleOf(row);
    const place = (column: string): number | null => {
      const value = numberCell(row, column);
      return value === null ? null : ((Math.min(to, Math.max(from, value)) - from) / (to - from)) * plot;
    };
    const top = tops[at] ?? 0,
      lines = names[at] ?? [];
    return {
      y: narrow ? top + LINE * (lines.length + 2) + 8 : top + (heights[at] ?? ROW) / 2,
      ...Object.fromEntries(
        ['own', 'ownLow', 'ownHigh', 'middle', 'lowest', 'highest'].map((one) => [one, place(one)]),
      ),
      start: 0,
      end: plot,
    };
  });
  const texts = rows.flatMap((_, at) => {
    const top = tops[at] ?? 0,
      middle = top + (heights[at] ?? ROW) / 2,
      lines = names[at] ?? [];
    const said = words[at] ?? [];
    return narrow
      ? [...lines, ...said].map((text, line) => ({
          text,
          x: 0,
          y: top + LINE * (line + 0.5),
          side: line < lines.length ? 'name' : 'told',
        }))
      : [
          ...lines.map((text, line) => ({
            text,
            x: -12,
            y: middle + LINE * (line - (lines.length - 1) / 2),
            side: 'left',
          })),
          ...said.map((text, line) => ({
            text,
            x: plot + 14,
            y: middle + (line === 0 ? -7 : 8),
            side: 'told',
          })),
        ];
  });
  const at = (field: string) => ({ field, type: 'quantitative' as const, scale: null, axis: null });
  const mark = (shape: Mark, ends: object, needs: string): Layer => ({
    data: { values },
    transform: [{ filter: `isValid(datum.${needs})` }],
    mark: shape,
    encoding: { y: at('y'), ...ends },
  });
  const written = (side: string, align: 'left' | 'right', color: string, fontSize: number): Layer => ({
    data: { values: texts.filter((text) => text.side === side) },
    mark: { type: 'text', align, color, fontSize },
    encoding: { x: at('x'), y: at('y'), text: { field: 'text', type: 'nominal' } },
  });
  return chartSpec(layout, {
    width: plot,
    height: heights.reduce((sum, one) => sum + one, 0),
    layer: [
      mark({ type: 'rule', color: GRID, strokeWidth: 1 }, { x: at('start'), x2: { field: 'end' } }, 'start'),
      mark(
        { type: 'rule', color: BAND, strokeWidth: 11 },
        { x: at('lowest'), x2: { field: 'highest' } },
        'lowest',
      ),
      mark({ type: 'tick', color: SOFT, thickness: 2.5, size: 17 }, { x: at('middle') }, 'middle'),
      mark(
        { type: 'rule', color: ACCENT, strokeWidth: 2.5, opacity: 0.6 },
        { x: at('ownLow'), x2: { field: 'ownHigh' } },
        'ownLow',
      ),
      mark({ type: 'point', filled: true, color: ACCENT, size: 62, opacity: 1 }, { x: at('own') }, 'own'),
      written('left', 'right', INK, FONT_SIZE),
      written('name', 'left', INK, FONT_SIZE),
      written('told', 'left', narrow ? SOFT : INK, FONT_SIZE - 0.5),
    ],
  });
}

/** Headline figures of the brand on the median and the spread of its peers, each on a scale of its own. */
export const sectorFiguresChart = chartMaker((metric) => ({
  name: 'sectorFigures',
  title: 'Nos chiffres clés dans ceux des pairs',
  note: `point : nous, ${levelNote(metric)} ; bande : les pairs, trait : leur médiane ; une échelle par ligne`,
  rows: rowsOf(metric).filter(
    (row) => numberCell(row, 'own') !== null || (numberCell(row, 'peers') ?? 0) > 0,
  ),
  draw,
  alt: (rows) =>
    `Une ligne par chiffre. ${rows.map((row) => `${nameOf(row)} : ${ownWords(row)} ; ${peerWords(row)}`).join('. ')}.`,
}));
