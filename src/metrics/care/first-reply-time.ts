import { defineMetric } from '../define-metric.js';
import { metricFrame } from '../make-metric.js';
import { CARE_CASES, careCases, type CareOptions } from './care-cases.js';
import { REPLY_COLUMNS, replyTimes } from './reply-times.js';

const frame = metricFrame({
  name: 'firstReplyTime',
  label: { fr: 'Délai de première réponse', en: 'First reply time' },
  unit: 'hours',
  denominator: CARE_CASES,
  method: {
    fr: 'Un dossier appelle une réponse quand il contient une plainte, une question ou une demande, partages exclus. Médiane de Kaplan-Meier : les dossiers restés sans réponse sont censurés à la fin de l’observation de leur étape, pas écartés. À côté, la moyenne sur les seuls dossiers qui ont eu une réponse, chiffre courant du marché.',
    en: 'A case needs a reply when it holds a complaint, a question or a request, reposts left out. Kaplan-Meier median: unanswered cases are censored where the observation of their stage ends, not dropped. Beside it, the mean over answered cases only, the market’s usual figure.',
  },
  limits: {
    fr: 'Heures réelles, nuits et jours fermés compris, sauf horaires d’ouverture donnés ; seule une réponse humaine vue par le client compte. Le chiffre de tête ne mêle pas privé et public.',
    en: 'Clock hours, nights and closed days included, unless business hours are given; only a human reply seen by the customer counts. The headline figure never pools private and public.',
  },
  columns: REPLY_COLUMNS,
});

/** First reply time in hours: censoring-aware median and p90 by stage, with the mean over answered beside it. Value: private cases, without any the public ones. */
export const firstReplyTime = defineMetric(
  { frame, of: 'cases', groups: 'value' },
  async (corpus, options: CareOptions) =>
    replyTimes(frame, corpus, await careCases(corpus, options), options, {
      fr: 'aucun dossier daté n’appelait de réponse',
      en: 'no dated case needed a reply',
    }),
);
