import { parentPort, workerData } from 'node:worker_threads';
import type { PlannedShard } from './plan-shards.js';
import { openShardReader, type ShardOptions, type RowsRead, type ShardRead } from './read-shard.js';
import { errorSaying, type WorkerSaying } from '../util/worker-pool.js';

/** The thread that reads shards: see `openWorkerPool`. */
const port = parentPort;
if (port === null) throw new Error('shard-worker runs as a worker thread only');
const say = (said: WorkerSaying<ShardRead, RowsRead>): void => port.postMessage(said);

const reader = await openShardReader(workerData as ShardOptions);
port.on('message', (shard: PlannedShard) => {
  reader
    .read(shard, (note) => say({ note }))
    .then(
      (output) => say({ output }),
      (error: unknown) => say(errorSaying(error)),
    );
});
say('ready');
