import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { Stage } from '../../model/index.js';
import { kaplanMeier } from '../../stats/survival/kaplan-meier.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, type MetricFrame, type TableRow } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { NEEDS_REPLY, replyCoverage } from './reply-coverage.js';

const DENOMINATOR = {
  fr: 'dossiers datés qui appelaient une réponse',
  en: 'dated cases that needed a reply',
};

interface CareCase {
  readonly channel: string;
  readonly stage: Stage;
  readonly hours: number;
  readonly answered: boolean;
}

async function careCases(corpus: CorpusTables): Promise<CareCase[]> {
  const table =
    await corpus.query(`SELECT firstStage AS stage, firstChannel AS channel, answeredAt IS NOT NULL AS answered,
      epoch_ms(coalesce(answeredAt, observedUntil)) / 3600000.0 - epoch_ms(openedAt) / 3600000.0 AS hours
    FROM cases WHERE openedAt IS NOT NULL AND coalesce(answeredAt, observedUntil) >= openedAt AND ${NEEDS_REPLY}
    ORDER BY hours, answered, stage`);
  const measured = new Set(
    (await replyCoverage(corpus))
      .filter((one) => one.measured)
      .map(({ stage, channel }) => `${stage} ${channel}`),
  );
  return (table.objects() as CareCase[]).filter(({ stage, channel }) => measured.has(`${stage} ${channel}`));
}

const byStage = (cases: readonly CareCase[]): [Stage, CareCase[]][] =>
  (['private', 'public'] as const)
    .map((stage): [Stage, CareCase[]] => [stage, cases.filter((one) => one.stage === stage)])
    .filter(([, list]) => list.length > 0);

const curve = (cases: readonly CareCase[], level: number): ReturnType<typeof kaplanMeier> =>
  kaplanMeier({
    durations: cases.map(({ hours }) => hours),
    eventObserved: cases.map(({ answered }) => answered),
    level,
  });

const timeFrame: MetricFrame = {
  name: 'firstReplyTime',
  label: { fr: 'Délai de première réponse', en: 'First reply time' },
  unit: 'hours',
  denominator: DENOMINATOR,
  method: {
    fr: 'Un dossier appelle une réponse quand il contient une plainte, une question ou une demande, partages exclus. Médiane de Kaplan-Meier : les dossiers restés sans réponse sont censurés à la fin des exports, pas écartés. À côté, la moyenne sur les seuls dossiers répondus, chiffre courant du marché.',
    en: 'A case needs a reply when it holds a complaint, a question or a request, reposts left out. Kaplan-Meier median: unanswered cases are censored at the end of the exports, not dropped. Beside it, the mean over answered cases only, the market’s usual figure.',
  },
  limits: {
    fr: 'Heures réelles, nuits et jours fermés compris ; seule une réponse humaine vue par le client compte.',
    en: 'Clock hours, nights and closed days included; only a human reply seen by the customer counts.',
  },
  columns: [
    'stage',
    'n',
    'answered',
    'unanswered',
    'median',
    'low',
    'high',
    'p90',
    'p90Low',
    'p90High',
    'marketMean',
  ],
};

/** First reply time in hours: censoring-aware median and p90 by stage, with the mean over answered beside it. */
export const firstReplyTime = defineMetric(
  { frame: timeFrame, of: 'cases', groups: 'value' },
  async (corpus, options: MetricOptions) => {
    const { level } = resolveOptions(options);
    const cases = await careCases(corpus);
    if (cases.length === 0)
      return unmeasured(
        timeFrame,
        0,
        'aucun dossier daté n’appelait de réponse',
        'no dated case needed a reply',
      );
    const rows = byStage(cases).map(([stage, list]): TableRow => {
      const km = curve(list, level);
      const [median, p90] = [km.quantile(0.5), km.quantile(0.9)];
      const answered = list.filter((one) => one.answered);
      return {
        stage,
        n: list.length,
        answered: answered.length,
        unanswered: list.length - answered.length,
        median: median.value ?? null,
        low: median.low ?? null,
        high: median.high ?? null,
        p90: p90.value ?? null,
        p90Low: p90.low ?? null,
        p90High: p90.high ?? null,
        marketMean: answered.length
          ? answered.reduce((sum, one) => sum + one.hours, 0) / answered.length
          : null,
      };
    });
    const all = curve(cases, level).quantile(0.5);
    if (all.value === undefined) {
      return unmeasured(
        timeFrame,
        cases.length,
        'moins de la moitié des dossiers ont reçu une réponse pendant la période observée',
        'fewer than half of the cases were answered while observed',
        rows,
      );
    }
    const interval =
      all.low !== undefined && all.high !== undefined
        ? { low: all.low, high: all.high, level, method: 'kaplan-meier-log-log' }
        : null;
    return makeMetric(timeFrame, { value: all.value, n: cases.length, interval, rows });
  },
);

/** The curve at t; when all were answered before t, the last point still holds. */
function pointAt(km: ReturnType<typeof curve>, t: number): ReturnType<typeof km.at> {
  const last = km.times.length - 1;
  return km.survival[last] === 0 ? km.at(Math.min(t, km.times[last] as number)) : km.at(t);
}

const HOURS = [0.25, 0.5, 1, 2, 4, 8, 12, 24, 48, 72, 120, 168] as const;
const withinFrame: MetricFrame = {
  ...timeFrame,
  name: 'answeredWithin',
  label: {
    fr: 'Part des dossiers ayant reçu une réponse, selon le délai',
    en: 'Share of cases answered within a time',
  },
  unit: 'share',
  method: {
    fr: '1 − Kaplan-Meier, intervalle log-log ; sans réponse : censuré à la fin des exports.',
    en: '1 − Kaplan-Meier, log-log interval; unanswered: censored at the end of the exports.',
  },
  columns: ['stage', 'hours', 'share', 'low', 'high', 'atRisk', 'n'],
};

/** Share of cases answered within 15 minutes to 7 days, by stage; value: within 24 h, all stages. */
export const answeredWithin = defineMetric(
  { frame: withinFrame, of: 'cases', groups: 'value' },
  async (corpus, options: MetricOptions) => {
    const { level } = resolveOptions(options);
    const cases = await careCases(corpus);
    if (cases.length === 0)
      return unmeasured(
        withinFrame,
        0,
        'aucun dossier daté n’appelait de réponse',
        'no dated case needed a reply',
      );
    const rows = byStage(cases).flatMap(([stage, list]) => {
      const km = curve(list, level);
      return HOURS.flatMap((hours): TableRow[] => {
        const point = pointAt(km, hours);
        return point
          ? [
              {
                stage,
                hours,
                share: 1 - point.survival,
                low: 1 - point.high,
                high: 1 - point.low,
                atRisk: point.atRisk,
                n: list.length,
              },
            ]
          : [];
      });
    });
    const day = pointAt(curve(cases, level), 24);
    if (!day)
      return unmeasured(
        withinFrame,
        cases.length,
        'aucun dossier suivi pendant 24 heures',
        'no case was observed for 24 hours',
        rows,
      );
    const interval = { low: 1 - day.high, high: 1 - day.low, level, method: 'kaplan-meier-log-log' };
    return makeMetric(withinFrame, { value: 1 - day.survival, n: cases.length, interval, rows });
  },
);
