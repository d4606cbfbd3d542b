export { simulateCorpus } from './corpus.js';
export { makeDemo, DEMOS, type DemoName } from './demo.js';
export { trueSpillProbability } from './case-history.js';
export type { SimulatedCorpus, SimulatedMessage, Truth, TrueCase, TrueCrisis, TrueCopies } from './truth.js';
export { DEFAULT_PLAN, type SimulationPlan, type CasePlan, type CrisisPlan, type CopyPlan } from './plan.js';
