import {
  doubtColumns,
  enrichmentColumns,
  messageColumns,
  rejectColumns,
  type Columns,
} from '../model/index.js';

/** What reading and enriching give; `speech` is judged later, over the whole corpus. */
export const readColumns = { ...messageColumns, ...enrichmentColumns } as const;

/** Where a row of a shard comes from: the file by its number, the shard, and its place in the shard. */
const PLACE = {
  fileIndex: { kind: 'int', required: true, doc: 'number of the file in the register' },
  shard: { kind: 'int', required: true, doc: 'number of the shard' },
  n: { kind: 'int', required: true, doc: 'place in the shard, from 0' },
} as const satisfies Columns;

const { file: _name, ...messages } = readColumns;
const { file: _ofReject, ...rejects } = rejectColumns;
const { file: _ofDoubt, ...doubts } = doubtColumns;

/** Columns of the Parquet files of a shard; files have a number in place of their name, which is known when all files are. */
export const shardColumns = {
  messages: {
    ...messages,
    ...PLACE,
    repeats: { kind: 'boolean', required: true, doc: 'equal content in one file is a duplicate' },
  },
  rejects: { ...rejects, ...PLACE },
  doubts: { ...doubts, ...PLACE },
} as const satisfies Readonly<Record<string, Columns>>;

export type ShardTable = keyof typeof shardColumns;
export const SHARD_TABLES = Object.keys(shardColumns) as readonly ShardTable[];
