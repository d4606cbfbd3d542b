#!/usr/bin/env node
import { abandonAll } from '../engine/folder-swap.js';
import { EXIT, runCli, tellError } from './run.js';
import { terminalIo } from './terminal.js';

// A reader that has seen enough (`| head`) closes the pipe: that is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    abandonAll();
    process.exit(0);
  });

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
for (const [signal, number] of Object.entries(SIGNALS))
  process.once(signal, () => {
    abandonAll();
    process.exit(128 + number);
  });

const args = process.argv.slice(2);
const io = terminalIo(process, () => performance.now());
// Node would print the words of an error that nobody caught, and with them those of an export.
process.on('uncaughtException', (error) => {
  tellError(error, args[0] ?? '', io);
  abandonAll();
  process.exit(EXIT.failed);
});
process.exitCode = await runCli(args, io);
