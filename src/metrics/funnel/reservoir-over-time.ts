import { resolveFunnelOptions, type FunnelOptions } from './funnel-cases.js';
import { bandsOf, HOUR, learn, OPEN_CASES, RESERVOIR_METHOD } from './reservoir-learning.js';
import { openCases, spillRange, type OpenCase } from './reservoir-model.js';
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
    fr: 'Lu après coup : le modèle est celui des exports entiers, l’état des dossiers est celui du jour. Les bandes sont celles du modèle : des liens manqués entre privé et public n’y sont pas.',
    en: 'Read in hindsight: the model is that of the whole exports, the state of cases that of the day. The bands are those of the model: missed links between private and public are not in them.',
  },
  columns: {
    date: 'instant',
    open: 'number',
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
 * The level day by day up to `at`, for a gauge over time, with its band, the range of spills it stands for and the spills that
 * came in the 24 hours after. Value: the last level.
 */
export const reservoirOverTime = defineMetric(
  { frame: frame, of: 'cases', groups: 'rows' },
  async (corpus, options: FunnelOptions) => {
    const { level, seed, replicates } = resolveFunnelOptions(options);
    const found = await learn(corpus, options, level);
    if ('why' in found) return unmeasured(frame, found.n, found.why.fr, found.why.en);
    const first = found.cases.reduce((earliest, { opened }) => Math.min(earliest, opened), Infinity);
    const days = Math.max(0, Math.floor((found.at - first) / 24)),
      step = Math.max(1, Math.ceil(days / MOST_DAYS));
    const instants: number[] = [];
    for (let back = Math.floor(days / step) * step; back >= 0; back -= step)
      instants.push(found.at - back * 24);
    const opens = instants.map((at) => openCases(found.cases, at)),
      bands = bandsOf(opens, found, { seed, replicates, level });
    const rows = instants.map((at, place): Row => {
      const open = opens[place] as OpenCase[],
        { now, low, high } = bands[place] as (typeof bands)[number],
        spills = spillRange(found.model, open, level);
      const spilled = open.filter(
        ({ oneCase }) => oneCase.spilled && oneCase.opened + oneCase.end <= at + 24,
      ).length;
      return {
        date: new Date(at * HOUR),
        open: open.length,
        level: now.level,
        low: low?.level ?? null,
        high: high?.level ?? null,
        atLeastOne: now.atLeastOne,
        atLeastOneLow: low?.atLeastOne ?? null,
        atLeastOneHigh: high?.atLeastOne ?? null,
        spilled: at === found.at ? null : spilled,
        spillsLow: spills.low,
        spillsHigh: spills.high,
      };
    });
    const last = rows.at(-1),
      width = bands.at(-1);
    const interval =
      width?.low && width.high
        ? { low: width.low.level, high: width.high.level, level, method: 'bootstrap-by-case' }
        : null;
    return makeMetric(frame, { value: last?.level ?? null, n: last?.open ?? 0, rows, interval });
  },
);
