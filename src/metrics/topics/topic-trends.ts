import type { CorpusTables } from '../../engine/corpus-tables.js';
import { quantile } from '../../stats/shares/quantile.js';
import { seededRandom } from '../../util/random.js';
import { DIFFERENCE_COLUMNS, differenceRow } from '../basic/difference-columns.js';
import {
  groupShare,
  shareDifferenceInterval,
  shareInterval,
  shareRatioInterval,
  type ToldFigure,
} from '../basic/score-interval.js';
import { clusteredCounts, type CountRow } from '../care/clustered-counts.js';
import { defineMetric } from '../define-metric.js';
import { resolveFunnelOptions, type FunnelOptions } from '../funnel/funnel-cases.js';
import { lastQuarters, quarterName } from '../last-quarters.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import { CUSTOMER } from '../sql.js';

export interface TopicTrendOptions extends FunnelOptions {
  /** Calendar periods compared, the earlier first. Default: the last two quarters. */
  readonly periods?: readonly [string, string];
}

const frame = metricFrame({
  name: 'topicTrends',
  label: { fr: 'Sujets qui émergent, reculent ou dérivent', en: 'Subjects that emerge, recede or drift' },
  unit: 'ratio',
  denominator: {
    fr: 'messages de clients des deux périodes, avec un texte',
    en: 'customers’ messages of both periods, with a text',
  },
  method: {
    fr: 'Émergence : part du sujet dans la période / sa part dans la précédente, intervalle par MOVER (Donner et Zou, 2012) ; établie quand l’intervalle est au-dessus de 1 ; d’un sujet sans message auparavant, quand celui de l’écart des parts (Newcombe, 1998) est au-dessus de zéro. Dérive : part des messages du sujet qui a changé d’aspect (distance en variation totale) ; établie au-dessus du 95e centile de ce que donne le hasard seul.',
    en: 'Emergence: share of the subject in the period / its share in the one before, MOVER interval (Donner & Zou 2012); established when the interval is above 1; of a subject without a message before, when that of the difference of the shares (Newcombe 1998) is above zero. Drift: share of the subject’s messages that changed aspect (total variation distance); established above the 95th percentile of what chance alone gives.',
  },
  limits: {
    fr: 'Les parts se comparent, pas les volumes. Sur vingt sujets, un sort de son intervalle par hasard. Moins de 10 messages dans une période : pas de dérive.',
    en: 'Compare shares, not volumes. Of twenty subjects one falls outside its interval by chance. Under 10 messages in a period: no drift.',
  },
  columns: {
    topic: 'text',
    name: 'text',
    taxonomy: 'text?',
    previousPeriod: 'text',
    period: 'text',
    previousN: 'number',
    n: 'number',
    previousShare: 'number',
    previousLow: 'number?',
    previousHigh: 'number?',
    share: 'number',
    shareLow: 'number?',
    shareHigh: 'number?',
    ratio: 'number?',
    low: 'number?',
    high: 'number?',
    ...DIFFERENCE_COLUMNS,
    movement: 'text',
    drift: 'number?',
    driftByChance: 'number?',
    drifts: 'boolean',
  },
});

const LEAST_MESSAGES = 10;
const DRAWS = 400;

interface Period {
  readonly n: number;
  readonly topics: ReadonlyMap<string, CountRow>;
  /** Messages of each aspect of each subject. */
  readonly aspects: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const WITH_TEXT = `${CUSTOMER} AND text IS NOT NULL`;

async function read(corpus: CorpusTables): Promise<Period> {
  const [all] = await clusteredCounts(corpus, { from: 'storedMessages', where: WITH_TEXT, events: {} });
  const topics = await clusteredCounts(corpus, {
    from: '(SELECT *, unnest(topics) AS subject FROM messages WHERE len(topics) > 0)',
    where: WITH_TEXT,
    by: { subject: 'subject' },
    events: {},
  });
  const aspects = new Map<string, Map<string, number>>();
  for (const row of (
    await corpus.query(`SELECT topics[1] AS subject, aspect, CAST(count(*) AS DOUBLE) AS n FROM messages
      WHERE ${WITH_TEXT} AND aspect IS NOT NULL GROUP BY ALL ORDER BY ALL`)
  ).objects() as { subject: string; aspect: string; n: number }[])
    aspects.set(row.subject, (aspects.get(row.subject) ?? new Map<string, number>()).set(row.aspect, row.n));
  return { n: all?.n ?? 0, topics: new Map(topics.map((row) => [row.key['subject'] ?? '', row])), aspects };
}

type Counts = ReadonlyMap<string, number>;
const sumOf = (counts: Counts): number => [...counts.values()].reduce((a, b) => a + b, 0);

function distance(before: Counts, after: Counts): number {
  const [n, m] = [sumOf(before), sumOf(after)];
  return [...new Set([...before.keys(), ...after.keys()])].reduce(
    (sum, aspect) => sum + Math.abs((before.get(aspect) ?? 0) / n - (after.get(aspect) ?? 0) / m) / 2,
    0,
  );
}

/** The 95th percentile of the distance when messages of both periods are dealt again at random. */
function distanceByChance(before: Counts, after: Counts, seed: number): number {
  const random = seededRandom(seed);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  const pool = [before, after].flatMap((counts) =>
    [...counts].flatMap(([aspect, n]) => Array.from({ length: n }, () => names.indexOf(aspect))),
  );
  const first = sumOf(before);
  const distances = Array.from({ length: DRAWS }, () => {
    const parts = [new Map<string, number>(), new Map<string, number>()] as const,
      counts = [new Int32Array(names.length), new Int32Array(names.length)] as const;
    let left = first;
    for (let at = 0; at < pool.length; at++) {
      const aspect = pool[at] as number,
        side = random() * (pool.length - at) < left ? 0 : 1,
        own = counts[side];
      if (side === 0) left--;
      // named once, in the order in which they come
      if (own[aspect] === 0) parts[side].set(names[aspect] as string, 0);
      own[aspect] = (own[aspect] as number) + 1;
    }
    for (const side of [0, 1] as const)
      for (const name of parts[side].keys())
        parts[side].set(name, counts[side][names.indexOf(name)] as number);
    return distance(...parts);
  });
  return quantile(distances, 0.95);
}

/** Messages of a subject that drift is judged on, at most. */
const MOST_DEALT = 5000;

function driftOf(before: Counts | undefined, after: Counts | undefined, seed: number) {
  const [n, m] = [before ? sumOf(before) : 0, after ? sumOf(after) : 0];
  if (
    before === undefined ||
    after === undefined ||
    Math.min(n, m) < LEAST_MESSAGES ||
    before.size + after.size < 3
  )
    return { drift: null, driftByChance: null, drifts: false };
  const drift = distance(before, after);
  const scale = Math.min(1, MOST_DEALT / (n + m));
  const scaled = (counts: Counts): Counts =>
    new Map([...counts].map(([aspect, count]) => [aspect, Math.max(1, Math.round(count * scale))]));
  const driftByChance = distanceByChance(scaled(before), scaled(after), seed) * Math.sqrt(scale);
  return { drift, driftByChance, drifts: drift > driftByChance };
}

function movementOf(
  before: number,
  now: number,
  { ratio, difference }: { readonly ratio: ToldFigure | null; readonly difference: ToldFigure | null },
): string {
  if (before === 0) return now >= LEAST_MESSAGES && (difference?.low ?? 0) > 0 ? 'new' : 'steady';
  if (ratio === null) return 'steady';
  return ratio.low > 1 ? 'rising' : ratio.high < 1 ? 'falling' : 'steady';
}

/**
 * How each subject moved since the previous period: ratio and difference of its shares with their intervals (`movement`: new, rising, falling, steady),
 * and whether what is said of it moved from one aspect to another (`drift`, beside what chance alone gives). Value: subjects that are new
 * or rising.
 */
export const topicTrends = defineMetric(
  { frame, of: 'messages', groups: 'rows' },
  async (corpus, options: TopicTrendOptions & { readonly zone: string }) => {
    const { level, seed, zone } = resolveFunnelOptions(options);
    const topics = (await corpus.topics()).filter(({ parent }) => parent === null);
    const quarters = await lastQuarters(corpus, zone);
    const periods =
      options.periods ??
      (quarters === null ? undefined : ([quarterName(quarters[0]), quarterName(quarters[1])] as const));
    if (topics.length === 0 || periods === undefined)
      return unmeasured(
        frame,
        0,
        topics.length === 0
          ? 'aucun sujet dans les textes'
          : 'il faut deux trimestres consécutifs de messages datés',
        topics.length === 0
          ? 'no subject in the texts'
          : 'two consecutive quarters of dated messages are needed',
      );
    const [before, after] = (await Promise.all(
      periods.map(async (period) => {
        const part = corpus.where({ period, zone });
        try {
          return await read(part);
        } finally {
          part.close();
        }
      }),
    )) as [Period, Period];
    if (before.n === 0 || after.n === 0)
      return unmeasured(
        frame,
        before.n + after.n,
        `une des deux périodes (${periods.join(', ')}) n’a pas de message de client`,
        `one of both periods (${periods.join(', ')}) has no customer message`,
      );
    const rows = topics.flatMap(({ topic, name, taxonomy }, at) => {
      const [was, is] = [before.topics.get(name), after.topics.get(name)];
      if (was === undefined && is === undefined) return [];
      const none = { n: 0, authors: 0 };
      const [earlier, now] = [groupShare(was ?? none, before.n), groupShare(is ?? none, after.n)];
      const ratio = shareRatioInterval(now, earlier, level),
        difference = shareDifferenceInterval(now, earlier, level);
      const [from, to] = [shareInterval(earlier, level), shareInterval(now, level)];
      return [
        {
          topic,
          name,
          taxonomy,
          previousPeriod: periods[0],
          period: periods[1],
          previousN: was?.n ?? 0,
          n: is?.n ?? 0,
          previousShare: (was?.n ?? 0) / before.n,
          previousLow: from?.low ?? null,
          previousHigh: from?.high ?? null,
          share: (is?.n ?? 0) / after.n,
          shareLow: to?.low ?? null,
          shareHigh: to?.high ?? null,
          ratio: ratio?.value ?? null,
          low: ratio?.low ?? null,
          high: ratio?.high ?? null,
          ...differenceRow(difference),
          movement: movementOf(was?.n ?? 0, is?.n ?? 0, { ratio, difference }),
          ...driftOf(before.aspects.get(name), after.aspects.get(name), seed + at),
        },
      ];
    });
    rows.sort(
      (a, b) => (b.ratio ?? Infinity) - (a.ratio ?? Infinity) || b.n - a.n || (a.name < b.name ? -1 : 1),
    );
    return makeMetric(frame, {
      value: rows.filter(({ movement }) => movement === 'new' || movement === 'rising').length,
      n: before.n + after.n,
      rows,
    });
  },
);
