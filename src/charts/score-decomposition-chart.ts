import { chartSpec } from './chart-spec.js';
import { formatInterval, formatValue } from '../util/french.js';
import { type ChartLayout, numberCell, textCell, type ChartRow, type VegaLiteSpec } from './chart.js';
import { chartMaker, estimatedRows, levelNote } from './make-chart.js';
import { namedLines, TOLD_AT_END, type NamedLine } from './named-lines.js';
import { GRID, INK, SOFT, TONE_COLOURS } from './theme.js';
import { channelLabel, label } from './wording.js';

/** Groups drawn; the others are one step. */
const SHOWN = 7;

const signed = (value: number): string => formatValue(value, 'score');

function groupName(row: ChartRow): string {
  const [by, group] = [textCell(row, 'by'), textCell(row, 'group')];
  if (group === '')
    return (
      { driver: 'Sans motif', brand: 'Sans marque', channel: 'Sans canal', topic: 'Sans sujet' }[by] ?? '–'
    );
  return by === 'driver' ? label('driver', group) : by === 'channel' ? channelLabel(group) : group;
}

/** « T2 2026 », of `2026-Q2`. */
const quarterOf = (row: ChartRow, column: string): string =>
  textCell(row, column).replace(/^(\d{4})-Q([1-4])$/, 'T$2 $1');

interface Step extends NamedLine {
  readonly from: number;
  readonly to: number;
  readonly colour: string;
}

/** The score before, what each group adds, the score after. */
function stepsOf(rows: readonly ChartRow[], change: number): Step[] {
  const [first] = rows;
  const before = rows.reduce(
    (sum, row) => sum + (numberCell(row, 'previousShare') ?? 0) * (numberCell(row, 'previousScore') ?? 0),
    0,
  );
  const shown = rows.slice(0, SHOWN);
  const added = [
    ...shown.map((row) => ({ label: groupName(row), by: numberCell(row, 'change') ?? 0 })),
    ...(rows.length > SHOWN
      ? [{ label: `${rows.length - SHOWN} autres`, by: numberCell(shown.at(-1) ?? {}, 'rest') ?? 0 }]
      : []),
  ];
  const total = (name: string, at: number): Step => ({
    label: name,
    from: 0,
    to: at,
    told: formatValue(at, 'score'),
    colour: SOFT,
  });
  let level = before;
  const steps = added.map(({ label: name, by }): Step => {
    const from = level;
    level += by;
    return {
      label: name,
      from,
      to: level,
      told: signed(by),
      colour: (by < 0 ? TONE_COLOURS['negative'] : TONE_COLOURS['positive']) ?? INK,
    };
  });
  return [
    total(`Score ${quarterOf(first ?? {}, 'previousPeriod')}`, before),
    ...steps,
    total(`Score ${quarterOf(first ?? {}, 'period')}`, before + change),
  ];
}

function waterfall(steps: readonly Step[], layout: ChartLayout): VegaLiteSpec {
  const { values, width, height, y } = namedLines(steps, layout, { share: 0.3, gap: 12, step: 25 });
  return chartSpec(layout, {
    data: { values },
    width,
    height,
    encoding: { y },
    layer: [
      {
        mark: { type: 'bar', height: { band: 0.62 } },
        encoding: {
          x: {
            field: 'from',
            type: 'quantitative',
            title: 'Score net',
            scale: { zero: true, nice: true },
            axis: { format: '~r', gridColor: GRID, tickCount: 5 },
          },
          x2: { field: 'to' },
          color: { field: 'colour', type: 'nominal', scale: null },
        },
      },
      TOLD_AT_END,
    ],
  });
}

const TITLES: Readonly<Record<string, string>> = {
  driver: 'Pourquoi la tonalité a bougé : par motif',
  brand: 'Pourquoi la tonalité a bougé : par marque',
  channel: 'Pourquoi la tonalité a bougé : par canal',
  topic: 'Pourquoi la tonalité a bougé : par sujet',
};

/** A waterfall from the score of one period to that of the next: what each group of the first breakdown adds, composition and own score. */
export const scoreDecompositionChart = chartMaker((metric) => {
  const all = estimatedRows(metric, ['change', 'low', 'high']);
  const by = textCell(all[0] ?? {}, 'by');
  return {
    name: 'scoreDecomposition',
    title: TITLES[by] ?? metric.label.fr,
    note: `les parts se somment à l’écart ; ${levelNote(metric)} au tableau`,
    rows: all.filter((row) => textCell(row, 'by') === by),
    draw: (rows, layout) => waterfall(stepsOf(rows, metric.value ?? 0), layout),
    alt: (rows) =>
      `Cascade. Écart : ${signed(metric.value ?? 0)}${metric.interval === null ? '' : ` (${formatInterval(metric.interval, 'score')})`}. ${rows
        .slice(0, 5)
        .map((row) => `${groupName(row)} : ${signed(numberCell(row, 'change') ?? 0)}`)
        .join(' ; ')}.`,
  };
});
