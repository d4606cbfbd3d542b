import { anything, call, flag, signal, type Allowed } from '../util/checked-options.js';
import { isZone } from '../util/config-file.js';

const text: Allowed = { expected: 'a text', ok: (value) => typeof value === 'string' };
const list: Allowed = { expected: 'a list', ok: Array.isArray };
const whole = (least: number): Allowed => ({
  expected: `a whole number from ${least}`,
  ok: (value) => Number.isSafeInteger(value) && Number(value) >= least,
});
const above = (least: number): Allowed => ({
  expected: `a number from ${least}`,
  ok: (value) => typeof value === 'number' && value >= least,
});

/** Every option of a build, and what it may be; `config`, `map` and `as` are looked into by who reads them. */
export const ALLOWED = {
  zone: { expected: 'an IANA zone such as Europe/Paris', ok: isZone },
  dateOrder: { expected: '"dmy" or "mdy"', ok: (value) => value === 'dmy' || value === 'mdy' },
  map: anything,
  headerRow: whole(1),
  as: text,
  key: { ...text, secret: true },
  demo: flag,
  config: anything,
  keepUrls: flag,
  workers: whole(0),
  sentimentModel: text,
  heads: list,
  memoryLimitMb: above(1),
  waitSeconds: above(0),
  leaveOut: list,
  onWarning: call,
  onProgress: call,
  signal,
  schedule: call,
  shardBytes: above(1),
  rowGroupRows: whole(1),
} as const satisfies Record<string, Allowed>;
