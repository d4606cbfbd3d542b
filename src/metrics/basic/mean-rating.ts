import { humanMessage } from '../../engine/human-messages.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, metricFrame, type RowOf } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { ratingsGiven } from './ratings-given.js';
import { shareInterval } from './score-interval.js';

const frame = metricFrame({
  name: 'meanRating',
  label: { fr: 'Note moyenne sur 5', en: 'Mean rating out of 5' },
  unit: 'score',
  denominator: { fr: 'avis notés', en: 'reviews with a rating' },
  method: {
    fr: 'Notes ramenées à 5 ; moyenne avec un intervalle de Wilson sur l’échelle de 1 à 5 où toutes sont des étoiles sur 5, de 0 à 5 où une note est sur autre chose ou sous 1, prudent car il suppose la plus grande dispersion possible.',
    en: 'Ratings brought to 5; mean with a Wilson interval on the scale from 1 to 5 where all are stars out of 5, from 0 to 5 where a rating is out of something else or below 1, conservative for it supposes the largest possible spread.',
  },
  limits: {
    fr: 'Les avis publiés ne sont pas un échantillon des clients : les très contents et les très mécontents écrivent davantage.',
    en: 'Published reviews are no sample of customers: the very happy and the very unhappy write more.',
  },
  columns: {
    platform: 'text?',
    n: 'number',
    outOf: 'number?',
    star1: 'number',
    star2: 'number',
    star3: 'number',
    star4: 'number',
    star5: 'number',
    mean: 'number',
    low: 'number',
    high: 'number',
  },
});

const GIVEN_IN_PRIVATE = {
  fr: 'Qui répond à une enquête ou publie un avis n’est pas un échantillon des clients : les très contents et les très mécontents le font davantage.',
  en: 'Who answers a survey or publishes a review is no sample of customers: the very happy and the very unhappy do more.',
};

const star = (value: number): string =>
  `CAST(count(*) FILTER (WHERE greatest(1, least(5, round(outOf5))) = ${value}) AS DOUBLE) AS star${value}`;

/** Mean rating out of 5 by platform, with the distribution (`outOf`: the scale on which all were given, 5 for stars); value: all platforms together. Summed in thousandths: exact, so the order of rows changes nothing. */
export const meanRating = defineMetric(
  { frame: frame, of: 'messages', groups: 'value' },
  async (corpus, options: MetricOptions) => {
    const { level } = resolveOptions(options);
    const rows = (
      await corpus.query(`SELECT platform, CAST(count(*) AS DOUBLE) AS n, CAST(CASE WHEN min(ratingMax) = max(ratingMax) THEN min(ratingMax) END AS DOUBLE) AS outOf, ${[1, 2, 3, 4, 5].map(star).join(', ')},
      sum(CAST(round(outOf5 * 1000) AS BIGINT)) / (1000.0 * count(*)) AS mean, CAST(min(CASE WHEN ratingMax = 5 THEN outOf5 ELSE 0 END) AS DOUBLE) AS lowest,
      CAST(count(*) FILTER (WHERE stage = 'private') AS DOUBLE) AS inPrivate
    FROM (SELECT platform, stage, ratingMax, rating / ratingMax * 5 AS outOf5 FROM storedMessages
      WHERE direction = 'inbound' AND ${humanMessage()} AND rating IS NOT NULL AND ratingMax > 0 AND rating BETWEEN 0 AND ratingMax)
    GROUP BY platform ORDER BY n DESC, platform`)
    ).objects() as (RowOf<typeof frame.columns> & { readonly lowest: number; readonly inPrivate: number })[];
    const n = rows.reduce((sum, row) => sum + row.n, 0);
    if (n === 0) return unmeasured(frame, 0, 'aucun avis noté', 'no review has a rating');
    // Stars begin at 1; points out of ten or twenty may be none.
    const scaled = (total: number, size: number, lowest: number): { low: number; high: number } => {
      const least = lowest < 1 ? 0 : 1,
        range = 5 - least;
      const k = Math.min(size, Math.max(0, (total - least * size) / range));
      const interval = shareInterval({ k, n: size }, level);
      return { low: least + range * (interval?.low ?? 0), high: least + range * (interval?.high ?? 1) };
    };
    const told = rows.map(({ lowest, inPrivate, ...row }) => ({
      inPrivate,
      row: { ...row, ...scaled(row.mean * row.n, row.n, lowest) },
    }));
    const sum = rows.reduce((total, row) => total + row.mean * row.n, 0);
    const given = ratingsGiven(
      n,
      told.reduce((total, { inPrivate }) => total + inPrivate, 0),
    );
    return makeMetric(frame, {
      value: sum / n,
      n,
      interval: { ...scaled(sum, n, Math.min(...rows.map(({ lowest }) => lowest))), level, method: 'wilson' },
      rows: told.map(({ row }) => row),
      denominator: given,
      limits: given && GIVEN_IN_PRIVATE,
    });
  },
);
