import { humanMessage } from '../../engine/human-messages.js';
import { shareInterval } from '../basic/score-interval.js';
import { toneEvents } from '../basic/net-sentiment.js';
import { clusteredCounts } from '../care/clustered-counts.js';
import { defineMetric } from '../define-metric.js';
import type { LabelOptions } from '../basic/labelled-shares.js';
import { byLabels, foundSpills, rateOf } from '../funnel/found-spills.js';
import { resolveFunnelOptions } from '../funnel/funnel-cases.js';
import { labelledSpills, limitsWith } from '../funnel/labelled-spills.js';
import { spillsOf, whyNotMeasured, type SpillCase } from '../funnel/spill-cases.js';
import { complaintsOf, countOf } from '../funnel/weighed-complaints.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import type { MetricOptions } from '../options.js';
import { CUSTOMER } from '../sql.js';
import { grouped } from '../../util/grouped.js';

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
    fr: 'Par sujet : messages privés, publics, articles ; part de négatif (Wilson, élargi quand un auteur écrit plusieurs fois) ; plaintes ouvertes en privé sur ce sujet et leur taux de débordement, calculé comme le taux de débordement (ce qui se voit, rapporté à la part retrouvée, la même pour tous ; ce qui se voit, un plancher, où elle n’est pas connue ; avec 30 dossiers privés étiquetés par l’utilisateur, plaintes et taux sont ceux que disent ses étiquettes, comme au taux de débordement) ; magasins les plus cités.',
    en: 'By subject: private messages, public ones, articles; negative share (Wilson, widened when an author writes several times); complaints opened in private on it and their spill rate, made as the spill rate is (what is seen over the share found, the same for all; what is seen, a floor, where that is not known; with 30 private cases labelled by the user complaints and rates are those that the labels tell, as in the spill rate); stores most named.',
  },
  limits: {
    fr: 'Un dossier est dans chaque sujet de ses messages privés.',
    en: 'A case is in every subject of its private messages.',
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
    seen: 'number?',
    stores: 'texts',
  },
});

const STORES = 3;

interface TopicCase {
  readonly caseId: string;
  /** A line each. */
  readonly topics: string;
}

/**
 * Each subject's place in the spillway: messages in private, in public and in the press, its tone, the complaints opened in private on it
 * and how many of them spill, the stores most named. Texts: `verbatims(corpus, { topic })`. Value: messages and articles that have
 * a subject.
 */
export const topicProfiles = defineMetric(
  { frame, of: 'messages', groups: 'rows' },
  async (corpus, options: MetricOptions & LabelOptions) => {
    const resolved = resolveFunnelOptions(options),
      { level } = resolved;
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
      await corpus.query(`SELECT caseId, array_to_string(list_sort(list_distinct(flatten(list(topics)))), chr(10)) AS topics
      FROM caseMessages JOIN main.messages USING (messageId) WHERE stage = 'private' AND direction = 'inbound' AND len(topics) > 0 GROUP BY caseId ORDER BY caseId`)
    ).objects() as TopicCase[];
    const spills = await spillsOf(corpus),
      labelled = await labelledSpills(corpus, options.labels ?? [], resolved),
      known = new Map((labelled?.cases ?? spills.cases).map((one): [string, SpillCase] => [one.caseId, one])),
      found =
        (await whyNotMeasured(corpus, spills)) === undefined
          ? await foundSpills(corpus, resolved)
          : undefined;
    const ofTopic = grouped(
      cases.flatMap(({ caseId, topics: names }) => {
        const one = known.get(caseId);
        return one === undefined ? [] : names.split('\n').map((name) => ({ name, one }));
      }),
      ({ name }) => name,
    );
    const complaintsAbout = (topic: string): readonly SpillCase[] => {
      const about = ofTopic.get(topic)?.map(({ one }) => one) ?? [];
      return complaintsOf(about).length === 0 ? [] : about;
    };
    const rows = topics.flatMap(({ topic, name, taxonomy }) => {
      const row = counted.find(({ key }) => key['subject'] === name);
      if (row === undefined) return [];
      const tone = tones.find(({ key }) => key['subject'] === name);
      const k = tone?.counts['negative'] ?? 0;
      const negative =
        tone && shareInterval({ k, n: tone.n, effectiveN: tone.effectiveN['negative'] ?? tone.n }, level);
      const complaints = complaintsAbout(name),
        lent = labelled && found ? byLabels(found, labelled.among(complaints)) : found,
        spilled = rateOf(complaints, lent, resolved),
        rate = spilled?.told ?? spilled?.seen;
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
          cases: countOf(complaints),
          spills: spilled?.expected ?? 0,
          rate: rate?.value ?? null,
          low: rate?.low ?? null,
          high: rate?.high ?? null,
          seen: spilled?.seen.value ?? null,
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
    return makeMetric(frame, {
      value: all?.n ?? 0,
      n: all?.n ?? 0,
      rows,
      ...limitsWith(frame.limits, options.labels, labelled),
    });
  },
);
