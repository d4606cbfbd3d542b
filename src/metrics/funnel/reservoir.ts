import type { CorpusTables } from '../../engine/corpus-tables.js';
import { resolveFunnelOptions, type FunnelOptions, type ResolvedFunnelOptions } from './funnel-cases.js';
import { atLeastOne } from './reservoir-level.js';
import { learn, levelsAt, OPEN_CASES, RESERVOIR_METHOD, tooFew, UNWATCHED } from './reservoir-learning.js';
import { openCases, waitingOf, type OpenCase } from './reservoir-model.js';
import { stillOpen } from './still-open.js';
import type { UnseenOpen } from './unseen-open.js';
import { waitingCustomers } from './waiting-customers.js';
import { plural } from '../../util/french.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type Bilingual, type RowOf } from '../make-metric.js';

/** Cases that weigh most, given one by one. */
const TOP = 20;

const frame = metricFrame({
  name: 'reservoir',
  label: {
    fr: 'Niveau du réservoir : débordements attendus dans les 24 heures',
    en: 'Reservoir level: spills expected within 24 hours',
  },
  unit: 'cases',
  denominator: OPEN_CASES,
  method: RESERVOIR_METHOD,
  columns: {
    caseId: 'text',
    driver: 'text?',
    channel: 'text',
    ageDays: 'number',
    answered: 'boolean',
    angry: 'boolean',
    probability: 'number',
    low: 'number?',
    high: 'number?',
  },
});
type Row = RowOf<typeof frame.columns>;
const percent = (share: number): string => (share * 100).toFixed(1);

const TOO_ALIKE = {
  fr: ` Les dossiers ne sont pas classés : ${tooFew.fr}.`,
  en: ` Cases are not ranked: ${tooFew.en}.`,
};
/** How many cases are open, where that is told. */
function openOfAll(left: UnseenOpen | null): Bilingual {
  if (left === null) return { fr: '', en: '' };
  const [most, from, to] = [Math.round(left.expected), Math.floor(left.low), Math.ceil(left.high)];
  return {
    fr: ` : de tous, environ ${most} ${most < 2 ? 'est encore ouvert' : 'sont encore ouverts'} (de ${from} à ${to})`,
    en: `: of all, about ${most} ${most === 1 ? 'is' : 'are'} still open (${from} to ${to})`,
  };
}

/** How many customers wait, as `waitingCases` tells it: one figure wherever it is told; and how many cases are open. */
async function toldWaiting(
  corpus: CorpusTables,
  open: readonly OpenCase[],
  options: ResolvedFunnelOptions,
): Promise<Bilingual> {
  const { value, interval, said } = await waitingCustomers(corpus, options);
  const left = await stillOpen(
    corpus,
    open.map(({ oneCase }) => oneCase),
    value,
    options,
  );
  const ofAll = openOfAll(left);
  const beside = (fr: string, en: string): Bilingual => (interval === null ? { fr: '', en: '' } : { fr, en });
  const { fr, en } = beside(
    ` (de ${interval?.low} à ${interval?.high} ; ${plural(said, 'dossier')}, quel qu’en soit l’âge, ${said < 2 ? 'paraît' : 'paraissent'} en attente)`,
    ` (${interval?.low} to ${interval?.high}; ${said} ${said === 1 ? 'case' : 'cases'} of whatever age ${said === 1 ? 'is' : 'are'} said to)`,
  );
  return {
    fr: `${plural(value, 'client')} ${value < 2 ? 'attend' : 'attendent'} une réponse à une plainte privée${fr} ; des dossiers qui ont eu une réponse, rien ne dit lesquels sont réglés${ofAll.fr}. `,
    en: `${value} ${value === 1 ? 'customer waits' : 'customers wait'} for an answer to a private complaint${en}; nothing tells which of the cases that were answered are settled${ofAll.en}. `,
  };
}

/** The reservoir at `at` (default: end of the exports): spills expected of the open cases, and the cases that weigh most. */
export const reservoir = defineMetric(
  { frame: frame, of: 'cases', groups: 'value' },
  async (corpus, options: FunnelOptions) => {
    const resolved = resolveFunnelOptions(options),
      { level, seed } = resolved;
    const found = await learn(corpus, options);
    if ('why' in found) return unmeasured(frame, found.n, found.why.fr, found.why.en);
    const open = openCases(found.cases, found.at);
    const [now] = levelsAt([open], found, { seed, level });
    if (now === undefined) return unmeasured(frame, open.length, UNWATCHED.fr, UNWATCHED.en);
    // links find a share of the spills: a case is as likely to spill unseen
    const share = found.counted.floor ? 1 : (found.counted.found?.share ?? 1);
    const unfound = (p: number): number => Math.min(1, p / share);
    const rows = open
      .flatMap(({ oneCase, ageDays }): Row[] => {
        if (found.model === undefined) return [];
        const { probability, low: from, high: to } = found.model.probability(oneCase, ageDays);
        const answered = oneCase.answered !== null && oneCase.answered <= ageDays * 24;
        return [
          {
            caseId: oneCase.caseId,
            driver: oneCase.driver,
            channel: oneCase.channel,
            ageDays,
            answered,
            angry: oneCase.angry,
            probability: unfound(probability),
            low: unfound(from),
            high: unfound(to),
          },
        ];
      })
      .toSorted((a, b) => b.probability - a.probability || (a.caseId < b.caseId ? -1 : 1))
      .slice(0, TOP);
    const chance = [now.level, now.low, now.high].map((one) => percent(atLeastOne(one)));
    const [likely = '', least = '', most = ''] = chance,
      [vraisemblable = '', moins = '', plus = ''] = chance.map((one) => one.replace('.', ','));
    const { low, high } = now.range;
    const waiting = waitingOf(open, found.at);
    const shown = waiting === null ? { fr: '', en: '' } : await toldWaiting(corpus, open, resolved);
    const alike = found.model === undefined ? TOO_ALIKE : { fr: '', en: '' };
    const unknown = found.found.found === undefined || found.found.floor;
    return makeMetric(frame, {
      value: now.level,
      n: open.length,
      rows,
      interval: { low: now.low, high: now.high, level, method: 'fay-feuer' },
      limits: {
        fr: `${shown.fr}Probabilité d’au moins un débordement dans les 24 heures : ${vraisemblable} % (de ${moins} à ${plus} %). L’intervalle est celui du nombre attendu ; le nombre qui débordera tombe entre ${low} et ${high}. Suppose que les jours à venir ressemblent aux jours passés.${unknown ? ' La part des débordements qu’on ne voit pas est trop mal connue : la valeur est un plancher.' : ''}${alike.fr || ' Voir le score de Brier hors apprentissage avant de se fier au classement.'}`,
        en: `${shown.en}Probability of at least one spill within 24 hours: ${likely} % (${least} to ${most} %). The interval is that of the number expected; the number that will spill falls between ${low} and ${high}. Supposes that days to come are like past ones.${unknown ? ' The share of spills that is not seen is known too badly: the value is a floor.' : ''}${alike.en || ' See the out-of-sample Brier score before trusting the ranking.'}`,
      },
    });
  },
);
