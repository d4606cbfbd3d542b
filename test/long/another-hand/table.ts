import type { Figure } from './figures.js';

export interface QuarterResult {
  readonly seed: number;
  readonly figures: readonly Figure[];
  readonly waiting: Readonly<Record<string, number>>;
}

const number = (value: number | null): string =>
  value === null
    ? '–'
    : Math.abs(value) >= 10 || Number.isInteger(value)
      ? String(Math.round(value * 10) / 10)
      : value.toFixed(3);
const ranged = ({ low, high }: Figure): boolean => low !== null && high !== null;
const holds = ({ truth, low, high }: Figure): boolean =>
  low !== null && high !== null && low <= truth && truth <= high;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Totals by figure: truth, point, bias, width, intervals that hold. */
function totals(results: readonly QuarterResult[]): string[] {
  const all = results.flatMap(({ figures }) => figures);
  const lines = [
    '| figure | n | not measured | mean truth | mean point | mean width | hold |',
    '|---|---|---|---|---|---|---|',
  ];
  for (const figure of new Set(all.map((one) => one.figure))) {
    const own = all.filter((one) => one.figure === figure),
      measured = own.filter(({ value }) => value !== null),
      intervals = measured.filter(ranged);
    const exact = measured.filter(({ truth, value }) => truth === value).length;
    const held =
      intervals.length > 0
        ? `${intervals.filter(holds).length} of ${intervals.length}`
        : `equal in ${exact} of ${measured.length}`;
    lines.push(
      `| ${figure} | ${own.length} | ${own.length - measured.length} | ${number(measured.length === 0 ? null : mean(measured.map(({ truth }) => truth)))} | ${number(measured.length === 0 ? null : mean(measured.map(({ value }) => value ?? 0)))} | ${number(intervals.length === 0 ? null : mean(intervals.map(({ low, high }) => (high ?? 0) - (low ?? 0))))} | ${held} |`,
    );
  }
  return lines;
}

/** The whole table as Markdown, as it came out. */
export function markdown(results: readonly QuarterResult[]): string {
  const rows = results.flatMap(({ seed, figures }) =>
    figures.map(
      (one) =>
        `| ${seed} | ${one.figure} | ${number(one.truth)} | ${number(one.value)} | ${ranged(one) ? `${number(one.low)} – ${number(one.high)}` : ''} | ${ranged(one) ? (holds(one) ? 'yes' : '**no**') : ''} |`,
    ),
  );
  const waiting = results.map(
    ({ seed, waiting: kinds }) =>
      `- ${seed}: ${Object.entries(kinds)
        .map(([kind, n]) => `${kind} ${n}`)
        .join(', ')}`,
  );
  return [
    '# Another hand',
    '',
    `Quarters ${results.map(({ seed }) => seed).join(', ')}, as they came out.`,
    '',
    '## By figure',
    '',
    ...totals(results),
    '',
    '## Cases said to wait, by what they are',
    '',
    ...waiting,
    '',
    '## By quarter',
    '',
    '| quarter | figure | truth | point | interval | holds |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
