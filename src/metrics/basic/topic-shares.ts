import { tellAskedPart } from '../asked-part.js';
import { clusteredCounts } from '../care/clustered-counts.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { CUSTOMER } from '../sql.js';
import { groupShare, shareInterval } from './score-interval.js';

const LIMITS = {
  fr: 'Un message qui ne dit ni le nom d’un sujet ni deux de ses mots caractéristiques reste sans sujet ; de même, dans un dossier privé ouvert depuis plus d’une heure, ce qui ne dit pas un nom de plusieurs mots. Sous une stabilité de 0,5, un sujet peut changer de contour d’une période à l’autre.',
  en: 'A message that says neither the name of a subject nor two of its characteristic words has no subject; nor has, in a private case opened over an hour before, what does not say a name of several words. Under a stability of 0.5 a subject may change its outline from one period to the next.',
};
const frame = metricFrame({
  name: 'topicShares',
  label: { fr: 'Sujets : de quoi parlent les clients', en: 'Subjects: what customers talk about' },
  unit: 'messages',
  denominator: { fr: 'messages de clients avec un texte', en: 'customers’ messages with a text' },
  method: {
    fr: 'Sujets découverts dans les mots des clients (classification descendante hiérarchique, Reinert 1983 ; seules les classes stables sont des sujets), nommés par leur groupe nominal le plus caractéristique (G²). Un sujet découvert par message, et chaque nœud des taxonomies données dont il parle. Stabilité : recouvrement moyen avec les classes refaites sur quatre cinquièmes des textes, du sujet ou de la classe où il se trouve, le plus grand des deux. Part du nom : textes du sujet qui disent son nom. Ni pourriels ni arnaques. Intervalles de Wilson, élargis quand un auteur écrit plusieurs fois.',
    en: 'Subjects discovered in customers’ words (descending hierarchical classification, Reinert 1983; only stable classes are subjects), named by their most characteristic noun phrase (G²). One discovered subject a message, and every node of the taxonomies given that it speaks of. Stability: mean overlap with classes grown again on four fifths of the texts, of the subject or of the class it stands in, the greater. Name share: texts of the subject that say its name. Neither spam nor scams. Wilson intervals, widened when an author writes several times.',
  },
  limits: LIMITS,
  columns: {
    topic: 'text',
    name: 'text',
    phrases: 'texts',
    n: 'number',
    share: 'number',
    shareLow: 'number?',
    shareHigh: 'number?',
    negativeShare: 'number?',
    negativeLow: 'number?',
    negativeHigh: 'number?',
    privateShare: 'number?',
    stability: 'number?',
    nameShare: 'number?',
    taxonomy: 'text?',
    aspects: 'texts',
  },
});

/**
 * What customers talk about, discovered: messages of each subject, their share of all with its interval, their negative share, how many
 * are private, the stability of the subject and its aspects. Value: messages that have a subject.
 */
export const topicShares = defineMetric(
  { frame, of: 'messages', groups: 'rows' },
  async (corpus, options: MetricOptions) => {
    const { level } = resolveOptions(options);
    const where = `${CUSTOMER} AND text IS NOT NULL`;
    const topics = await corpus.topics();
    const [all] = await clusteredCounts(corpus, {
      from: 'messages',
      where,
      events: { spoken: 'len(topics) > 0' },
    });
    const subjects = topics.filter(({ parent }) => parent === null);
    if (all === undefined || subjects.length === 0)
      return unmeasured(
        frame,
        all?.n ?? 0,
        'les textes sont trop peu nombreux ou trop divers pour y trouver des sujets',
        'the texts are too few or too diverse to find subjects in',
      );
    const counted = await clusteredCounts(corpus, {
      from: '(SELECT *, unnest(topics) AS subject FROM messages WHERE len(topics) > 0)',
      where,
      by: { subject: 'subject' },
      events: { negative: `sentiment = 'negative'`, private: `stage = 'private'` },
    });
    const rows = subjects.flatMap(({ topic, name, phrases, stability, nameShare, taxonomy }) => {
      const row = counted.find(({ key }) => key['subject'] === name);
      if (row === undefined) return [];
      const share = shareInterval(groupShare(row, all.n), level);
      const negative = shareInterval(
        { k: row.counts['negative'] ?? 0, n: row.n, effectiveN: row.effectiveN['negative'] ?? row.n },
        level,
      );
      return [
        {
          topic,
          name,
          phrases,
          n: row.n,
          share: row.n / all.n,
          shareLow: share?.low ?? null,
          shareHigh: share?.high ?? null,
          negativeShare: (row.counts['negative'] ?? 0) / row.n,
          negativeLow: negative?.low ?? null,
          negativeHigh: negative?.high ?? null,
          privateShare: (row.counts['private'] ?? 0) / row.n,
          stability,
          nameShare,
          taxonomy,
          aspects: topics.filter(({ parent }) => parent === topic).map((aspect) => aspect.name),
        },
      ];
    });
    rows.sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1));
    const asked = tellAskedPart(corpus, 'topic', { ...frame, limits: LIMITS });
    return makeMetric(frame, { value: all.counts['spoken'] ?? 0, n: all.n, rows, ...asked });
  },
);
