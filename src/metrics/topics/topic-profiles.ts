import { humanMessage } from '../../engine/human-messages.js';
import { wilsonInterval } from '../../stats/shares/interval.js';
import { shareInterval } from '../basic/score-interval.js';
import { toneEvents } from '../basic/net-sentiment.js';
import { clusteredCounts } from '../care/clustered-counts.js';
import { defineMetric } from '../define-metric.js';
import { spillsOf } from '../funnel/spill-cases.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { CUSTOMER } from '../sql.js';

const frame = metricFrame({
  name: 'topicProfiles',
  label: {
    fr: 'Sujets : où l’on en parle, et ce qui déborde',
    en: 'Subjects: where they are spoken of, and what spills',
  },
  unit: 'messages',
  denominator: {
    fr: 'messages de clients et articles qui ont un sujet',
    en: 'customers’ messages and articles that have a subject',
  },
  method: {
    fr: 'Par sujet : messages privés, publics, articles ; part de négatif (Wilson, élargi quand un auteur écrit plusieurs fois) ; dossiers ouverts en privé sur ce sujet et part vue déborder en public (somme des probabilités de lien, Wilson) ; magasins les plus cités.',
    en: 'By subject: private messages, public ones, articles; negative share (Wilson, widened when an author writes several times); cases opened in private on it and the share seen to spill into public (sum of link probabilities, Wilson); stores most named.',
  },
  limits: {
    fr: 'Débordements vus : un plancher. Un dossier est dans chaque sujet de ses messages privés.',
    en: 'Spills seen: a floor. A case is in every subject of its private messages.',
  },
  columns: {
    topic: 'text',
    name: 'text',
    taxonomy: 'text?',
    n: 'number',
    private: 'number',
    public: 'number',
    press: 'number',
    negativeShare: 'number?',
    negativeLow: 'number?',
    negativeHigh: 'number?',
    cases: 'number',
    spills: 'number',
    rate: 'number?',
    low: 'number?',
    high: 'number?',
    stores: 'texts',
  },
});

const STORES = 3;

interface TopicCase {
  readonly caseId: string;
  readonly topics: readonly string[];
}

/**
 * Each subject's place in the spillway: messages in private, in public and in the press, its tone, the cases opened in private on it
 * and what of them is seen to spill, the stores most named. Texts: `verbatims(corpus, { topic })`. Value: messages and articles that have
 * a subject.
 */
export const topicProfiles = defineMetric(
  { frame, of: 'messages', groups: 'rows' },
  async (corpus, options: MetricOptions) => {
    const { level } = resolveOptions(options);
    const topics = (await corpus.topics()).filter(({ parent }) => parent === null);
    if (topics.length === 0)
      return unmeasured(frame, 0, 'aucun sujet dans les textes', 'no subject in the texts');
    const from = '(SELECT *, unnest(topics) AS subject FROM messages WHERE len(topics) > 0)';
    const told = `(${CUSTOMER}) OR (stage = 'press' AND ${humanMessage()})`;
    const counted = await clusteredCounts(corpus, {
      from,
      where: `(${told})`,
      by: { subject: 'subject' },
      events: Object.fromEntries(
        ['private', 'public', 'press'].map((stage) => [stage, `stage = '${stage}'`]),
      ),
    });
    const tones = await clusteredCounts(corpus, {
      from,
      where: `${CUSTOMER} AND sentiment IS NOT NULL`,
      by: { subject: 'subject' },
      events: toneEvents(),
    });
    const stores = (
      await corpus.query(`SELECT subject, store, CAST(count(*) AS DOUBLE) AS n FROM ${from}
      WHERE ${CUSTOMER} AND store IS NOT NULL GROUP BY ALL ORDER BY n DESC, store`)
    ).objects() as { subject: string; store: string }[];
    const cases = (
      await corpus.query(`SELECT caseId, list_sort(list_distinct(flatten(list(topics)))) AS topics
      FROM caseMessages JOIN main.messages USING (messageId) WHERE stage = 'private' AND direction = 'inbound' GROUP BY caseId ORDER BY caseId`)
    ).objects() as TopicCase[];
    const probability = new Map((await spillsOf(corpus)).cases.map((one) => [one.caseId, one.probability]));
    const spills = new Map<string, { cases: number; spills: number }>();
    for (const { caseId, topics: names } of cases) {
      const p = probability.get(caseId);
      if (p === undefined) continue;
      for (const name of names) {
        const known = spills.get(name) ?? { cases: 0, spills: 0 };
        spills.set(name, { cases: known.cases + 1, spills: known.spills + p });
      }
    }
    const rows = topics.flatMap(({ topic, name, taxonomy }) => {
      const row = counted.find(({ key }) => key['subject'] === name);
      if (row === undefined) return [];
      const tone = tones.find(({ key }) => key['subject'] === name);
      const k = tone?.counts['negative'] ?? 0;
      const negative =
        tone && shareInterval({ k, n: tone.n, effectiveN: tone.effectiveN['negative'] ?? tone.n }, level);
      const spilled = spills.get(name) ?? { cases: 0, spills: 0 };
      const interval = spilled.cases > 0 ? wilsonInterval(spilled.spills, spilled.cases, level) : null;
      return [
        {
          topic,
          name,
          taxonomy,
          n: row.n,
          private: row.counts['private'] ?? 0,
          public: row.counts['public'] ?? 0,
          press: row.counts['press'] ?? 0,
          negativeShare: tone === undefined ? null : k / tone.n,
          negativeLow: negative?.low ?? null,
          negativeHigh: negative?.high ?? null,
          cases: spilled.cases,
          spills: spilled.spills,
          rate: spilled.cases > 0 ? spilled.spills / spilled.cases : null,
          low: interval?.low ?? null,
          high: interval?.high ?? null,
          stores: stores.flatMap(({ subject, store }) => (subject === name ? [store] : [])).slice(0, STORES),
        },
      ];
    });
    rows.sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
    const [all] = await clusteredCounts(corpus, {
      from: 'messages',
      where: `len(topics) > 0 AND (${told})`,
      events: {},
    });
    return makeMetric(frame, { value: all?.n ?? 0, n: all?.n ?? 0, rows });
  },
);
