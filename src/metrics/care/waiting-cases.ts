import { englishDate } from '../../util/english.js';
import { formatDate, localParts, plural } from '../../util/french.js';
import { defineMetric } from '../define-metric.js';
import { resolveFunnelOptions } from '../funnel/funnel-cases.js';
import { DORMANT_DAYS } from '../funnel/reservoir-model.js';
import { waitingCustomers, type WaitingCustomers } from '../funnel/waiting-customers.js';
import { makeMetric, metricFrame, unmeasured, type Bilingual } from '../make-metric.js';
import { hoursClock, withHours, type CareOptions } from './care-cases.js';

/** Rows told, the longest wait first. */
const ROWS = 200;

const LIMITS = {
  fr: 'Ce que les exports montrent : une réponse donnée ailleurs, au téléphone par exemple, n’y est pas.',
  en: 'What the exports show: an answer given elsewhere, by phone for instance, is not in them.',
};

const frame = metricFrame({
  name: 'waitingCases',
  label: {
    fr: 'Clients qui attendent une réponse à une plainte privée',
    en: 'Customers who wait for an answer to a private complaint',
  },
  unit: 'cases',
  denominator: {
    fr: 'plaintes privées sans trace de résolution, sur les canaux dont on voit les réponses',
    en: 'private complaints without a trace of resolution, on channels whose replies are seen',
  },
  method: {
    fr: `Un client attend quand personne ne lui a répondu, ou quand il s’est plaint, a demandé ou protesté depuis la dernière réponse humaine ; qui s’est d’abord plaint en public compte aussi s’il a écrit ensuite en privé et y a eu le dernier mot ; au-delà de ${DORMANT_DAYS} jours le dossier dort. Des dossiers qui le disent sont retirés ceux qu’un autre canal compte déjà (Horvitz-Thompson ; de ceux qu’aucune clé ne montre, la moitié, l’intervalle allant d’aucun à tous) et ceux qui ont débordé sans qu’on les reconnaisse ; intervalle : MOVER, avec ce que la lecture prend à tort pour une plainte ou manque, d’après les jeux étiquetés, et en haut avec ceux dont on ne sait s’ils attendent : ils ont eu le dernier mot après une réponse, sans plainte, question ni remerciement (la pièce qu’on leur demandait, par exemple). Les étiquettes de plaintes de l’utilisateur n’y entrent pas : elles disent ce qui est une plainte et non qui attend, dont l’erreur est l’essentiel, et un intervalle qui ne porterait plus qu’elles tiendrait moins souvent. Une partie des exports (canal, motif, période) reçoit la part retirée de l’ensemble. Les ${ROWS} plus longues attentes sont listées, plaintes ou non (qui ne fait que remercier n’attend rien) ; durée : du mot qui attend à la fin de ce que l’on voit du canal.`,
    en: `A customer waits when nobody answered, or when they complained, asked or protested since the last human reply; who complained in public first counts too where they wrote in private since and had the last word there; after ${DORMANT_DAYS} days a case is dormant. Of the cases that say so, those that another channel counts already (Horvitz-Thompson; of those that no key shows half, the interval reaching from none to all) and those that went public without being recognised are taken off; interval: MOVER, with what reading wrongly takes for a complaint or misses, by the labelled sets, and above with those of whom nothing says whether they wait: they had the last word after an answer, without a complaint, a question or thanks (what they were asked for, for instance). A user’s labels of complaints are not used: they tell what is a complaint, not who waits, which is where most errors are, and an interval that carried them alone would hold less often. A part of the exports (channel, driver, period) is lent the share that is taken off of the whole. The ${ROWS} longest waits are listed, complaints or not (who only thanks waits for nothing); time: from the word that waits to the end of what is seen of the channel.`,
  },
  limits: LIMITS,
  columns: {
    caseId: 'text',
    channel: 'text',
    driver: 'text?',
    complaint: 'boolean',
    messages: 'number',
    waitingSince: 'instant',
    waitingHours: 'number',
  },
});

/** The count beside the estimate, what stands between them, and who is listed or left out. */
function limitsOf(
  { said, unsure, waiting, dormant, doubled, unseen }: WaitingCustomers,
  zone: string,
): Bilingual {
  const told: Bilingual[] = [LIMITS];
  const [twice, spilled] = [doubled, unseen].map(Math.round) as [number, number];
  const off = [
    ...(twice > 0
      ? [{ fr: `${twice} qu’un autre canal compte déjà`, en: `${twice} that another channel counts already` }]
      : []),
    ...(spilled > 0
      ? [
          {
            fr: `${spilled} qui ${spilled < 2 ? 'a' : 'ont'} débordé sans qu’on le reconnaisse`,
            en: `${spilled} that went public without being recognised`,
          },
        ]
      : []),
  ];
  told.push({
    fr: `${plural(said, 'dossier')} ${said < 2 ? 'paraît' : 'paraissent'} en attente${off.length === 0 ? '' : `, dont environ ${off.map(({ fr }) => fr).join(' et ')}`}.`,
    en: `${said} ${said === 1 ? 'case is' : 'cases are'} said to wait${off.length === 0 ? '' : `, about ${off.map(({ en }) => en).join(' and ')} among them`}.`,
  });
  if (unsure > 0)
    told.push({
      fr: `${plural(unsure, 'plainte')} dont le client a eu le dernier mot après une réponse, sans se plaindre, demander ni remercier, ${unsure < 2 ? 'n’est pas comptée' : 'ne sont pas comptées'} : l’intervalle les tient pour possibles.`,
      en: `${unsure} ${unsure === 1 ? 'complaint is' : 'complaints are'} not counted though the customer had the last word after an answer, without complaining, asking or thanking: the interval holds that they may wait.`,
    });
  const others = waiting.length - said;
  if (others > 0)
    told.push({
      fr: `${plural(others, 'autre dossier')} sans plainte, une question par exemple, ${others < 2 ? 'attend' : 'attendent'} aussi : listés, non comptés.`,
      en: `${others} ${others === 1 ? 'other case' : 'other cases'} without a complaint, a question for instance, ${others === 1 ? 'waits' : 'wait'} too: listed, not counted.`,
    });
  const [oldest] = dormant;
  if (oldest !== undefined)
    told.push({
      fr: `${plural(dormant.length, 'dossier')}, sans un mot depuis plus de ${DORMANT_DAYS} jours après un mot qui attendait, ${dormant.length < 2 ? 'n’est pas compté' : 'ne sont pas comptés'} ; le plus ancien attendait le ${formatDate(oldest.waitingSince, { zone })}.`,
      en: `${dormant.length} ${dormant.length === 1 ? 'case, silent' : 'cases, silent'} for more than ${DORMANT_DAYS} days after a word that waited, ${dormant.length === 1 ? 'is' : 'are'} not counted; the oldest waited on ${englishDate(localParts(oldest.waitingSince.getTime(), zone))}.`,
    });
  return { fr: told.map(({ fr }) => fr).join(' '), en: told.map(({ en }) => en).join(' ') };
}

/**
 * Customers who wait for an answer to a complaint at the end of the exports: an estimate with its interval, of `n` open complaints, with the cases
 * that are said to wait beside it; rows are cases, the longest wait first. `by` estimates them in each group.
 */
export const waitingCases = defineMetric(
  { frame, of: 'cases', groups: 'value' },
  async (corpus, options: CareOptions) => {
    const resolved = resolveFunnelOptions(options);
    const customers = await waitingCustomers(corpus, resolved);
    const { open, waiting, value, interval } = customers;
    if (open.length === 0)
      return unmeasured(
        frame,
        0,
        'aucun dossier privé ouvert sur un canal dont on voit les réponses',
        'no open private case on a channel whose replies are seen',
      );
    const hoursBetween = hoursClock(corpus, options);
    return makeMetric(withHours(frame, corpus, options), {
      value,
      n: open.filter(({ complaint }) => complaint).length,
      interval,
      rows: waiting
        .slice(0, ROWS)
        .map(({ caseId, channel, driver, complaint, messages, waitingSince, until }) => ({
          caseId,
          channel,
          driver,
          complaint,
          messages,
          waitingSince,
          waitingHours: hoursBetween(
            waitingSince.getTime(),
            Math.max(waitingSince.getTime(), until.getTime()),
          ),
        })),
      limits: limitsOf(customers, resolved.zone),
    });
  },
);
