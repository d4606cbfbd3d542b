import type { Manifest } from '../../model/index.js';
import { localDay } from '../../util/zones.js';
import { numberOf, rowsOf, textOf, type Telling } from './reading.js';

const DAY = 86_400_000;
const LONG = 60 * DAY;
/** Nearly all messages, and the part of the whole period that is short for them. */
const NEARLY_ALL = 0.95,
  SHORT = 0.5;
/** From so many messages, and such a share, without a date, the reader is told. */
const LEAST_UNDATED = 10,
  UNDATED_SHARE = 0.05;

interface Part {
  readonly from: number;
  readonly to: number;
  readonly n: number;
}

/** Messages of each week or month, in order. */
function partsOf({ metrics }: Telling): Part[] {
  const counts = new Map<string, number>();
  const rows = rowsOf(metrics.get('messageVolume'));
  for (const row of rows) {
    const period = textOf(row, 'period');
    counts.set(period, (counts.get(period) ?? 0) + numberOf(row, 'n'));
  }
  const monthly = rows[0]?.['grain'] === 'month';
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, n]) => {
      const [year, month] = period.split('-').map(Number) as [number, number];
      const from = Date.parse(period);
      return { from, to: (monthly ? Date.UTC(year, month, 1) : from + 7 * DAY) - DAY, n };
    });
}

/** The shortest run of weeks or months in which nearly all messages stand. */
function mostOf(parts: readonly Part[], all: number): Part | undefined {
  let best: Part | undefined;
  for (let first = 0, last = 0, sum = 0; first < parts.length; sum -= parts[first++]?.n ?? 0) {
    while (last < parts.length && sum < NEARLY_ALL * all) sum += parts[last++]?.n ?? 0;
    if (sum < NEARLY_ALL * all) break;
    const run = { from: parts[first]?.from ?? 0, to: parts[last - 1]?.to ?? 0, n: sum };
    if (best === undefined || run.to - run.from <= best.to - best.from) best = run;
  }
  return best;
}

/** Where a period of years holds what was written in weeks, and where dates lack: the period alone says neither. */
export function spanLines(telling: Telling, { firstAt, lastAt }: Manifest): string[] {
  const { words, zone, metrics } = telling;
  const undated = rowsOf(metrics.get('completeness')).find((one) => one['check'] === 'noDate');
  const [lack, share] = [numberOf(undated, 'messages'), numberOf(undated, 'share')];
  const without =
    lack >= LEAST_UNDATED && share >= UNDATED_SHARE
      ? [
          words.say(
            `${words.number(lack)} messages sur ${words.number(numberOf(undated, 'n'))} (${words.value(share, 'share')}) n’ont pas de date : aucune comparaison dans le temps ne les compte.`,
            `${words.number(lack)} of ${words.number(numberOf(undated, 'n'))} messages (${words.value(share, 'share')}) have no date: no comparison over time counts them.`,
          ),
        ]
      : [];
  if (firstAt === null || lastAt === null) return without;
  const [start, end] = [firstAt, lastAt].map((at) => Date.parse(localDay(Date.parse(at), zone))) as [
    number,
    number,
  ];
  const parts = partsOf(telling);
  const all = parts.reduce((sum, { n }) => sum + n, 0);
  const most = end - start < LONG ? undefined : mostOf(parts, all);
  if (most === undefined) return without;
  const [from, to] = [Math.max(start, most.from), Math.min(end, most.to)];
  if (to - from > SHORT * (end - start)) return without;
  const noon = DAY / 2;
  const when = words.during(from + noon, to + noon, true);
  return [
    words.say(
      `${words.value(most.n / all, 'share')} des messages datés sont ${when}.`,
      `${words.value(most.n / all, 'share')} of the dated messages are ${when}.`,
    ),
    ...without,
  ];
}
