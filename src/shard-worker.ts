import { parentPort, workerData } from 'node:worker_threads';
import type { PlannedShard } from './plan-shards.js';
import { openShardReader, type ShardOptions, type ShardRead } from './read-shard.js';
import { errorSaying, type WorkerSaying } from './util/worker-pool.js';

/** The thread that reads shards: see `openWorkerPool`. */
const port = parentPort;
if (port === null) throw new Error('shard-worker runs as a worker thread only');
const say = (said: WorkerSaying<ShardRead, { path: string; rows: number }>): void => port.postMessage(said);

const reader = await openShardReader(workerData as ShardOptions);
port.on('message', (shard: PlannedShard) => {
  reader
    .read(shard, (path, rows) => say({ note: { path, rows } }))
    .then(
      (output) => say({ output }),
      (error: unknown) => say(errorSaying(error)),
    );
});
say('ready');
