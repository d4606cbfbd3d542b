import { clusteredCounts, type CountRow } from '../care/clustered-counts.js';
import type { Sentiment } from '../../model/index.js';
import { grainOf, perGrain } from '../grain.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, metricFrame, type RowOf } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { netScoreInterval, shareInterval } from './score-interval.js';
import { CUSTOMER, periodOf } from '../sql.js';

/** Conditions counted for a tone; `of` is the column that holds the sentiment. */
export const toneEvents = (of = 'sentiment'): Readonly<Record<Sentiment, string>> => ({
  negative: `${of} = 'negative'`,
  neutral: `${of} = 'neutral'`,
  mixed: `${of} = 'mixed'`,
  positive: `${of} = 'positive'`,
});

/** Columns that `toneRow` fills. */
export const TONE_COLUMNS = {
  n: 'number',
  authors: 'number',
  negative: 'number',
  neutral: 'number',
  mixed: 'number',
  positive: 'number',
  negativeShare: 'number',
  negativeLow: 'number?',
  negativeHigh: 'number?',
  positiveShare: 'number',
  positiveLow: 'number?',
  positiveHigh: 'number?',
  score: 'number?',
  low: 'number?',
  high: 'number?',
} as const;

/** Shares and net score of a group of messages, with their intervals. */
export function toneRow(row: CountRow, level: number): RowOf<typeof TONE_COLUMNS> {
  const { n, counts, effectiveN } = row;
  const share = (name: string): { value: number; low: number | null; high: number | null } => {
    const k = counts[name] ?? 0;
    const interval = shareInterval({ k, n, effectiveN: effectiveN[name] ?? n }, level);
    return { value: k / n, low: interval?.low ?? null, high: interval?.high ?? null };
  };
  const [negative, positive] = [share('negative'), share('positive')];
  const score = netScore(row, level);
  return {
    n,
    authors: row.authors,
    negative: counts['negative'] ?? 0,
    neutral: counts['neutral'] ?? 0,
    mixed: counts['mixed'] ?? 0,
    positive: counts['positive'] ?? 0,
    negativeShare: negative.value,
    negativeLow: negative.low,
    negativeHigh: negative.high,
    positiveShare: positive.value,
    positiveLow: positive.low,
    positiveHigh: positive.high,
    score: score?.value ?? null,
    low: score?.low ?? null,
    high: score?.high ?? null,
  };
}

function netScore({ n, counts, effectiveN }: CountRow, level: number): ReturnType<typeof netScoreInterval> {
  const size = Math.min(effectiveN['positive'] ?? n, effectiveN['negative'] ?? n);
  return netScoreInterval(
    { positive: counts['positive'] ?? 0, negative: counts['negative'] ?? 0, n, effectiveN: size },
    level,
  );
}

const METHOD = {
  fr: 'Score net = (positifs − négatifs) / messages classés, de −1 à 1. Intervalle par MOVER sur deux intervalles de Wilson, élargi quand un auteur écrit plusieurs fois.',
  en: 'Net score = (positive − negative) / classified messages, −1 to 1. MOVER interval on two Wilson intervals, widened when an author writes several times.',
};
const LIMITS = {
  fr: 'L’erreur propre du classement automatique n’est pas encore corrigée : lire les écarts plutôt que les niveaux.',
  en: 'The error of the automatic classification is not corrected yet: read differences rather than levels.',
};
const frame = metricFrame({
  name: 'netSentimentScore',
  label: { fr: 'Score net de tonalité', en: 'Net sentiment score' },
  unit: 'score',
  denominator: {
    fr: 'messages de clients dont la tonalité est classée',
    en: 'customers’ messages with a classified sentiment',
  },
  method: METHOD,
  limits: LIMITS,
  columns: { stage: 'text', ...TONE_COLUMNS },
});

/** Net sentiment score of customers' messages, (P − N) / (P + N + U) in [−1, 1]; the table holds shares and scores by stage. */
export const netSentimentScore = defineMetric(
  { frame: frame, of: 'messages', groups: 'value' },
  async (corpus, options: MetricOptions, whole) => {
    const { level } = resolveOptions(options);
    const query = {
      from: 'storedMessages',
      where: `${CUSTOMER} AND sentiment IS NOT NULL`,
      events: toneEvents(),
    };
    const [all] = await clusteredCounts(corpus, query);
    const score = all && netScore(all, level);
    if (!all || !score)
      return unmeasured(
        frame,
        0,
        'aucun message de client n’a de tonalité classée',
        'no customer message has a classified sentiment',
      );
    const stages = whole ? [] : await clusteredCounts(corpus, { ...query, by: { stage: 'stage' } });
    const { value, ...interval } = score;
    return makeMetric(frame, {
      value,
      n: all.n,
      interval,
      rows: stages.map((row) => ({ stage: row.key['stage'] ?? '', ...toneRow(row, level) })),
    });
  },
);

const periodFrame = (grain: 'week' | 'month') =>
  metricFrame({
    ...frame,
    name: 'netSentimentByPeriod',
    label: {
      fr: `Score net de tonalité ${perGrain(grain).fr}`,
      en: `Net sentiment score ${perGrain(grain).en}`,
    },
    denominator: {
      fr: 'messages de clients datés dont la tonalité est classée',
      en: 'dated customers’ messages with a classified sentiment',
    },
    columns: { period: 'text', grain: 'text', stage: 'text', ...TONE_COLUMNS },
  });

/** Net sentiment score by week or month, and stage; a period without messages has no row, for absent is not zero. */
export const netSentimentByPeriod = defineMetric(
  { frame: periodFrame('week'), of: 'messages', groups: 'rows' },
  async (corpus, options: MetricOptions) => {
    const { level, zone } = resolveOptions(options);
    const grain = await grainOf(corpus);
    const rows = await clusteredCounts(corpus, {
      from: 'storedMessages',
      where: `${CUSTOMER} AND sentiment IS NOT NULL AND sentAt IS NOT NULL`,
      events: toneEvents(),
      by: { period: periodOf('sentAt', grain), stage: 'stage' },
      parameters: { zone },
    });
    const n = rows.reduce((sum, row) => sum + row.n, 0);
    if (n === 0)
      return unmeasured(
        periodFrame(grain),
        0,
        'aucun message de client à la fois daté et classé',
        'no customer message is both dated and classified',
      );
    return makeMetric(periodFrame(grain), {
      value: null,
      n,
      rows: rows.map((row) => ({
        period: row.key['period'] ?? '',
        grain,
        stage: row.key['stage'] ?? '',
        ...toneRow(row, level),
      })),
    });
  },
);
