import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import { resolveOptions } from '../options.js';
import { byStage, CARE_CASES, careCases, curveOf, ofStage, type CareOptions } from './care-cases.js';

const frame = metricFrame({
  name: 'firstReplyTime',
  label: { fr: 'Délai de première réponse', en: 'First reply time' },
  unit: 'hours',
  denominator: CARE_CASES,
  method: {
    fr: 'Un dossier appelle une réponse quand il contient une plainte, une question ou une demande, partages exclus. Médiane de Kaplan-Meier : les dossiers restés sans réponse sont censurés à la fin de l’observation de leur étape, pas écartés. À côté, la moyenne sur les seuls dossiers répondus, chiffre courant du marché.',
    en: 'A case needs a reply when it holds a complaint, a question or a request, reposts left out. Kaplan-Meier median: unanswered cases are censored where the observation of their stage ends, not dropped. Beside it, the mean over answered cases only, the market’s usual figure.',
  },
  limits: {
    fr: 'Heures réelles, nuits et jours fermés compris, sauf horaires d’ouverture donnés ; seule une réponse humaine vue par le client compte. Le chiffre de tête ne mêle pas privé et public.',
    en: 'Clock hours, nights and closed days included, unless business hours are given; only a human reply seen by the customer counts. The headline figure never pools private and public.',
  },
  columns: {
    stage: 'text',
    n: 'number',
    answered: 'number',
    unanswered: 'number',
    median: 'number?',
    low: 'number?',
    high: 'number?',
    p90: 'number?',
    p90Low: 'number?',
    p90High: 'number?',
    marketMean: 'number?',
  },
});

/** First reply time in hours: censoring-aware median and p90 by stage, with the mean over answered beside it. Value: private cases, without any the public ones. */
export const firstReplyTime = defineMetric(
  { frame, of: 'cases', groups: 'value' },
  async (corpus, options: CareOptions) => {
    const { level } = resolveOptions(options);
    const stages = byStage(await careCases(corpus, options));
    const [first] = stages;
    if (first === undefined)
      return unmeasured(frame, 0, 'aucun dossier daté n’appelait de réponse', 'no dated case needed a reply');
    const rows = stages.map(([stage, list]): RowOf<typeof frame.columns> => {
      const km = curveOf(list, level);
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
    const [stage, cases] = first;
    const told = { ...frame, denominator: ofStage(stage, CARE_CASES) };
    const median = curveOf(cases, level).quantile(0.5);
    if (median.value === undefined)
      return unmeasured(
        told,
        cases.length,
        'moins de la moitié des dossiers ont reçu une réponse pendant la période observée',
        'fewer than half of the cases were answered while observed',
        rows,
      );
    const { low, high } = median;
    const interval =
      low !== undefined && high !== undefined ? { low, high, level, method: 'kaplan-meier-log-log' } : null;
    return makeMetric(told, { value: median.value, n: cases.length, interval, rows });
  },
);
