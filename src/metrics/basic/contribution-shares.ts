import { CONTRIBUTIONS } from '../../model/index.js';
import { clusteredCounts } from '../care/clustered-counts.js';
import { listShares } from './list-shares.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, metricFrame, type RowOf } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { QUOTABLE } from '../sql.js';

const frame = metricFrame({
  name: 'contributionShares',
  label: { fr: 'Contributions à valoriser', en: 'Contributions worth promoting' },
  unit: 'share',
  denominator: {
    fr: 'messages publics de clients dont le texte est lu',
    en: 'public customers’ messages whose text is read',
  },
  method: {
    fr: 'Témoignage, élément vérifiable, question, idée ou correction repérés dans le texte ; intervalles de Wilson.',
    en: 'Experience, evidence, question, idea or correction found in the text; Wilson intervals.',
  },
  columns: {
    contribution: 'text',
    messages: 'number',
    n: 'number',
    share: 'number',
    low: 'number?',
    high: 'number?',
  },
});

/** Share of public messages that bring something: experience, evidence, question, idea, correction. */
export const contributionShares = defineMetric(
  { frame: frame, of: 'messages', groups: 'rows' },
  async (corpus, options: MetricOptions) => {
    const { level } = resolveOptions(options);
    const shares = await listShares(corpus, 'contributions', 'contribution', CONTRIBUTIONS, level);
    return shares === undefined
      ? unmeasured(frame, 0, 'aucun message public n’a de texte', 'no public message has a text')
      : makeMetric(frame, shares);
  },
);

const LISTED = 8;
/** Irony asks too: what may be a complaint for one in so many is not put forward. */
const SURELY_NONE = 0.2;
const listFrame = metricFrame({
  name: 'contributionsToPromote',
  label: { fr: 'Contributions à mettre en avant', en: 'Contributions to promote' },
  unit: 'messages',
  denominator: {
    fr: 'messages publics porteurs d’une contribution, sans plainte, accident ni signalement',
    en: 'public messages with a contribution, without complaint, accident nor flag',
  },
  method: {
    fr: 'Les plus utiles d’abord, une par auteur et par texte ; ni plainte, même à une chance sur cinq, ni note moyenne ou basse, ni tonalité négative, ni sécurité d’un produit, ni texte signalé à la modération.',
    en: 'Most useful first, one an author and a text; no complaint, even at one chance in five, no middling or low rating, no negative tone, safety of a product, nor text flagged for moderation.',
  },
  columns: {
    messageId: 'text',
    text: 'text',
    sentAt: 'instant?',
    dayOnly: 'boolean',
    channel: 'text',
    sentiment: 'text?',
    driver: 'text?',
    contributions: 'texts',
    contributionValue: 'number?',
  },
});

/** Public texts worth promoting, most useful first; at most 8. Value: how many there are to choose from. */
export const contributionsToPromote = defineMetric({ frame: listFrame, of: 'messages' }, async (corpus) => {
  const where = `${QUOTABLE} AND len(contributions) > 0 AND len(harms) = 0
    AND sentiment IS DISTINCT FROM 'negative' AND NOT list_contains(intents, 'complaint') AND coalesce(complaintProbability, 0) < ${SURELY_NONE} AND coalesce(rating > 0.6 * ratingMax, true) AND NOT list_contains(drivers, 'safety')`;
  const [count] = await clusteredCounts(corpus, { from: 'storedMessages', where, events: {} });
  if (!count)
    return unmeasured(
      listFrame,
      0,
      'aucune contribution repérée dans les messages publics',
      'no contribution was found in public messages',
    );
  const rows = (
    await corpus.query(`WITH ranked AS (
      SELECT *, row_number() OVER (PARTITION BY coalesce(authorKey, messageId) ORDER BY contributionValue DESC NULLS LAST, messageId) AS ofAuthor,
        row_number() OVER (PARTITION BY coalesce(textKey, messageId) ORDER BY contributionValue DESC NULLS LAST, messageId) AS ofText
      FROM storedMessages WHERE ${where} AND length(text) BETWEEN 30 AND 500)
    SELECT messageId, text, sentAt, dayOnly, channel, sentiment, list_extract(drivers, 1) AS driver, contributions, contributionValue
    FROM ranked WHERE ofAuthor = 1 AND ofText = 1 ORDER BY contributionValue DESC NULLS LAST, messageId LIMIT ${LISTED}`)
  ).objects() as RowOf<typeof listFrame.columns>[];
  return makeMetric(listFrame, { value: count.n, n: count.n, rows });
});
