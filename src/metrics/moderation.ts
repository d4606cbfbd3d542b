import type { CorpusTables } from '../engine/corpus-tables.js';
import { HARMS, type Metric } from '../model/index.js';
import { clusteredCounts } from './clustered-counts.js';
import { makeMetric, unmeasured, type MetricFrame, type TableRow } from './make-metric.js';
import { resolveOptions, type MetricOptions } from './options.js';
import { shareInterval } from './score-interval.js';
import { PUBLIC_CUSTOMER } from './sql.js';

const frame: MetricFrame = {
  name: 'harm',
  label: { fr: 'Messages à modérer', en: 'Messages to moderate' },
  unit: 'share',
  denominator: { fr: 'messages publics de clients avec un texte', en: 'public customers’ messages with a text' },
  method: {
    fr: 'Classes de nuisance au-dessus de leur seuil ; intervalles de Wilson, élargis quand un auteur écrit plusieurs fois.',
    en: 'Harm classes over their threshold; Wilson intervals, widened when an author writes several times.',
  },
  limits: { fr: 'Un signalement est une invitation à lire, pas un verdict.', en: 'A flag is an invitation to read, not a verdict.' },
  columns: ['harm', 'messages', 'n', 'authors', 'share', 'low', 'high'],
};

/** Share of public customers' messages flagged for moderation, and of each class of harm. */
export async function harm(corpus: CorpusTables, options: MetricOptions = {}): Promise<Metric> {
  const { level } = resolveOptions(options);
  const events = Object.fromEntries(HARMS.map((name) => [name, `list_contains(harms, '${name}')`]));
  const [row] = await clusteredCounts(corpus, {
    from: 'messages', where: `${PUBLIC_CUSTOMER} AND text IS NOT NULL`, events: { any: 'len(harms) > 0', ...events },
  });
  if (!row) return unmeasured(frame, 0, 'aucun message public n’a de texte', 'no public message has a text');
  const count = (name: string): { k: number; n: number; effectiveN: number } => ({ k: row.counts[name] ?? 0, n: row.n, effectiveN: row.effectiveN[name] ?? row.n });
  const table = HARMS.map((name): TableRow => {
    const interval = shareInterval(count(name), level);
    return { harm: name, messages: count(name).k, n: row.n, authors: row.authors, share: count(name).k / row.n, low: interval?.low ?? null, high: interval?.high ?? null };
  });
  table.sort((a, b) => Number(b['messages']) - Number(a['messages']));
  return makeMetric(frame, { value: count('any').k / row.n, n: row.n, interval: shareInterval(count('any'), level), rows: table });
}
