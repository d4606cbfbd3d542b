import { CASE_KEY } from '../../engine/said-in-cases.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import { coxRegression, type CoxFit } from '../../stats/survival/cox.js';
import type { NotMeasured } from '../../stats/measured.js';
import { oncePerCorpus } from '../memo.js';
import { OPENED_IN_PRIVATE } from './funnel-cases.js';

/** A case opened in private while it can spill: from its first message to the spill, the resolution or the end of the exports. */
export interface RiskCase {
  readonly caseId: string;
  /** Opening and end of the exports, in hours since 1970. */
  readonly opened: number;
  readonly until: number;
  readonly driver: string | null;
  readonly channel: string;
  /** Lowest polarity of the first message, so that nothing of later is told. */
  readonly angry: boolean;
  /** Hours to the first reply; `null` when none came in time. */
  readonly answered: number | null;
  readonly end: number;
  readonly spilled: boolean;
  /** That its spill is truly its own; 1 where it is not said. */
  readonly chance?: number;
  readonly resolved: boolean;
  /** A word of the customer waits at the end of the exports; otherwise nothing tells whether an open case is settled. */
  readonly waiting: boolean;
}

const ANGRY = -0.5;
/** Two instants of one second are no time at risk; a case that ends at once is given this many hours. */
const LEAST_HOURS = 1 / 3600;

const hours = (instant: string): string => `epoch_ms(${instant}) / 3600000.0`;

// The instant is asked for after the joins: as one of them it would meet all that one day, or one hour, brought.
const RISK_CASES = `WITH opening AS (
    SELECT caseKey, min(caseSaid.polarity) FILTER (WHERE sentAt = openedAt) AS polarity
    FROM main.caseSaid JOIN cases ON caseKey = ${CASE_KEY} WHERE direction = 'inbound' GROUP BY caseKey),
  atRisk AS (
    SELECT cases.*, coalesce(opening.polarity <= ${ANGRY}, false) AS angry,
      least(coalesce(spilledAt, observedUntil), coalesce(resolvedAt, observedUntil), observedUntil) AS endsAt
    FROM cases LEFT JOIN opening ON caseKey = ${CASE_KEY} WHERE ${OPENED_IN_PRIVATE})
SELECT caseId, ${hours('openedAt')} AS opened, ${hours('observedUntil')} AS until, driver, firstChannel AS channel, angry,
  CASE WHEN answeredAt < endsAt THEN greatest(${hours('answeredAt')} - ${hours('openedAt')}, 0) END AS answered,
  greatest(${hours('endsAt')} - ${hours('openedAt')}, ${LEAST_HOURS}) AS "end",
  coalesce(spilledAt = endsAt, false) AS spilled, coalesce(resolvedAt = endsAt AND (spilledAt IS NULL OR spilledAt > endsAt), false) AS resolved,
  waitingSince IS NOT NULL AS waiting
FROM atRisk WHERE endsAt >= openedAt ORDER BY openedAt, caseId`;

/** Read once per corpus. */
export const riskCases = (corpus: CorpusTables): Promise<readonly RiskCase[]> =>
  oncePerCorpus(
    corpus,
    'risk cases',
    async () => (await corpus.query(RISK_CASES)).objects() as readonly RiskCase[],
  );

/** A property of a case that does not change, held equal between answered and unanswered cases. */
export interface Adjustment<One = RiskCase> {
  readonly name: string;
  of(one: One): number;
}

/** A group needs this many cases and spills, inside and outside, to be held equal. */
const LEAST_CASES = 20,
  LEAST_SPILLS = 5;
/** Spills needed for each covariate of the model. */
const SPILLS_EACH = 10;

/** Cases that share a value. */
interface Group {
  readonly size: number;
  readonly spills: number;
}

/**
 * What the data can hold equal: anger at the opening, then channels and drivers with enough cases and spills, larger ones first; one
 * adjustment for every ten spills, the answer itself taking the first ten.
 */
export function adjustmentsOf(cases: readonly RiskCase[]): Adjustment[] {
  const count = (pick: (one: RiskCase) => string | null): readonly [string, Group][] => {
    const groups = new Map<string, { size: number; spills: number }>();
    for (const one of cases) {
      const name = pick(one);
      if (name === null) continue;
      let group = groups.get(name);
      if (group === undefined) groups.set(name, (group = { size: 0, spills: 0 }));
      group.size++;
      if (one.spilled) group.spills++;
    }
    return [...groups].toSorted((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1));
  };
  const channels = count(({ channel }) => channel),
    drivers = count(({ driver }) => driver),
    [angry] = count((one) => (one.angry ? 'angry' : null));
  const spills = cases.reduce((sum, { spilled }) => sum + Number(spilled), 0);
  const enough = ({ size, spills: own }: Group): boolean =>
    Math.min(size, cases.length - size) >= LEAST_CASES && Math.min(own, spills - own) >= LEAST_SPILLS;
  const candidates: Adjustment[] = [];
  const add = (group: Group | undefined, adjustment: Adjustment): void => {
    if (group !== undefined && enough(group)) candidates.push(adjustment);
  };
  add(angry?.[1], { name: 'angry', of: (one) => Number(one.angry) });
  for (let at = 0; at < Math.max(channels.length, drivers.length); at++) {
    // The largest channel and all rare ones are what the others are compared with.
    const [channel, ofChannel] = channels[at + 1] ?? [],
      [driver, ofDriver] = drivers[at] ?? [];
    add(ofChannel, { name: `channel:${channel}`, of: (one) => Number(one.channel === channel) });
    add(ofDriver, { name: `driver:${driver}`, of: (one) => Number(one.driver === driver) });
  }
  return candidates.slice(0, Math.max(0, Math.floor(spills / SPILLS_EACH) - 1));
}

/**
 * Cox regression of the spill on answered(t), 0 until the first reply and 1 from it on, so that the time before the reply is counted
 * as unanswered (no immortal time). One or two spans a case; Efron ties.
 */
export function answerHazard<One extends RiskCase>(
  cases: readonly One[],
  adjustments: readonly Adjustment<One>[],
  level: number,
): CoxFit | NotMeasured {
  const most = 2 * cases.length,
    [start, stop, answered] = [0, 1, 2].map(() => new Float64Array(most)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ],
    event = new Uint8Array(most),
    columns = adjustments.map(() => new Float64Array(most));
  let n = 0;
  const span = (one: One, from: number, to: number, after: number, spilled: boolean): void => {
    start[n] = from;
    stop[n] = to;
    event[n] = Number(spilled);
    answered[n] = after;
    for (let at = 0; at < columns.length; at++)
      (columns[at] as Float64Array)[n] = (adjustments[at] as Adjustment<One>).of(one);
    n++;
  };
  for (const one of cases) {
    if (one.answered === null || one.answered >= one.end) span(one, 0, one.end, 0, one.spilled);
    else {
      if (one.answered > 0) span(one, 0, one.answered, 0, false);
      span(one, one.answered, one.end, 1, one.spilled);
    }
  }
  const filled = (values: Float64Array): Float64Array => values.subarray(0, n);
  return coxRegression({
    start: filled(start),
    stop: filled(stop),
    event: event.subarray(0, n),
    covariates: {
      answered: filled(answered),
      ...Object.fromEntries(adjustments.map(({ name }, at) => [name, filled(columns[at] as Float64Array)])),
    },
    level,
  });
}
