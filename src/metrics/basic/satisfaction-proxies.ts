import { humanMessage } from '../../engine/human-messages.js';
import { clusteredCounts } from '../care/clustered-counts.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { ratingsGiven } from './ratings-given.js';
import { netScoreInterval, shareInterval } from './score-interval.js';

const frame = metricFrame({
  name: 'satisfactionProxies',
  label: { fr: 'CSAT et NPS approchés (proxy)', en: 'CSAT and NPS proxies' },
  unit: 'share',
  denominator: { fr: 'avis notés', en: 'reviews with a rating' },
  method: {
    fr: 'Approchés par les notes publiées, ramenées à 5. CSAT (proxy) : part de 4 et 5. NPS (proxy) : part de 5 moins part de 1 à 3 ; sur une échelle de 10, celle des enquêtes, part de 9 et 10 moins part de 0 à 6. Intervalles de Wilson et MOVER, élargis quand un auteur écrit plusieurs fois.',
    en: 'Modelled from published ratings, brought to 5. CSAT (proxy): share of 4 and 5. NPS (proxy): share of 5 less share of 1 to 3; on a scale of 10, that of surveys, share of 9 and 10 less share of 0 to 6. Wilson and MOVER intervals, widened when an author writes several times.',
  },
  limits: {
    fr: 'Proxys : ni l’un ni l’autre n’est mesuré par une enquête, et les avis publiés ne sont pas un échantillon des clients. À comparer à eux-mêmes, jamais à un CSAT ou à un NPS d’enquête.',
    en: 'Proxies: neither is measured by a survey, and published reviews are no sample of customers. To be compared with themselves, never with the CSAT or NPS of a survey.',
  },
  columns: {
    platform: 'text?',
    n: 'number',
    csatProxy: 'number',
    csatLow: 'number',
    csatHigh: 'number',
    npsProxy: 'number',
    npsLow: 'number',
    npsHigh: 'number',
  },
});

const GIVEN_IN_PRIVATE = {
  fr: 'Proxys : enquêtes, tickets et avis sont comptés ensemble, quelle que soit la question posée, et qui y répond n’est pas un échantillon des clients. À comparer à eux-mêmes, non au CSAT ou au NPS que donne l’outil d’enquête.',
  en: 'Proxies: surveys, tickets and reviews are counted together, whatever the question, and who answers is no sample of customers. To be compared with themselves, not with the CSAT or NPS that the survey tool gives.',
};

const OUT_OF_5 = '(rating / ratingMax * 5)';
const EVENTS = {
  satisfied: `${OUT_OF_5} >= 4`,
  promoter: `CASE WHEN ratingMax = 10 THEN rating >= 9 ELSE ${OUT_OF_5} > 4.5 END`,
  detractor: `CASE WHEN ratingMax = 10 THEN rating <= 6 ELSE ${OUT_OF_5} <= 3.5 END`,
  inPrivate: `stage = 'private'`,
};

/** CSAT and NPS as published ratings suggest them, by platform; both are proxies. Value: the CSAT proxy of all platforms. */
export const satisfactionProxies = defineMetric(
  { frame, of: 'messages', groups: 'value' },
  async (corpus, options: MetricOptions) => {
    const { level } = resolveOptions(options);
    const query = {
      from: 'storedMessages',
      where: `direction = 'inbound' AND ${humanMessage()} AND rating IS NOT NULL AND ratingMax > 0 AND rating BETWEEN 0 AND ratingMax`,
      events: EVENTS,
    };
    const [all] = await clusteredCounts(corpus, query);
    if (all === undefined) return unmeasured(frame, 0, 'aucun avis noté', 'no review has a rating');
    const of = ({ n, counts, effectiveN }: typeof all) => {
      const [satisfied = 0, promoters = 0, detractors = 0] = Object.keys(EVENTS).map((name) => counts[name]);
      const csat = shareInterval({ k: satisfied, n, effectiveN: effectiveN['satisfied'] ?? n }, level);
      const smallest = Math.min(effectiveN['promoter'] ?? n, effectiveN['detractor'] ?? n);
      const nps = netScoreInterval(
        { positive: promoters, negative: detractors, n, effectiveN: smallest },
        level,
      );
      return { n, csatProxy: satisfied / n, csat, npsProxy: (promoters - detractors) / n, nps };
    };
    const rows = (await clusteredCounts(corpus, { ...query, by: { platform: 'platform' } }))
      .map((row) => {
        const { csat, nps, ...told } = of(row);
        return {
          platform: row.key['platform'] ?? null,
          ...told,
          csatLow: csat?.low ?? 0,
          csatHigh: csat?.high ?? 1,
          npsLow: nps?.low ?? -1,
          npsHigh: nps?.high ?? 1,
        };
      })
      .toSorted((a, b) => b.n - a.n || ((a.platform ?? '') < (b.platform ?? '') ? -1 : 1));
    const { n, csatProxy, csat } = of(all);
    const given = ratingsGiven(n, all.counts['inPrivate'] ?? 0);
    const limits = given && GIVEN_IN_PRIVATE;
    return makeMetric(frame, { value: csatProxy, n, interval: csat, rows, denominator: given, limits });
  },
);
