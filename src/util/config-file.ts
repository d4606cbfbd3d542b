import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { checkedJson, checkedKeys, isObject, type Check } from './checked-json.js';
import { DeversoirError } from './errors.js';
import { fileText } from './file-text.js';

import { SECTORS, type CorpusConfig, type UnitCosts } from '../model/config.js';

/** Most that each unit cost can be. */
const COSTS: Readonly<Record<Exclude<keyof UnitCosts, 'currency'>, number>> = {
  lostCustomer: Infinity,
  lossAfterSpill: 1,
  lossUnanswered: 1,
  negativeReview: Infinity,
  agentHour: Infinity,
  minutesPerReply: Infinity,
  clickRatePoint: Infinity,
  clickPointsPerStar: 100,
};

function isCost(value: unknown, most: number): boolean {
  if (!isObject(value) || !isText(value['source'])) return false;
  const { low, high } = value;
  return (
    typeof low === 'number' &&
    typeof high === 'number' &&
    Number.isFinite(high) &&
    low >= 0 &&
    low <= high &&
    high <= most
  );
}

const CHECKS: Readonly<Record<keyof CorpusConfig, Check>> = {
  brand: { expected: 'a text', ok: isText },
  brandAccounts: { expected: 'a list of texts', ok: isTexts },
  competitors: { expected: 'a list of texts', ok: isTexts },
  aliases: {
    expected: 'an object: name → list of texts',
    ok: (value) => isObject(value) && Object.values(value).every(isTexts),
  },
  products: { expected: 'a list of texts', ok: isTexts },
  sector: { expected: '"agri-food" or "retail"', ok: (value) => SECTORS.some((one) => one === value) },
  heads: { expected: 'a list of paths', ok: isTexts },
  taxonomies: {
    expected: 'a list of names ("agri-food", "retail"), of paths of JSON files, or of taxonomies',
    ok: (value) => Array.isArray(value) && value.every((item) => isText(item) || isObject(item)),
  },
  zone: { expected: 'an IANA zone such as "Europe/Paris"', ok: isZone },
  dateOrder: { expected: '"dmy" or "mdy"', ok: (value) => value === 'dmy' || value === 'mdy' },
  productFacts: { expected: 'the path of an extract of Open Food Facts', ok: isText },
  costs: {
    expected: `an object: ${Object.keys(COSTS).join(', ')}, each { "low": 10, "high": 20, "source": "…" }, from 0 up, shares up to 1`,
    ok: (value) =>
      isObject(value) &&
      Object.entries(value).every(([name, cost]) =>
        name === 'currency'
          ? isText(cost)
          : Object.hasOwn(COSTS, name) && isCost(cost, COSTS[name as keyof typeof COSTS]),
      ),
  },
  businessHours: {
    expected: '{ "days": [1, 2, 3, 4, 5], "from": 9, "to": 18 }: days 1 (Monday) to 7, hours 0 to 24',
    ok: isHours,
  },
  replyTargetHours: {
    expected: 'a number of hours above 0',
    ok: (value) => typeof value === 'number' && value > 0 && Number.isFinite(value),
  },
  period: { expected: 'a period such as "2026-Q3", "2026-07" or "2026"', ok: isText },
  notes: { expected: 'a list of texts', ok: isTexts },
};

function isHours(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).some((key) => !['days', 'from', 'to'].includes(key)))
    return false;
  const { days, from, to } = value;
  return (
    Array.isArray(days) &&
    days.length > 0 &&
    days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7) &&
    typeof from === 'number' &&
    typeof to === 'number' &&
    from >= 0 &&
    from < to &&
    to <= 24
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

const KEYS_SEEN = 'see "Configuration" in the README';

const zones = new Map<string, boolean>();

/** True for a name that `Intl` knows as a time zone. */
export function isZone(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const known = zones.get(value) ?? asIntl(value);
  zones.set(value, known);
  return known;
}

function asIntl(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * Reads a configuration text; comments are let through. Throws `option-invalid` with the file and the key that is wrong.
 *
 * @example
 * parseConfig('{"brand":"Maison Brel","competitors":["Ferme Anou"]}', 'deversoir.json').competitors
 * // → ['Ferme Anou']
 */
export function parseConfig(text: string, file = 'configuration'): CorpusConfig {
  return checkedJson(text, file, CHECKS, KEYS_SEEN) as CorpusConfig;
}

/** A configuration that code gives, checked like one that is read. Throws `option-invalid` with the key that is wrong. */
export function checkConfig(config: unknown): void {
  checkedKeys(
    config,
    'config',
    CHECKS,
    'expected an object: parseConfig(await readFile(FILE, "utf8")) reads one from a file',
  );
}

/** Keys that the configuration of a watch may have. */
export const WATCH_KEYS: readonly string[] = [
  'webhooks',
  'email',
  'quietHours',
  'digestAt',
  'falseAlarmsPerMonth',
];
/** Keys that a configuration may have. */
export const CONFIG_KEYS: readonly string[] = Object.keys(CHECKS);

/** A configuration file; the paths in it are from its folder. */
function readConfig(file: string): CorpusConfig {
  const config = parseConfig(fileText(file, 'give --config FILE'), file);
  const { heads, taxonomies } = config;
  const fromFile = (path: string): string => resolve(dirname(file), path);
  return {
    ...config,
    ...(heads && { heads: heads.map(fromFile) }),
    ...(taxonomies && {
      taxonomies: taxonomies.map((one) =>
        typeof one === 'string' && one.endsWith('.json') ? fromFile(one) : one,
      ),
    }),
  };
}

/** The configuration named, or `deversoir.json` in or beside the first path, or none. */
export function findConfig(
  paths: readonly string[],
  named: string | undefined,
): { readonly config: CorpusConfig; readonly file: string } | undefined {
  if (named !== undefined) {
    if (!existsSync(named))
      throw new DeversoirError('input-not-found', `${named} does not exist`, { hint: 'give --config FILE' });
    return { config: readConfig(named), file: named };
  }
  const [first] = paths;
  if (first === undefined || !existsSync(first)) return undefined;
  const folder = statSync(first).isDirectory() ? first : dirname(first);
  for (const file of [join(folder, 'deversoir.json'), join(dirname(folder), 'deversoir.json')]) {
    if (existsSync(file)) return { config: readConfig(file), file };
  }
  return undefined;
}
