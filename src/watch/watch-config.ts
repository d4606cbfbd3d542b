import { checkedJson, type Check } from '../util/checked-json.js';

/** An address that events are posted to, and the environment variable that holds its secret. */
export interface Webhook {
  readonly url: string;
  readonly secretFrom: string;
}

/** Where and when events are told: `deversoir-watch.json`. All optional; without it feeds and tables alone are written. */
export interface WatchConfig {
  readonly webhooks?: readonly Webhook[];
  /** Written as `.eml` files, one an event or one a day; nothing is sent. */
  readonly email?: {
    readonly from: string;
    readonly to: readonly string[];
    readonly when?: 'each' | 'daily';
  };
  /** Between these hours of the zone, webhooks and mails wait: `["22:00", "07:00"]`. */
  readonly quietHours?: readonly [string, string];
  /** Hour of the daily digest in the zone, `08:00` unless said. */
  readonly digestAt?: string;
  /** False alarms a month and brand that the alert rule keeps to. Default 1. */
  readonly falseAlarmsPerMonth?: number;
}

const HOUR_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && /^[^\s\p{C}@<>()[\],;:"\\]+@[^\s\p{C}@<>()[\],;:"\\]+$/u.test(value);

/** `https`, or `http` on this machine; no name nor password in the address. */
function isWebhookUrl(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  const here = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  return username === '' && password === '' && (protocol === 'https:' || (protocol === 'http:' && here));
}

const CHECKS: Readonly<Record<keyof WatchConfig, Check>> = {
  webhooks: {
    expected:
      'a list of { "url": "https://…", "secretFrom": "NAME_OF_A_VARIABLE" }; http on this machine alone; no variable of deversoir, whose key a signature would let guess',
    ok: (value) =>
      Array.isArray(value) &&
      value.every(
        (one: Partial<Webhook> | null) =>
          isWebhookUrl(one?.url) &&
          typeof one?.secretFrom === 'string' &&
          /^(?!DEVERSOIR_)\w+$/i.test(one.secretFrom),
      ),
  },
  email: {
    expected: '{ "from": "a@b", "to": ["c@d"], "when": "each" or "daily" }',
    ok: (value) => {
      const { from, to, when = 'each' } = (value ?? {}) as Record<string, unknown>;
      return (
        isAddress(from) &&
        Array.isArray(to) &&
        to.length > 0 &&
        to.every(isAddress) &&
        (when === 'each' || when === 'daily')
      );
    },
  },
  quietHours: {
    expected: 'two hours such as ["22:00", "07:00"]',
    ok: (value) =>
      Array.isArray(value) && value.length === 2 && value.every((one) => HOUR_OF_DAY.test(String(one))),
  },
  digestAt: { expected: 'an hour such as "08:00"', ok: (value) => HOUR_OF_DAY.test(String(value)) },
  falseAlarmsPerMonth: {
    expected: 'a number above 0',
    ok: (value) => typeof value === 'number' && value > 0 && Number.isFinite(value),
  },
};

/**
 * Reads a configuration of the watch. Throws `option-invalid` with the file, the key, its value and what was expected.
 *
 * @example
 * parseWatchConfig('{ "quietHours": ["22:00", "07:00"] }', 'deversoir-watch.json').quietHours
 * // → ['22:00', '07:00']
 */
export function parseWatchConfig(json: string, file: string): WatchConfig {
  return checkedJson(json, file, CHECKS, 'see: deversoir watch --help') as WatchConfig;
}

/**
 * Whether an instant falls in quiet hours, which may pass midnight.
 *
 * @example
 * [inQuietHours('23:10', ['22:00', '07:00']), inQuietHours('07:00', ['22:00', '07:00']), inQuietHours('12:00', undefined)]
 * // → [true, false, false]
 */
export function inQuietHours(hour: string, quiet: readonly [string, string] | undefined): boolean {
  if (quiet === undefined) return false;
  const [from, to] = quiet;
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}
