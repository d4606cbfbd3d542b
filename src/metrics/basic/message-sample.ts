import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { BY_ITS_STARS, CUSTOMER, periodOf, QUOTABLE, QUOTABLE_WITH_PRIVATE } from '../sql.js';

/** Messages a page carries so that a mark can be opened. */
const SHOWN = 1_200;
const A_GROUP = 6;
const LONGEST = 400;

const sampleFrame = metricFrame({
  name: 'messageSample',
  label: { fr: 'Messages derrière les chiffres', en: 'Messages behind the figures' },
  unit: 'messages',
  denominator: { fr: 'textes publics citables', en: 'public texts that may be quoted' },
  method: {
    fr: `Jusqu’à ${A_GROUP} textes par mois, motif, canal et tonalité, plaintes à part, tirés dans un ordre fixe ; un par texte. Messages signalés à la modération écartés.`,
    en: `Up to ${A_GROUP} texts a month, driver, channel and sentiment, complaints apart, drawn in a fixed order; one a text. Flagged messages left out.`,
  },
  columns: {
    messageId: 'text',
    text: 'text',
    sentAt: 'instant?',
    channel: 'text',
    stage: 'text',
    brand: 'text?',
    store: 'text?',
    period: 'text?',
    sentiment: 'text',
    polarity: 'number?',
    starsAgree: 'boolean',
    complaint: 'boolean',
    language: 'text?',
    drivers: 'texts',
  },
});

/** A rating brought to 5. */
const RATING = `CASE WHEN ratingMax > 0 AND rating BETWEEN 0 AND ratingMax THEN rating / ratingMax * 5 END`;
const BRAND = `coalesce(list_extract(brands, 1), givenBrand)`;
const COMPLAINT = `list_contains(intents, 'complaint')`;
const PLACE = `coalesce(store, list_extract(places, 1))`;

/** Masked messages that stand behind the figures, for a reader who opens one; public only, unless `quotePrivate`. Value: how many could be shown. */
export const messageSample = defineMetric(
  { frame: sampleFrame, of: 'messages' },
  async (corpus, options: MetricOptions) => {
    const { zone, quotePrivate } = resolveOptions(options);
    const where = `${quotePrivate ? `${QUOTABLE_WITH_PRIVATE} AND kind <> 'share'` : QUOTABLE} AND len(harms) = 0 AND sentiment IS NOT NULL`;
    const rows = (
      await corpus.query(
        `WITH each AS (
        SELECT count(*) AS copies, arg_min({messageId: messageId, sentAt: sentAt, channel: channel, sentiment: sentiment, driver: list_extract(drivers, 1), complaint: ${COMPLAINT}}, (coalesce(sentAt, TIMESTAMP '9999-01-01'), messageId)) AS first
        FROM storedMessages WHERE ${where} GROUP BY coalesce(textKey, messageId)),
      said AS (SELECT unnest(first) FROM each),
      drawn AS (SELECT unnest(arg_min(messageId, md5(messageId), ${A_GROUP})) AS messageId FROM said GROUP BY ${periodOf('sentAt', 'month')}, channel, sentiment, driver, complaint)
      SELECT messageId, left(text, ${LONGEST}) AS text, sentAt, channel, stage, ${BRAND} AS brand, ${PLACE} AS store, ${periodOf('sentAt', 'month')} AS period, sentiment, polarity, ${BY_ITS_STARS} AS starsAgree, ${COMPLAINT} AS complaint, languageCode AS language, drivers,
        CAST((SELECT sum(copies) FROM each) AS DOUBLE) AS total
      FROM storedMessages SEMI JOIN drawn USING (messageId) ORDER BY len(drivers) = 0, md5(messageId) LIMIT ${SHOWN}`,
        { zone },
      )
    ).objects() as (RowOf<typeof sampleFrame.columns> & { readonly total: number })[];
    const n = rows[0]?.total ?? 0;
    return n === 0
      ? unmeasured(sampleFrame, 0, 'aucun texte public à citer', 'no public text to quote')
      : makeMetric(sampleFrame, { value: n, n, rows });
  },
);

const countsFrame = metricFrame({
  name: 'messageCounts',
  label: { fr: 'Messages de clients croisés', en: 'Customers’ messages crossed' },
  unit: 'messages',
  denominator: {
    fr: 'messages de clients dont la tonalité est classée, datés ou non',
    en: 'customers’ messages with a sentiment, dated or not',
  },
  method: {
    fr: 'Nombre de messages par mois, étape, marque, lieu, motif et tonalité. Un message compte pour chacun de ses motifs avec la tonalité de ce motif, et une fois au total, avec la sienne. Intervalles élargis quand un auteur écrit plusieurs fois.',
    en: 'Messages by month, stage, brand, place, driver and sentiment. A message counts for each of its drivers with the tone of that driver, and once in all, with its own. Intervals are widened when an author writes several times.',
  },
  columns: {
    period: 'text?',
    stage: 'text',
    brand: 'text?',
    store: 'text?',
    driver: 'text?',
    author: 'number?',
    negative: 'number',
    positive: 'number',
    n: 'number',
    rated: 'number',
    stars: 'number',
  },
});

/** Messages of people who write several times that are counted a person; of the others only that such people wrote them. */
const LISTED = 4_000;

/**
 * Counts from which a reader's own choice of brand, driver, stage, month and place is shown. `author` is a number for who writes several
 * times, in no order that tells who; 0 beyond the first 4,000 messages of such people; `null` for who writes once. Value: messages counted.
 */
export const messageCounts = defineMetric(
  { frame: countsFrame, of: 'messages' },
  async (corpus, options: MetricOptions) => {
    const { zone } = resolveOptions(options);
    const where = `${CUSTOMER} AND sentiment IS NOT NULL`;
    const total = (
      await corpus.query(`SELECT CAST(count(*) AS DOUBLE) AS n FROM storedMessages WHERE ${where}`)
    ).object() as { n: number };
    if (total.n === 0)
      return unmeasured(countsFrame, 0, 'aucun message classé', 'no message with a sentiment');
    const rows = (
      await corpus.query(
        `WITH said AS (SELECT *, ${periodOf('sentAt', 'month')} AS period FROM storedMessages WHERE ${where}),
        several AS (SELECT authorKey, count(*) AS n FROM said WHERE authorKey IS NOT NULL GROUP BY authorKey HAVING count(*) > 1),
        listed AS (SELECT authorKey, row_number() OVER drawn AS author, sum(n) OVER drawn AS upTo FROM several
          WINDOW drawn AS (ORDER BY md5(authorKey), authorKey ROWS UNBOUNDED PRECEDING))
      SELECT period, stage, ${BRAND} AS brand, ${PLACE} AS store, driver,
        CAST(CASE WHEN upTo > ${LISTED} THEN 0 ELSE author END AS DOUBLE) AS author, CAST(count(*) FILTER (tone = 'negative') AS DOUBLE) AS negative, CAST(count(*) FILTER (tone = 'positive') AS DOUBLE) AS positive,
        CAST(count(*) AS DOUBLE) AS n, CAST(count(outOf5) AS DOUBLE) AS rated, coalesce(sum(CAST(round(outOf5 * 1000) AS BIGINT)), 0) / 1000.0 AS stars
      FROM (SELECT *, ${RATING} AS outOf5, unnest(list_concat(['all'], CASE WHEN len(drivers) = 0 THEN [NULL] ELSE drivers END)) AS driver,
          unnest(list_concat([sentiment], CASE WHEN len(drivers) = 0 THEN [sentiment] ELSE driverSentiments END)) AS tone
        FROM said LEFT JOIN listed USING (authorKey))
      GROUP BY ALL ORDER BY period, stage, brand, store, driver, author`,
        { zone },
      )
    ).objects() as RowOf<typeof countsFrame.columns>[];
    return makeMetric(countsFrame, { value: total.n, n: total.n, rows });
  },
);
