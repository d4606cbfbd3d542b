import { createInterface } from 'node:readline';
import type { PlannedShard } from './plan-shards.js';
import { openShardReader, type ShardOptions, type ShardReader } from './read-shard.js';
import { errorSaying } from '../util/worker-pool.js';

/** The process that reads shards for another scheduler: a line of options, then a line a shard; a line of result or error for each. */
let reader: Promise<ShardReader> | undefined;
for await (const line of createInterface({ input: process.stdin })) {
  if (reader === undefined) {
    reader = openShardReader(JSON.parse(line) as ShardOptions);
    continue;
  }
  let said: object;
  try {
    said = { output: await (await reader).read(JSON.parse(line) as PlannedShard) };
  } catch (error) {
    said = errorSaying(error);
  }
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
await (await reader)?.close();
