import type { Command } from '../command.js';
import { adaptCommand } from './adapt.js';
import { evaluateCommand } from './evaluate.js';
import { filesCommand } from './files.js';
import { followCommand } from './follow.js';
import { formatsCommand } from './formats.js';
import { ingestCommand } from './ingest.js';
import { initCommand } from './init.js';
import { inspectCommand } from './inspect.js';
import { keyCommand } from './key.js';
import { labelCommand } from './label.js';
import { metricsCommand } from './metrics.js';
import { peersCommand } from './peers.js';
import { powerCommand } from './power.js';
import { reportCommand } from './report.js';
import { similarCommand } from './similar.js';
import { simulateCommand } from './simulate.js';
import { trainCommand } from './train.js';
import { watchCommand } from './watch.js';

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [
  reportCommand,
  ingestCommand,
  initCommand,
  inspectCommand,
  formatsCommand,
  filesCommand,
  keyCommand,
  metricsCommand,
  followCommand,
  similarCommand,
  watchCommand,
  labelCommand,
  peersCommand,
  evaluateCommand,
  trainCommand,
  adaptCommand,
  simulateCommand,
  powerCommand,
];
