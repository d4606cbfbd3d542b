import { parentPort, workerData } from 'node:worker_threads';
import { createEnricher, type EnrichOptions } from './enricher.js';
import { textColumns } from './text-batch.js';
import { packColumns, type PackedBatch, unpackColumns } from '../util/column-codec.js';
import { enrichmentColumns } from '../model/index.js';

/** The thread that understands texts: answers `{ id, input }` with `{ id, output }`, both packed columns. */
const port = parentPort;
if (port === null) throw new Error('enrichment-worker runs as a worker thread only');

const enricher = await createEnricher(workerData as EnrichOptions);
port.on('message', ({ id, input }: { id: number; input: PackedBatch }) => {
  try {
    const columns = unpackColumns(textColumns, input);
    port.postMessage({
      id,
      output: packColumns(enrichmentColumns, enricher.enrich({ ...columns, length: columns.text.length })),
    });
  } catch (error) {
    port.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
port.postMessage('ready');
