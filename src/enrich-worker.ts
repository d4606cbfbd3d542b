import { parentPort, workerData } from 'node:worker_threads';
import { createEnricher, type EnrichOptions, type TextBatch } from './enrich/enricher.js';

/** The thread that understands texts: answers `{ id, input: TextBatch }` with `{ id, output: columns }`. */
const port = parentPort;
if (port === null) throw new Error('enrich-worker runs as a worker thread only');

const enricher = await createEnricher(workerData as EnrichOptions);
port.on('message', ({ id, input }: { id: number; input: TextBatch }) => {
  try {
    port.postMessage({ id, output: enricher.enrich(input) });
  } catch (error) {
    port.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
port.postMessage('ready');
