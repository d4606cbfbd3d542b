import { kaplanMeier } from '../../stats/survival/kaplan-meier.js';
import { wilsonInterval } from '../../stats/shares/interval.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { Stage } from '../../model/index.js';
import { columnsOf } from '../result-columns.js';
import { defineMetric } from '../define-metric.js';
import { observationOf } from '../funnel/observation-spans.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import { resolveOptions } from '../options.js';
import { keyNumber } from '../sql.js';
import { CARE_CASES, hoursClock, ofStage, withHours, type CareOptions } from './care-cases.js';
import { caseWaits, type CaseWaits } from './case-waits.js';
import { NEEDS_REPLY, WITH_REPLIES } from './reply-coverage.js';

const frame = metricFrame({
  name: 'resolutionTime',
  label: { fr: 'Délai de résolution complète', en: 'Full resolution time' },
  unit: 'hours',
  denominator: CARE_CASES,
  method: {
    fr: 'De l’ouverture à la résolution que plus rien ne reprend : statut, clôture, confirmation ou remerciement. Médiane de Kaplan-Meier : les dossiers non résolus sont censurés à la fin de l’observation de leur étape. À côté, de quoi ce délai est fait : l’attente du client (de son premier message sans réponse à la réponse humaine suivante, en somme) et celle de la marque (de sa réponse à ce que le client dit ensuite, ou à la résolution), médianes de Kaplan-Meier, là où les réponses se rattachent. « Resté résolu » : part des dossiers une fois résolus que le client n’a pas rouverts, intervalle de Wilson.',
    en: 'From the opening to the resolution that nothing takes back: status, closing, confirmation or thanks. Kaplan-Meier median: unresolved cases are censored where the observation of their stage ends. Beside it, what that time is made of: the requester’s wait (from the first message without a reply to the next human reply, added up) and the agent’s (from a reply to what the customer says next, or to the resolution), Kaplan-Meier medians, where replies can be attached. “Stayed resolved”: share of the cases once resolved that the customer did not reopen, Wilson interval.',
  },
  limits: {
    fr: 'Une résolution qui ne se lit ni dans un statut ni dans un message n’est pas vue : le délai est alors un plafond. Un statut est daté de la résolution du ticket, à défaut de sa clôture, là où l’export la donne ; ailleurs du dernier message de son fil, et le délai est alors un plancher. La première résolution d’un dossier rouvert n’est pas datée. Les attentes d’un dossier non résolu comptent pour ce qu’elles ont déjà duré, ce qui suppose qu’elles auraient continué comme celles des autres. Heures réelles, sauf horaires d’ouverture donnés. Le chiffre de tête ne mêle pas privé et public.',
    en: 'A resolution that neither a status nor a message shows is not seen: the time is then a ceiling. A status is dated by when the ticket was solved, or else closed, where the export tells it; elsewhere by the last message of its thread, and the time is then a floor. The first resolution of a reopened case is not dated. Waits of an unresolved case count for as long as they have lasted, which supposes that they would have gone on as those of others. Clock hours, unless business hours are given. The headline figure never pools private and public.',
  },
  columns: {
    stage: 'text',
    n: 'number',
    resolved: 'number',
    unresolved: 'number',
    medianHours: 'number?',
    medianHoursLow: 'number?',
    medianHoursHigh: 'number?',
    meanResolvedHours: 'number?',
    requesterWaitHours: 'number?',
    requesterWaitHoursLow: 'number?',
    requesterWaitHoursHigh: 'number?',
    agentWaitHours: 'number?',
    agentWaitHoursLow: 'number?',
    agentWaitHoursHigh: 'number?',
    onceResolved: 'number',
    reopened: 'number',
    stayedShare: 'number?',
    stayedLow: 'number?',
    stayedHigh: 'number?',
  },
});

interface Resolvable {
  readonly key: number;
  readonly stage: Stage;
  readonly openedAt: number;
  readonly resolvedAt: number | null;
  readonly reopened: boolean;
  readonly until: number;
}

/** Cases of a stage in columns: hours of each to its resolution, or to the end of what is observed. */
class StageCases {
  readonly hours: number[] = [];
  readonly resolved: boolean[] = [];
  once = 0;
  reopened = 0;
  resolvedHours = 0;
  /** Of those whose replies can be attached. */
  readonly waits: Readonly<Record<keyof CaseWaits, number[]>> & { readonly resolved: boolean[] } = {
    requesterHours: [],
    agentHours: [],
    resolved: [],
  };

  add(hours: number, resolved: boolean, reopened: boolean, waits: CaseWaits | undefined): void {
    this.hours.push(hours);
    this.resolved.push(resolved);
    if (resolved || reopened) this.once++;
    if (reopened) this.reopened++;
    if (resolved) this.resolvedHours += hours;
    if (waits === undefined) return;
    this.waits.requesterHours.push(waits.requesterHours);
    this.waits.agentHours.push(waits.agentHours);
    this.waits.resolved.push(resolved);
  }
}

/** Cases of each stage that has any, private first. */
async function readCases(
  corpus: CorpusTables,
  options: CareOptions,
  withWaits: boolean,
): Promise<[Stage, StageCases][]> {
  const hoursBetween = hoursClock(corpus, options);
  const { observedUntil } = await observationOf(corpus);
  const found = columnsOf<Resolvable>(
    await corpus.query(`SELECT ${keyNumber('caseId')} AS "key", firstStage AS stage, CAST(epoch_ms(openedAt) AS DOUBLE) AS openedAt, CAST(epoch_ms(resolvedAt) AS DOUBLE) AS resolvedAt,
          reopenedAt IS NOT NULL AS reopened, CAST(epoch_ms(observedUntil) AS DOUBLE) AS until
        FROM cases ${WITH_REPLIES} WHERE openedAt IS NOT NULL AND ${NEEDS_REPLY} ORDER BY openedAt, caseId`),
  );
  const waits = withWaits ? await caseWaits(corpus, options) : undefined;
  const stages = { private: new StageCases(), public: new StageCases() };
  for (let k = 0; k < found.key.length; k++) {
    const stage = found.stage[k] as keyof typeof stages,
      openedAt = found.openedAt[k] as number,
      resolvedAt = found.resolvedAt[k] as number | null,
      until = found.until[k] as number;
    const end = resolvedAt ?? Math.min(until, observedUntil[stage] ?? until);
    if (end < openedAt) continue;
    stages[stage].add(
      hoursBetween(openedAt, end),
      resolvedAt !== null,
      found.reopened[k] as boolean,
      waits?.get(found.key[k] as number),
    );
  }
  return (['private', 'public'] as const)
    .map((stage): [Stage, StageCases] => [stage, stages[stage]])
    .filter(([, { hours }]) => hours.length > 0);
}

/**
 * Hours from the opening to the full resolution, the unresolved censored, and how many of the cases once resolved stayed so, by stage.
 * Value: the median of private cases, without any that of public ones.
 */
export const resolutionTime = defineMetric(
  { frame, of: 'cases', groups: 'value' },
  async (corpus, options: CareOptions, whole) => {
    const { level } = resolveOptions(options);
    const stages = await readCases(corpus, options, !whole);
    const [first] = stages;
    if (first === undefined)
      return unmeasured(frame, 0, 'aucun dossier daté n’appelait de réponse', 'no dated case needed a reply');
    const medianOf = (
      durations: readonly number[],
      eventObserved: readonly boolean[],
    ): ReturnType<ReturnType<typeof kaplanMeier>['quantile']> =>
      kaplanMeier({ durations, eventObserved, level }).quantile(0.5);
    const medians = new Map(stages.map(([stage, { hours, resolved }]) => [stage, medianOf(hours, resolved)]));
    const rows = stages.map(([stage, cases]): RowOf<typeof frame.columns> => {
      const median = medians.get(stage) ?? {},
        n = cases.hours.length;
      const { once, reopened, waits } = cases,
        resolved = cases.resolved.reduce((sum, one) => sum + Number(one), 0);
      const waited = (who: keyof CaseWaits): ReturnType<typeof medianOf> =>
        waits.resolved.length === 0 ? {} : medianOf(waits[who], waits.resolved);
      const [requester, agent] = [waited('requesterHours'), waited('agentHours')];
      const stayed = once > 0 ? wilsonInterval(once - reopened, once, level) : null;
      return {
        stage,
        n,
        resolved,
        unresolved: n - resolved,
        medianHours: median.value ?? null,
        medianHoursLow: median.low ?? null,
        medianHoursHigh: median.high ?? null,
        meanResolvedHours: resolved > 0 ? cases.resolvedHours / resolved : null,
        requesterWaitHours: requester.value ?? null,
        requesterWaitHoursLow: requester.low ?? null,
        requesterWaitHoursHigh: requester.high ?? null,
        agentWaitHours: agent.value ?? null,
        agentWaitHoursLow: agent.low ?? null,
        agentWaitHoursHigh: agent.high ?? null,
        onceResolved: once,
        reopened,
        stayedShare: once > 0 ? (once - reopened) / once : null,
        stayedLow: stayed?.low ?? null,
        stayedHigh: stayed?.high ?? null,
      };
    });
    const [
      stage,
      {
        hours: { length: n },
      },
    ] = first;
    const told = withHours({ ...frame, denominator: ofStage(stage, CARE_CASES) }, corpus, options);
    const { value, low, high } = medians.get(stage) ?? {};
    if (value === undefined)
      return unmeasured(
        told,
        n,
        'moins de la moitié des dossiers ont été résolus pendant la période observée',
        'fewer than half of the cases were resolved while observed',
        rows,
      );
    const interval =
      low !== undefined && high !== undefined ? { low, high, level, method: 'kaplan-meier-log-log' } : null;
    return makeMetric(told, { value, n, interval, rows });
  },
);
