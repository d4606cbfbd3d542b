import { resolveFunnelOptions, type FunnelOptions } from './funnel-cases.js';
import { atLeastOne } from './reservoir-level.js';
import { HOUR, learn, levelsAt, OPEN_CASES, RESERVOIR_METHOD, UNWATCHED } from './reservoir-learning.js';
import { openCases, waitingOf, type OpenCase } from './reservoir-model.js';
import { stillOpen } from './still-open.js';
import { waitingCustomers } from './waiting-customers.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';

/** A gauge has at most so many days. */
const MOST_DAYS = 184;

const frame = metricFrame({
  name: 'reservoirOverTime',
  label: { fr: 'Niveau du réservoir jour après jour', en: 'Reservoir level day by day' },
  unit: 'cases',
  denominator: OPEN_CASES,
  method: RESERVOIR_METHOD,
  limits: {
    fr: 'Lu après coup : les rythmes sont ceux des exports entiers, l’état des dossiers est celui du jour. Le dernier jour : les clients qui attendent, estimés comme ailleurs dans ce rapport ; des dossiers sans trace de résolution, ceux qui paraissent en attente (compte brut) et ceux qui sont encore ouverts (estimation : qui attend l’est ; de qui s’est tu après une réponse, les exports ne disent pas lesquels sont réglés, sinon que qui récrit ne l’était pas : la moitié des autres, entre aucun et tous).',
    en: 'Read in hindsight: the rates are those of the whole exports, the state of cases that of the day. On the last day: the customers who wait, estimated as elsewhere in this report; of the cases without a trace of resolution, those that are said to (raw count) and those still open (an estimate: who waits is; of who fell silent after an answer exports do not tell which are settled, but that who writes again was not: half of the others, between none and all).',
  },
  columns: {
    date: 'instant',
    open: 'number',
    saidToWait: 'number?',
    waiting: 'number?',
    waitingLow: 'number?',
    waitingHigh: 'number?',
    stillOpen: 'number?',
    stillOpenLow: 'number?',
    stillOpenHigh: 'number?',
    level: 'number?',
    low: 'number?',
    high: 'number?',
    atLeastOne: 'number?',
    atLeastOneLow: 'number?',
    atLeastOneHigh: 'number?',
    spilled: 'number?',
    spillsLow: 'number?',
    spillsHigh: 'number?',
  },
});
type Row = RowOf<typeof frame.columns>;
/**
 * The level day by day up to `at` (`open`: cases without a trace of resolution; on the last day of the exports `saidToWait` of them, a raw count,
 * `waiting`, the customers that `waitingCases` tells, and `stillOpen`, how many of `open` are, with their intervals), for a gauge over time, with its band, the range of spills it stands for and the spills that
 * came in the 24 hours after. Value: the last level.
 */
export const reservoirOverTime = defineMetric(
  { frame: frame, of: 'cases', groups: 'rows' },
  async (corpus, options: FunnelOptions) => {
    const resolved = resolveFunnelOptions(options),
      { level, seed } = resolved;
    const found = await learn(corpus, options);
    if ('why' in found) return unmeasured(frame, found.n, found.why.fr, found.why.en);
    const first = found.cases.reduce((earliest, { opened }) => Math.min(earliest, opened), Infinity);
    const days = Math.max(0, Math.floor((found.at - first) / 24)),
      step = Math.max(1, Math.ceil(days / MOST_DAYS));
    const instants: number[] = [];
    for (let back = Math.floor(days / step) * step; back >= 0; back -= step)
      instants.push(found.at - back * 24);
    const opens = instants.map((at) => openCases(found.cases, at)),
      levels = levelsAt(opens, found, { seed, level });
    const said = waitingOf(opens.at(-1) ?? [], found.at);
    const waiting = said === null ? undefined : await waitingCustomers(corpus, resolved);
    const left =
      waiting === undefined
        ? null
        : await stillOpen(
            corpus,
            (opens.at(-1) ?? []).map(({ oneCase }) => oneCase),
            waiting.value,
            resolved,
          );
    const rows = instants.map((at, place): Row => {
      const open = opens[place] as OpenCase[],
        now = levels[place];
      const spilled = open.filter(
        ({ oneCase }) => oneCase.spilled && oneCase.opened + oneCase.end <= at + 24,
      ).length;
      return {
        date: new Date(at * HOUR),
        open: open.length,
        saidToWait: at === found.at ? said : null,
        waiting: at === found.at ? (waiting?.value ?? null) : null,
        waitingLow: at === found.at ? (waiting?.interval?.low ?? null) : null,
        waitingHigh: at === found.at ? (waiting?.interval?.high ?? null) : null,
        stillOpen: at === found.at && left ? Math.round(left.expected) : null,
        stillOpenLow: at === found.at && left ? Math.floor(left.low) : null,
        stillOpenHigh: at === found.at && left ? Math.ceil(left.high) : null,
        level: now?.level ?? null,
        low: now?.low ?? null,
        high: now?.high ?? null,
        atLeastOne: now === undefined ? null : atLeastOne(now.level),
        atLeastOneLow: now === undefined ? null : atLeastOne(now.low),
        atLeastOneHigh: now === undefined ? null : atLeastOne(now.high),
        spilled: at === found.at ? null : spilled,
        spillsLow: now?.range.low ?? null,
        spillsHigh: now?.range.high ?? null,
      };
    });
    const last = levels.at(-1),
      open = opens.at(-1)?.length ?? 0;
    if (last === undefined) return unmeasured(frame, open, UNWATCHED.fr, UNWATCHED.en, rows);
    const interval = { low: last.low, high: last.high, level, method: 'fay-feuer' };
    return makeMetric(frame, { value: last.level, n: open, rows, interval });
  },
);
