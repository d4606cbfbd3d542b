export { simulateCorpus } from './simulate-corpus.js';
export { simulatedRows } from './simulated-rows.js';
export { DEMOS, makeDemo, writeExports, type DemoName } from './demo.js';
export { simulateComments, type CommentOptions } from './comments.js';
export { trueSpillProbability } from './case-history.js';
export { powerStudy, type PowerOptions, type PowerPoint, type PowerStudy } from './power.js';
export { CUSTOMER_RHYTHM, FLAT_RHYTHM, type Rhythm } from './rhythm.js';
export {
  DEFAULT_PLAN,
  type CasePlan,
  type CopyPlan,
  type CrisisPlan,
  type NoiseKind,
  type PeoplePlan,
  type PrivateChannel,
  type PublicChannel,
  type SimulationPlan,
} from './plan.js';
export type { DriverId } from '../model/index.js';
export type {
  Planted,
  SharedId,
  SimulatedCorpus,
  SimulatedMessage,
  TrueCase,
  TrueCopies,
  TrueCrisis,
  Truth,
} from './truth.js';
export type { WrittenFile } from './exports/written-file.js';
export { simulateWorld, type PlantedCrisis, type SimulatedWorld } from './worlds/simulate-world.js';
export { filesOf, makeWorld, writeWorld, type WorldFile } from './worlds/world-files.js';
export { KNOBS, parseKnobs, type Knob, type Knobs } from './worlds/knobs.js';
export type {
  Estimands,
  Role,
  Speech,
  TrueIncidence,
  TrueShare,
  TrueSpills,
  WorldCase,
  WorldCrisis,
  WorldMessage,
  WorldTruth,
} from './worlds/world-truth.js';
