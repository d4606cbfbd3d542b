import { zOf } from '../../stats/shares/interval.js';
import { humanMessage } from '../../engine/human-messages.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';

const frame = metricFrame({
  name: 'engagement',
  label: { fr: 'Portée et engagement', en: 'Reach and engagement' },
  unit: 'events',
  denominator: {
    fr: 'messages publics dont l’export donne les interactions',
    en: 'public messages whose export gives interactions',
  },
  method: {
    fr: 'Interactions = mentions j’aime + partages + réponses. Taux d’engagement = interactions / vues, ou / portée quand seule elle est donnée ; intervalle de l’estimateur par quotient. Par canal, et à part ce que dit la marque.',
    en: 'Interactions = likes + shares + replies. Engagement rate = interactions / views, or / reach where it alone is given; interval of the ratio estimator. By channel, and apart what the brand says.',
  },
  limits: {
    fr: 'La portée donnée par les outils est une audience potentielle, pas un nombre de personnes qui ont vu. Un export qui ne donne pas les interactions n’est pas compté pour zéro.',
    en: 'The reach that tools give is a potential audience, not a number of people who saw. An export that gives no interactions is not counted as zero.',
  },
  columns: {
    channel: 'text',
    voice: 'text',
    n: 'number',
    interactions: 'number',
    perMessage: 'number',
    base: 'text?',
    baseN: 'number',
    baseSum: 'number',
    rate: 'number?',
    low: 'number?',
    high: 'number?',
  },
});

interface Sums {
  readonly channel: string;
  readonly voice: string;
  readonly n: number;
  readonly interactions: number;
  readonly base: string | null;
  readonly baseN: number;
  readonly x: number | null;
  readonly y: number | null;
  readonly xx: number | null;
  readonly xy: number | null;
  readonly yy: number | null;
}

/** Ratio of sums with its interval, cut at 0; none where nothing was counted, as residuals of nought tell no spread. Cochran 1977, 6.3. */
function ratioOf(
  { baseN: n, x, y, xx, xy, yy }: Sums,
  level: number,
): { rate: number | null; low: number | null; high: number | null } {
  if (x === null || y === null || y <= 0) return { rate: null, low: null, high: null };
  const rate = x / y;
  if (n < 2 || x === 0) return { rate, low: null, high: null };
  const squares = Math.max(0, (xx ?? 0) - 2 * rate * (xy ?? 0) + rate * rate * (yy ?? 0));
  const half = (zOf(level) * Math.sqrt((n / (n - 1)) * squares)) / y;
  return { rate, low: Math.max(0, rate - half), high: rate + half };
}

/**
 * Interactions of public messages by channel, those of the brand and those of others apart, and the engagement rate on views or reach
 * (`base` says which) where the exports give them. Value: interactions in all.
 */
export const engagement = defineMetric(
  { frame, of: 'messages', groups: 'rows' },
  async (corpus, options: MetricOptions) => {
    const { level } = resolveOptions(options);
    const rows = (
      await corpus.query(`WITH counted AS (
        SELECT channel, CASE WHEN direction = 'outbound' OR authorIsBrand THEN 'brand' ELSE 'others' END AS voice,
          CAST(coalesce(likes, 0) + coalesce(shares, 0) + coalesce(replies, 0) AS DOUBLE) AS interactions,
          CAST(views AS DOUBLE) AS views, CAST(reach AS DOUBLE) AS reach
        FROM storedMessages WHERE stage = 'public' AND ${humanMessage()} AND coalesce(likes, shares, replies) IS NOT NULL),
      bases AS (SELECT channel, voice, CASE WHEN count(*) FILTER (WHERE views > 0) > 0 THEN 'views'
          WHEN count(*) FILTER (WHERE reach > 0) > 0 THEN 'reach' END AS base FROM counted GROUP BY channel, voice),
      paired AS (SELECT *, CASE base WHEN 'views' THEN nullif(views, 0) WHEN 'reach' THEN nullif(reach, 0) END AS seen FROM counted JOIN bases USING (channel, voice))
      SELECT channel, voice, base, CAST(count(*) AS DOUBLE) AS n, sum(interactions) AS interactions, CAST(count(seen) AS DOUBLE) AS baseN,
        sum(interactions) FILTER (WHERE seen IS NOT NULL) AS x, sum(seen) AS y, sum(interactions * interactions) FILTER (WHERE seen IS NOT NULL) AS xx,
        sum(interactions * seen) AS xy, sum(seen * seen) AS yy
      FROM paired GROUP BY channel, voice, base ORDER BY interactions DESC, channel, voice`)
    ).objects() as Sums[];
    if (rows.length === 0)
      return unmeasured(
        frame,
        0,
        'aucun export public ne donne de mentions j’aime, de partages ni de réponses',
        'no public export gives likes, shares or replies',
      );
    return makeMetric(frame, {
      value: rows.reduce((sum, { interactions }) => sum + interactions, 0),
      n: rows.reduce((sum, { n }) => sum + n, 0),
      rows: rows.map((row) => ({
        channel: row.channel,
        voice: row.voice,
        n: row.n,
        interactions: row.interactions,
        perMessage: row.interactions / row.n,
        base: row.base,
        baseN: row.baseN,
        baseSum: row.y ?? 0,
        ...ratioOf(row, level),
      })),
    });
  },
);
