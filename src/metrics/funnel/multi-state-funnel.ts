import { CASE_STATES, type CaseState, type Interval } from '../../model/index.js';
import { clopperPearsonInterval } from '../../stats/shares/interval.js';
import {
  multiState,
  type MultiState,
  type StateEstimate,
  type StateSpell,
} from '../../stats/survival/multi-state.js';
import { replicatesFor, reasonOf, resolveFunnelOptions, type FunnelOptions } from './funnel-cases.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';

const HORIZON = 30;
const frame = metricFrame({
  name: 'multiStateFunnel',
  label: {
    fr: 'Probabilité qu’un dossier ouvert en privé atteigne la presse en 30 jours',
    en: 'Probability that a case opened in private reaches the press within 30 days',
  },
  unit: 'share',
  denominator: {
    fr: 'dossiers datés, ouverts en privé ou en public',
    en: 'dated cases, opened in private or in public',
  },
  method: {
    fr: 'Modèle à plusieurs états (privé, résolu, public, presse, crise), estimé à part selon l’étape de départ : matrices de transition d’Aalen-Johansen à 7 et 30 jours, jours attendus dans chaque état, probabilité d’atteindre la presse. Intervalles par rééchantillonnage des dossiers ; quand rien n’a été vu, borne exacte.',
    en: 'Multi-state model (private, resolved, public, press, crisis), fitted apart by first stage: Aalen-Johansen transition matrices at 7 and 30 days, expected days in each state, probability to reach the press. Intervals by resampling cases; where nothing was seen, an exact bound.',
  },
  limits: {
    fr: 'La suite est supposée ne dépendre que de l’état et de l’âge du dossier, pas du chemin suivi (hypothèse de Markov). « Presse » : un article rapporte le mouvement public auquel le dossier appartient. Un dossier résolu puis rouvert sans débordement reste compté résolu. Tous les dossiers, plaintes ou non, et ce que les liens font voir : un plancher, que le taux de débordement corrige pour les plaintes.',
    en: 'What comes next is taken to depend on state and age only, not on the path (Markov assumption). “Press”: an article reports the public movement the case is part of. A case resolved and reopened without a spill stays counted as resolved. All cases, complaints or not, and what links show: a floor, which the spill rate corrects for complaints.',
  },
  columns: {
    measure: 'text',
    from: 'text',
    to: 'text',
    days: 'number',
    value: 'number',
    low: 'number',
    high: 'number',
    entered: 'number',
    n: 'number',
  },
});
type Row = RowOf<typeof frame.columns>;

interface StateRow {
  readonly subject: number;
  readonly first: 'private' | 'public';
  readonly followed: number;
  readonly moves: string;
}

/** Each dated case with its moves as `to@days`, a line each, in order: one row a case. */
const STATE_ROWS = `WITH dated AS (SELECT caseId, firstStage, openedAt, observedUntil FROM cases WHERE openedAt IS NOT NULL AND observedUntil >= openedAt AND firstStage IN ('private', 'public')),
  moved AS (SELECT transitions.caseId, string_agg(transitions."to" || '@' || (delayHours / 24.0), chr(10) ORDER BY transitions.at, list_position(['resolved', 'public', 'press', 'crisis'], transitions."to")) AS moves
    FROM transitions JOIN dated ON dated.caseId = transitions.caseId WHERE delayHours >= 0 AND transitions.at <= dated.observedUntil GROUP BY transitions.caseId)
SELECT CAST(row_number() OVER (ORDER BY dated.openedAt, dated.caseId) AS DOUBLE) AS subject, firstStage AS first,
  (epoch_ms(observedUntil) - epoch_ms(openedAt)) / 86400000.0 AS followed, coalesce(moves, '') AS moves
FROM dated LEFT JOIN moved ON moved.caseId = dated.caseId ORDER BY subject`;

/** Above this many cases times are rounded up to five minutes, so that the number of steps stays bounded. */
const MANY_CASES = 20_000;

/** A second move at the same instant (press, then crisis) comes a tenth of a second later, in days: one step moves a case once. */
const INSTANT = 1e-6;

/** Stays in states during the first 30 days, in days since the opening. */
function spellsOf(rows: readonly StateRow[]): StateSpell[] {
  const round =
    rows.length > MANY_CASES
      ? (days: number): number => Math.ceil(days * 288) / 288
      : (days: number): number => days;
  return rows.flatMap(({ subject, first, followed, moves }) => {
    const end = Math.min(round(followed), HORIZON);
    const spells: StateSpell[] = [];
    let from: string = first,
      start = 0;
    for (const move of moves === '' ? [] : moves.split('\n')) {
      const [to = '', days = ''] = move.split('@');
      const stop = Math.max(round(Number(days)), spells.length === 0 ? 0 : start + INSTANT);
      if (stop > end) break;
      spells.push({ subject, from, start, stop, to });
      [from, start] = [to, stop];
    }
    if (end > start || spells.length === 0) spells.push({ subject, from, start, stop: Math.max(end, start) });
    return spells;
  });
}

/** The interval of an estimate; where resampling can't move it from 0 or from its most, what n cases can exclude. */
function boundsOf(
  { value, interval }: StateEstimate,
  n: number,
  most: number,
  level: number,
): Pick<Interval, 'low' | 'high'> {
  if (interval !== undefined && interval.high > interval.low)
    return { low: Math.min(interval.low, value), high: Math.max(interval.high, value) };
  const exact = clopperPearsonInterval(value > 0 ? n : 0, n, level);
  return { low: exact.low * most, high: exact.high * most };
}

/** Rows of the cases opened in one stage. Moves at the very opening belong to the interval: the matrix begins just before 0. */
function rowsOf(model: MultiState, from: CaseState, n: number, level: number): Row[] {
  const index = (state: CaseState): number => CASE_STATES.indexOf(state);
  const entered = (to: CaseState): number => model.moves.reduce((sum, row) => sum + (row[index(to)] ?? 0), 0);
  const row = (measure: string, to: CaseState, days: number, estimate: StateEstimate, most: number): Row => ({
    measure,
    from,
    to,
    days,
    value: estimate.value,
    ...boundsOf(estimate, n, most, level),
    entered: entered(to),
    n,
  });
  return [
    row('reach', 'press', HORIZON, model.probabilityToReach(from, 'press', HORIZON), 1),
    ...[7, HORIZON].flatMap((days) =>
      CASE_STATES.map((to) => row('probability', to, days, model.probability(from, to, -1, days), 1)),
    ),
    ...CASE_STATES.map((to) =>
      row('expectedDays', to, HORIZON, model.expectedTime(from, to, HORIZON), HORIZON),
    ),
  ];
}

/**
 * Where cases stand after 7 and 30 days (rows `probability`), the days they spend in each state (`expectedDays`) and the probability to
 * reach the press within 30 days (`reach`), from an opening in private and in public.
 */
export const multiStateFunnel = defineMetric(
  { frame: frame, of: 'cases', groups: 'rows' },
  async (corpus, options: FunnelOptions) => {
    const { level, seed, replicates } = resolveFunnelOptions(options);
    const cases = (await corpus.query(STATE_ROWS)).objects() as StateRow[];
    const n = cases.length;
    if (n === 0)
      return unmeasured(
        frame,
        0,
        'aucun dossier daté dans les exports',
        'there is no dated case in the exports',
      );
    const models = (['private', 'public'] as const).map((from) => {
      const own = cases.filter(({ first }) => first === from);
      return {
        from,
        n: own.length,
        model: multiState(spellsOf(own), {
          states: CASE_STATES,
          level,
          bootstrap: { seed, replicates: replicatesFor(own.length, replicates) },
        }),
      };
    });
    const rows = models.flatMap(({ from, n: own, model }) =>
      model.measured && model.observedUntil >= HORIZON ? rowsOf(model, from, own, level) : [],
    );
    const [opened] = models;
    if (opened === undefined || opened.n === 0)
      return unmeasured(
        frame,
        n,
        'aucun dossier ouvert en privé : il manque un export de messages privés',
        'no case was opened in private: an export of private messages is missing',
        rows,
      );
    if (!opened.model.measured) {
      const { fr, en } = reasonOf(opened.model);
      return unmeasured(frame, n, fr, en, rows);
    }
    const reach = rows.find((row) => row.measure === 'reach' && row.from === 'private');
    if (!reach)
      return unmeasured(
        frame,
        n,
        'aucun dossier ouvert en privé n’est suivi pendant 30 jours',
        'no case opened in private was followed for 30 days',
        rows,
      );
    const interval = { low: reach.low, high: reach.high, level, method: 'bootstrap-by-case' };
    return makeMetric(frame, { value: reach.value, n, interval, rows });
  },
);
