import {
  dateOf,
  LEAST_CLASSIFIED,
  listOf,
  numberOf,
  numberOrNull,
  rowsOf,
  textOf,
  type Telling,
} from './reading.js';
import { spillToldOf } from './findings/spill-floor.js';
import { maskedIn } from './mask-words.js';
import { shortened } from './quotes.js';
import type { Choice, Explorer } from './story.js';

/** Choices of a filter, those that hold most messages first; of months all. */
const CHOICES = 30;

/** The stage of which `responseRate` tells its headline figure: a choice tells the same one again. */
export const answeredStage = ({ metrics }: Telling): 'private' | 'public' =>
  rowsOf(metrics.get('responseRate')).some(
    (row) => row['stage'] === 'private' && typeof row['share'] === 'number',
  )
    ? 'private'
    : 'public';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The share that links find, where the rate that is told is corrected by it. */
function foundOf(telling: Telling): Explorer['found'] {
  const [row] = rowsOf(telling.metrics.get('caseCounts'));
  const [share, low, high] = ['found', 'foundLow', 'foundHigh'].map((column) => numberOrNull(row, column));
  const told = spillToldOf(telling);
  if (told === null || told.floor !== undefined) return null;
  return typeof share === 'number' && typeof low === 'number' && typeof high === 'number'
    ? [share, low, high]
    : null;
}

/** The rate told first is answered / asked. */
function answersCounted({ metrics }: Telling, stage: 'private' | 'public'): boolean {
  const metric = metrics.get('responseRate');
  const rows = rowsOf(metric).filter((row) => row['stage'] === stage && numberOrNull(row, 'share') !== null);
  const sum = (column: string): number => rows.reduce((total, row) => total + numberOf(row, column), 0);
  return typeof metric?.value === 'number' && Math.abs(sum('answered') / sum('n') - metric.value) < 1e-6;
}

/** What a reader may choose among on the page: counts by month, stage, brand, place and driver, and masked messages. */
export function explorerOf(telling: Telling): Explorer {
  const { metrics, words } = telling;
  const answered = answeredStage(telling);
  const counted = metrics.get('messageCounts');
  const counts = rowsOf(counted).map((row) => ({
    period: textOf(row, 'period'),
    stage: textOf(row, 'stage'),
    brand: textOf(row, 'brand'),
    store: textOf(row, 'store'),
    driver: textOf(row, 'driver'),
    author: numberOrNull(row, 'author'),
    negative: numberOf(row, 'negative'),
    positive: numberOf(row, 'positive'),
    n: numberOf(row, 'n'),
    rated: numberOf(row, 'rated'),
    stars: numberOf(row, 'stars'),
  }));
  const choices = (
    column: 'period' | 'stage' | 'brand' | 'store' | 'driver',
    named: (code: string) => string,
    offered: (code: string, n: number) => boolean = () => true,
  ): Choice[] => {
    const sizes = new Map<string, number>();
    for (const row of counts.filter(({ driver }) => (driver === 'all') === (column !== 'driver')))
      if (row[column] !== '') sizes.set(row[column], (sizes.get(row[column]) ?? 0) + row.n);
    const ranked = [...sizes]
      .filter(([code, n]) => offered(code, n))
      .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .slice(0, column === 'period' ? undefined : CHOICES);
    const codes = ranked.map(([code]) => code);
    return (column === 'period' ? codes.toSorted() : codes).map((code) => ({ code, label: named(code) }));
  };
  // A word that is a brand by accident (« nature ») is none of those that are followed.
  const followed = new Set([
    telling.brand,
    ...rowsOf(metrics.get('shareOfVoice')).map((row) => textOf(row, 'brand')),
  ]);
  const itself = (code: string): string => code;
  return {
    definition:
      counted === undefined ? '' : capital(`${words.of(counted.denominator)}. ${words.of(counted.method)}`),
    periods: choices('period', words.month),
    brands: choices('brand', itself, (code, n) => followed.has(code) && n >= LEAST_CLASSIFIED),
    drivers: choices('driver', (code) => words.label('driver', code)),
    stages: choices('stage', (code) => words.label('stage', code)),
    stores: choices('store', words.place),
    counts,
    cases: rowsOf(metrics.get('caseCounts')).map((row) => ({
      period: textOf(row, 'period'),
      stage: textOf(row, 'stage'),
      brand: textOf(row, 'brand'),
      store: textOf(row, 'store'),
      driver: textOf(row, 'driver'),
      asked: textOf(row, 'stage') === answered ? numberOf(row, 'asked') : 0,
      answered: textOf(row, 'stage') === answered ? numberOf(row, 'answered') : 0,
      followed: Math.round(1000 * numberOf(row, 'followed')) / 1000,
      spilled: Math.round(1000 * numberOf(row, 'spilled')) / 1000,
      doubt: Math.round(1000 * numberOf(row, 'doubt')) / 1000,
    })),
    found: foundOf(telling),
    answersCounted: answersCounted(telling, answered),
    messages: rowsOf(metrics.get('messageSample')).map((row) => {
      const at = dateOf(row, 'sentAt');
      return {
        text: shortened(maskedIn(textOf(row, 'text'), words.language), 320),
        source: [words.channel(textOf(row, 'channel')), ...(at === null ? [] : [words.date(at)])].join(' · '),
        period: textOf(row, 'period'),
        stage: textOf(row, 'stage'),
        channel: textOf(row, 'channel'),
        brand: textOf(row, 'brand'),
        store: textOf(row, 'store'),
        sentiment: textOf(row, 'sentiment'),
        drivers: listOf(row, 'drivers'),
      };
    }),
  };
}
