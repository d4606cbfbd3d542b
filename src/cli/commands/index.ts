import type { Command } from '../command.js';
import { followCommand } from './follow.js';
import { formatsCommand } from './formats.js';
import { ingestCommand } from './ingest.js';
import { inspectCommand } from './inspect.js';
import { reportCommand } from './report.js';

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [reportCommand, ingestCommand, inspectCommand, formatsCommand, followCommand];
