import { CASE_KEY } from '../../engine/said-in-cases.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import { kaplanMeier } from '../../stats/survival/kaplan-meier.js';
import { DIFFERENCE_COLUMNS, differenceRow } from '../basic/difference-columns.js';
import { shareDifferenceInterval } from '../basic/score-interval.js';
import { defineMetric } from '../define-metric.js';
import type { LabelOptions } from '../basic/labelled-shares.js';
import { byLabels, foundSpills } from '../funnel/found-spills.js';
import {
  groupsOf,
  OPENED_IN_PRIVATE,
  PRIVATE_DENOMINATOR,
  resolveFunnelOptions,
  UNREAD_IN_PRIVATE,
} from '../funnel/funnel-cases.js';
import { labelledSpills, limitsWith, NONE_COMPLAINS } from '../funnel/labelled-spills.js';
import { spillsOf, whyNotMeasured, type SpillCase } from '../funnel/spill-cases.js';
import { complaintsOf, countOf, weightOf } from '../funnel/weighed-complaints.js';
import { lawsOf, spillRowOf } from '../funnel/spill-rate-row.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import type { MetricOptions } from '../options.js';
import { effortOf } from './effort-shares.js';

/** Fewer cases than this tell no priority. */
const LEAST_CASES = 20;

/**
 * What to do about a driver: `root`: costly and spilling, treat at the root; `watch`: spills without costing much; `simplify`: costs
 * without spilling; `keep`: neither.
 */
export type Priority = 'root' | 'watch' | 'simplify' | 'keep';

const frame = metricFrame({
  name: 'driverEffort',
  label: {
    fr: 'Priorités : ce que coûte un motif et ce qu’il déborde',
    en: 'Priorities: what a driver costs and what it spills',
  },
  unit: 'cases',
  denominator: {
    fr: `${PRIVATE_DENOMINATOR.fr}, sur la période des exports publics`,
    en: `${PRIVATE_DENOMINATOR.en}, over the days of the public exports`,
  },
  method: {
    fr: 'Effort d’un motif : sa part des messages échangés (clients et agents) dans les plaintes ouvertes en privé dont le motif se lit ; la ligne sans motif dit la part de tous ceux où il ne se lit pas (intervalle de Wilson, dossiers tirés entiers : variance linéarisée d’un rapport). L’intervalle d’un motif porte aussi la lecture (tirages) : de ce qui est dit d’un motif, une part est juste, d’après 131 messages étiquetés qui n’ont rien appris au modèle (loi de Jeffreys) ; tout le reste, dit d’un autre ou d’aucun, peut être de chacun, selon ce qui se manque de lui dans ces messages, sans plus de certitude qu’une loi plate entre motifs (Dirichlet). Débordement : le taux de débordement du motif, tel que le donne la table du taux de débordement (vu, rapporté à la part retrouvée ; ce qui se voit, un plancher, où cette part n’est pas connue) ; ses débordements attendus sont ceux qui se voient sur la même part, sans le rapprocher des autres, et se somment. Durée : médiane de Kaplan-Meier jusqu’à la résolution, les plaintes non résolues censurées. Priorité : effort au-dessus ou au-dessous de la part égale entre motifs, débordement au-dessus ou au-dessous de l’ensemble. Avec 30 dossiers privés étiquetés par l’utilisateur, un dossier compte partout autant qu’il est une plainte, comme au taux de débordement ; la durée est celle des dossiers qui sont plus probablement une plainte qu’autre chose.',
    en: 'Effort of a driver: its share of the messages exchanged (customers and agents) in complaints opened in private whose driver is read; the row without a driver tells the share of all in which none is (Wilson’s interval, whole cases drawn: linearised variance of a ratio). The interval of a driver carries the reading too (draws): of what is told a driver a part is right, by 131 labelled messages that taught the model nothing (Jeffreys’ law); all the rest, told another or none, may be of any, by what of it is missed in these messages, no more surely than a flat law over the drivers (Dirichlet). Spill: the spill rate of the driver, as the table of spill rates tells it (seen over the share found; what is seen, a floor, where that share is not known); its expected spills are those seen over the same share, not drawn towards others’, and sum up. Duration: Kaplan-Meier median to the resolution, unresolved complaints censored. Priority: effort above or below an equal share between drivers, spill above or below that of all. With 30 private cases labelled by the user each case counts throughout as far as it is a complaint, as in the spill rate; the duration is of cases likelier a complaint than not.',
  },
  limits: {
    fr: `Comparer les motifs suppose que leurs débordements se voient également. Les motifs sont lus par un modèle, qui n’en lit aucun ou un autre dans trois à quatre messages sur dix des mondes simulés : ces plaintes peuvent être de n’importe quel motif, et l’intervalle de l’effort est large pour cela. Sous ${LEAST_CASES} plaintes, pas de priorité. « Sûr » : l’écart de ses débordements vus avec ceux de toutes les autres plaintes a un intervalle qui ne contient pas zéro (Newcombe, 1998) ; sans lui la priorité peut tenir au hasard.`,
    en: `Comparing drivers supposes that their spills are seen alike. Drivers are read by a model, which reads none or another in three to four messages in ten of simulated worlds: these complaints may be on any driver, and the interval of the effort is wide for it. Under ${LEAST_CASES} complaints no priority. "Sure": the interval of the difference between its spills seen and those of all other complaints leaves zero out (Newcombe 1998); without it the priority may be chance.`,
  },
  columns: {
    driver: 'text?',
    n: 'number',
    messages: 'number',
    replies: 'number',
    messagesPerCase: 'number',
    effortShare: 'number',
    effortLow: 'number?',
    effortHigh: 'number?',
    medianHours: 'number?',
    medianHoursLow: 'number?',
    medianHoursHigh: 'number?',
    spills: 'number',
    rate: 'number?',
    low: 'number?',
    high: 'number?',
    priority: 'text?',
    sure: 'boolean',
    ...DIFFERENCE_COLUMNS,
  },
});

interface CaseWork {
  readonly caseId: string;
  readonly messages: number;
  readonly replies: number;
}

async function workOf(corpus: CorpusTables, whose: string): Promise<ReadonlyMap<string, CaseWork>> {
  const rows = (
    await corpus.query(`SELECT caseId,
        CAST(count(*) FILTER (WHERE human AND stage = 'private' AND direction <> 'internal') AS DOUBLE) AS messages,
        CAST(count(*) FILTER (WHERE human AND stage = 'private' AND direction = 'outbound') AS DOUBLE) AS replies
      FROM cases JOIN main.caseSaid ON caseKey = ${CASE_KEY} WHERE ${whose} GROUP BY caseId`)
  ).objects() as CaseWork[];
  return new Map(rows.map((row) => [row.caseId, row]));
}

const priorityOf = (costly: boolean, spills: boolean): Priority =>
  costly ? (spills ? 'root' : 'simplify') : spills ? 'watch' : 'keep';

/**
 * What each driver costs (messages and agents' replies in its cases, median hours to the resolution) beside what it spills into public,
 * and the priority that follows. Value: cases whose driver is to be treated at the root.
 */
export const driverEffort = defineMetric(
  { frame, of: 'cases', groups: 'rows' },
  async (corpus, options: MetricOptions & LabelOptions) => {
    const resolved = resolveFunnelOptions(options),
      { level } = resolved;
    const spills = await spillsOf(corpus),
      labelled = await labelledSpills(corpus, options.labels ?? [], resolved),
      whole: readonly SpillCase[] = labelled?.cases ?? spills.cases,
      n = countOf(whole);
    const why =
      (await whyNotMeasured(corpus, spills)) ??
      (labelled !== undefined && complaintsOf(whole).length === 0 ? NONE_COMPLAINS : undefined);
    if (why !== undefined) return unmeasured(frame, n, why.fr, why.en);
    const found = await foundSpills(corpus, resolved);
    const work = await workOf(
      corpus,
      labelled === undefined ? OPENED_IN_PRIVATE : `(${OPENED_IN_PRIVATE}) OR (${UNREAD_IN_PRIVATE})`,
    );
    const drivers = groupsOf(whole).filter(
        ({ key, rows: cases }) => key.by === 'driver' && complaintsOf(cases).length > 0,
      ),
      laws = lawsOf(
        drivers.map(({ rows }) => rows),
        level,
      );
    const sizesOf = (cases: readonly SpillCase[]): number[] =>
      cases.map(({ caseId, weight = 1 }) => weight * (work.get(caseId)?.messages ?? 0));
    const spent = new Map(
      drivers.map(({ key: { driver }, rows: cases }) => {
        const sums = { messages: 0, replies: 0 };
        for (const { caseId, weight = 1 } of cases) {
          const own = work.get(caseId);
          sums.messages += weight * (own?.messages ?? 0);
          sums.replies += weight * (own?.replies ?? 0);
        }
        return [driver, sums];
      }),
    );
    const efforts = effortOf(
      drivers.map(({ key, rows: cases }) => ({ driver: key.driver, sizes: sizesOf(cases) })),
      resolved,
    );
    const expected = (cases: readonly SpillCase[]): number =>
      cases.reduce((sum, { probability, weight = 1 }) => sum + weight * probability, 0);
    const rateOfAll = expected(whole) / weightOf(whole);
    const named = drivers.filter(({ key }) => key.driver !== null).length;
    const rows = drivers.map(({ key, rows: cases }) => {
      const { driver } = key;
      const { messages, replies } = spent.get(driver) as { messages: number; replies: number },
        count = expected(cases),
        own = { n: countOf(cases), weight: weightOf(cases) },
        complaints = complaintsOf(cases),
        others = whole.filter((one) => one.driver !== driver);
      const lent = labelled === undefined ? found : byLabels(found, labelled.among(cases));
      const told = spillRowOf(key, cases, spills, lent, { ...resolved, laws });
      const hours = kaplanMeier({
        durations: complaints.map(({ resolvedAfter, followed }) =>
          Math.max(0, Math.min(resolvedAfter, followed)),
        ),
        eventObserved: complaints.map(({ resolvedAfter, followed }) => resolvedAfter <= followed),
        level,
      }).quantile(0.5);
      const apart = shareDifferenceInterval(
        { k: count, n: own.weight },
        { k: expected(others), n: weightOf(others) },
        level,
      );
      const effort = efforts.get(driver) ?? { share: 0, low: null, high: null };
      return {
        driver,
        n: own.n,
        messages: Math.round(messages),
        replies: Math.round(replies),
        messagesPerCase: messages / own.weight,
        effortShare: effort.share,
        effortLow: effort.low,
        effortHigh: effort.high,
        medianHours: hours.value ?? null,
        medianHoursLow: hours.low ?? null,
        medianHoursHigh: hours.high ?? null,
        spills: told.expected ?? count,
        rate: told.share ?? told.seen,
        low: told.low ?? told.seenLow,
        high: told.high ?? told.seenHigh,
        priority:
          driver === null || own.n < LEAST_CASES
            ? null
            : priorityOf(effort.share > 1 / named, count / own.weight > rateOfAll),
        sure: apart !== null && (apart.low > 0 || apart.high < 0),
        ...differenceRow(apart),
      };
    });
    rows.sort((a, b) => b.messages - a.messages || ((a.driver ?? '') < (b.driver ?? '') ? -1 : 1));
    return makeMetric(frame, {
      value: rows.reduce((sum, row) => sum + (row.priority === 'root' ? row.n : 0), 0),
      n,
      rows,
      ...limitsWith(frame.limits, options.labels, labelled),
    });
  },
);
