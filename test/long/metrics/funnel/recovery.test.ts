import { describe, expect, it } from 'vitest';
import { answerEffect } from '../../../../src/metrics/funnel/answer-effect.js';
import { spillRate } from '../../../../src/metrics/funnel/spill-rate.js';
import { timeToSpill } from '../../../../src/metrics/funnel/time-to-spill.js';
import type { Case, DriverId, Metric } from '../../../../src/model/index.js';
import { DEFAULT_PLAN, trueSpillProbability, type SimulationPlan } from '../../../../src/simulate/index.js';
import { seededRandom } from '../../../../src/util/random.js';
import { fakeCorpus } from '../../../metrics/fake-corpus.js';
import { HOUR, tableOf } from '../../../metrics/funnel/funnel-rows.js';
import { keyedRows } from '../../../metrics/funnel/keyed-rows.js';
import { plantedRows } from '../../../metrics/funnel/planted-cases.js';

/** Simulated corpora; `RECOVERY_RUNS=200` for the longer run. */
const RUNS = Number(process.env['RECOVERY_RUNS'] ?? 12);
const plan: SimulationPlan = {
  ...DEFAULT_PLAN,
  perDay: [4, 0, 0],
  branching: [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ],
};
type Channel = Parameters<typeof trueSpillProbability>[2];

const known = new Map<string, number>();
function chance(driver: string, channel: string, hours: number): number {
  const whole = Math.min(2000, Math.ceil(hours / 12) * 12),
    key = `${driver}/${channel}/${whole}`;
  let found = known.get(key);
  if (found === undefined)
    known.set(key, (found = trueSpillProbability(plan.cases, driver as DriverId, channel as Channel, whole)));
  return found;
}

/** True cumulative incidence over the plan's mix of drivers and channels. */
function mixed(hours: number): number {
  let sum = 0,
    weight = 0;
  for (const [driver, w] of Object.entries(plan.drivers))
    for (const [channel, v] of Object.entries(plan.privateChannels)) {
      sum += w * v * chance(driver, channel, hours);
      weight += w * v;
    }
  return sum / weight;
}

/** One spill in five is told by a link of 0.6 only; so that this is true, false links of 0.6 come with them, 4 for 6. */
function withDoubt(cases: readonly Partial<Case>[], seed: number): Partial<Case>[] {
  const uniform = seededRandom(seed),
    quiet = cases.filter((one) => one.spilledAt === null).length,
    spilled = cases.length - quiet;
  const falseLink = (0.2 * spilled * (4 / 6)) / quiet;
  return cases.map((one) => {
    const drawn = uniform();
    if (one.spilledAt !== null) return drawn < 0.2 ? { ...one, linkProbability: 0.6 } : one;
    return drawn < falseLink ? { ...one, spilledAt: Number(one.openedAt) + HOUR, linkProbability: 0.6 } : one;
  });
}

const covers = (interval: { low: unknown; high: unknown } | null | undefined, truth: number): number =>
  Number(Number(interval?.low) <= truth && truth <= Number(interval?.high));

async function measured(
  cases: readonly Partial<Case>[],
  metric: (corpus: Awaited<ReturnType<typeof fakeCorpus>>) => Promise<Metric>,
): Promise<Metric> {
  const corpus = await fakeCorpus(keyedRows({ cases }));
  return await metric(corpus);
}

describe('planted truth', () => {
  it(`is in the 95 % intervals as often as they say, over ${RUNS} simulated corpora`, async () => {
    const hits: Record<string, number> = {
      spillRate: 0,
      'within 24 h': 0,
      'within 72 h': 0,
      'within 168 h': 0,
      'within 720 h': 0,
      hazardRatio: 0,
    };
    const count = (name: string, hit: number): void => {
      hits[name] = (hits[name] ?? 0) + hit;
    };
    for (let seed = 1; seed <= RUNS; seed++) {
      const cases =
        plantedRows({ ...plan, seed, texts: false, noisePerDay: {} }).rows.cases?.filter(
          (one) => one.firstStage === undefined,
        ) ?? [];
      const truth =
        cases.reduce(
          (sum, one) =>
            sum +
            chance(
              String(one.driver),
              String(one.firstChannel),
              (Number(one.observedUntil) - Number(one.openedAt)) / HOUR,
            ),
          0,
        ) / cases.length;
      count('spillRate', covers((await measured(withDoubt(cases, seed), spillRate)).interval, truth));
      const curve = tableOf(await measured(cases, timeToSpill)).filter(
        (row) => row['by'] === 'total' && row['point'] === 'horizon',
      );
      for (const row of curve)
        count(
          `within ${String(row['hours'])} h`,
          covers({ low: row['low'], high: row['high'] }, mixed(Number(row['hours']))),
        );
      count(
        'hazardRatio',
        covers((await measured(cases, answerEffect)).interval, plan.cases.answeredHazardRatio),
      );
    }
    process.stdout.write(
      `coverage over ${RUNS} corpora: ${JSON.stringify(Object.fromEntries(Object.entries(hits).map(([name, hit]) => [name, hit / RUNS])))}\n`,
    );
    for (const [name, hit] of Object.entries(hits)) {
      // 12 runs: fewer than 9 hits happen once in 5,000 at 95 %; from 200 runs on, the band of 90 to 99 % with its own noise
      expect(hit / RUNS, name).toBeGreaterThanOrEqual(RUNS >= 200 ? 0.9 : 0.74);
      if (RUNS >= 200) expect(hit / RUNS, name).toBeLessThanOrEqual(0.99);
    }
  });
});
