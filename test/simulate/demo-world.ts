import type { EnrichedMessage } from '../../src/model/index.js';
import { DEMO_PLANS, DEMO_SEED, type DemoName } from '../../src/simulate/demo.js';
import { DEFAULT_PLAN, type SimulationPlan } from '../../src/simulate/plan.js';
import { simulateCorpus } from '../../src/simulate/simulate-corpus.js';
import { simulatedRows } from '../../src/simulate/simulated-rows.js';
import type { SimulatedCorpus } from '../../src/simulate/truth.js';

const worlds = new Map<DemoName, SimulatedCorpus>();
const rows = new Map<DemoName, readonly EnrichedMessage[]>();

export const demoPlan = (name: DemoName): SimulationPlan => ({
  ...DEFAULT_PLAN,
  ...DEMO_PLANS[name],
  seed: DEMO_SEED,
});

/** What a demo is made of, simulated once for all files of a worker: to be read only. */
export function demoWorld(name: DemoName): SimulatedCorpus {
  const world = worlds.get(name) ?? simulateCorpus(demoPlan(name));
  worlds.set(name, world);
  return world;
}

/** Its messages as rows of a corpus; to be read only. */
export function demoRows(name: DemoName): readonly EnrichedMessage[] {
  const own = rows.get(name) ?? simulatedRows(demoWorld(name).messages);
  rows.set(name, own);
  return own;
}
