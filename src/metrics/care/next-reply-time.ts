import { defineMetric } from '../define-metric.js';
import { metricFrame } from '../make-metric.js';
import type { CareOptions } from './care-cases.js';
import { laterTurns } from './case-turns.js';
import { REPLY_COLUMNS, replyTimes } from './reply-times.js';

const frame = metricFrame({
  name: 'nextReplyTime',
  label: { fr: 'Délai de réponse suivante', en: 'Next reply time' },
  unit: 'hours',
  denominator: {
    fr: 'tours de parole de clients qui appelaient une réponse, après une première',
    en: 'turns of customers that needed a reply, after a first one',
  },
  method: {
    fr: 'Un tour va du premier message du client depuis la dernière réponse humaine à la réponse humaine suivante ; il appelle une réponse s’il contient une plainte, une question ou une demande. Médiane de Kaplan-Meier : les tours restés sans réponse sont censurés à la fin de l’observation de leur étape. À côté, la moyenne sur les seuls tours suivis d’une réponse, chiffre courant du marché.',
    en: 'A turn goes from the customer’s first message since the last human reply to the next human reply; it needs one when it holds a complaint, a question or a request. Kaplan-Meier median: unanswered turns are censored where the observation of their stage ends. Beside it, the mean over answered turns only, the market’s usual figure.',
  },
  limits: {
    fr: 'Heures réelles, nuits et jours fermés compris, sauf horaires d’ouverture donnés. Un dossier compte autant de fois qu’il a de tours : l’intervalle les suppose indépendants, il est un peu étroit. Le chiffre de tête ne mêle pas privé et public.',
    en: 'Clock hours, nights and closed days included, unless business hours are given. A case counts as often as it has turns: the interval takes them for independent, it is a little narrow. The headline figure never pools private and public.',
  },
  columns: REPLY_COLUMNS,
});

/** Next reply time in hours: from what a customer asks again after a first reply to the next human reply, by stage. Value: private turns, without any the public ones. */
export const nextReplyTime = defineMetric(
  { frame, of: 'cases', groups: 'value' },
  async (corpus, options: CareOptions) =>
    replyTimes(frame, corpus, await laterTurns(corpus, options), options, {
      fr: 'aucun client n’a rien demandé après une première réponse',
      en: 'no customer asked anything after a first reply',
    }),
);
