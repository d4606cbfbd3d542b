import { checkOptions, valueInWords } from '../util/checked-options.js';
import { isZone } from '../util/config-file.js';
import { DeversoirError } from '../util/errors.js';
import { HEAD_COLUMNS } from './basic/head-columns.js';

/** What every metric may be told. */
export interface MetricOptions {
  /** Nominal coverage of the intervals, in (0, 1). Default 0.95. */
  readonly level?: number;
  /** IANA zone in which days, weeks and quarters are cut. Default: that of the corpus. */
  readonly zone?: string;
  /** The named set of the share of voice. Default: the brand and competitors of the corpus's configuration, else the ten most mentioned. */
  readonly brands?: readonly string[];
  /** Quote private messages too. Default false: only public texts are quoted. */
  readonly quotePrivate?: boolean;
}

/** What some metric may be told: `measure` tells all of them the same, and each takes what is its own. */
export const OPTION_NAMES = [
  'by',
  'level',
  'zone',
  'brands',
  'quotePrivate',
  'seed',
  'replicates',
  'at',
  'periods',
  'over',
  'labels',
  'businessHours',
  'replyTargetHours',
  'caseId',
  'clusters',
  'falseAlarmsPerMonth',
  'costs',
  'corpora',
  'peers',
  'productFacts',
  'n',
  'driver',
  'topic',
  'sentiment',
  'diverse',
] as const;

const isListOfTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Labels that no head knows would count as the contrary of those it does. */
function checkLabels(labels: unknown): void {
  if (!Array.isArray(labels))
    throw new DeversoirError('option-invalid', `labels ${valueInWords(labels)}`, {
      hint: 'expected a list of { messageId, head, label }',
    });
  for (const given of labels as readonly unknown[]) {
    const { messageId, head, label } = (given ?? {}) as Readonly<Record<string, unknown>>;
    const known = Object.entries(HEAD_COLUMNS).find(([name]) => name === head)?.[1].labels;
    if (typeof messageId !== 'string' || known === undefined)
      throw new DeversoirError('option-invalid', `a label of the head ${valueInWords(head)}`, {
        hint: `expected { messageId, head, label }, the head ${Object.keys(HEAD_COLUMNS).join(', ')}`,
      });
    if (!known.some((one) => one === label))
      throw new DeversoirError('option-invalid', `label ${valueInWords(label)}`, {
        hint: `expected ${known.join(', ')} of the head ${String(head)}`,
      });
  }
}

/** Options as callers give them whom no compiler watches; throws `option-invalid` on a key that no metric knows, lists that are none, and labels of no head. */
export function checkMetricOptions(options: unknown): void {
  checkOptions(options, OPTION_NAMES);
  const { brands, periods, labels, peers } = options as Readonly<Record<string, unknown>>;
  if (labels !== undefined) checkLabels(labels);
  if (peers !== undefined && !Array.isArray((peers as { readonly peers?: unknown } | null)?.peers))
    throw new DeversoirError('option-invalid', `peers ${valueInWords(peers)}`, {
      hint: 'expected a peer set: parsePeerSet(await readFile(FILE, "utf8"))',
    });
  if (brands !== undefined && !isListOfTexts(brands))
    throw new DeversoirError('option-invalid', `brands ${valueInWords(brands)}`, {
      hint: 'expected a list of names',
    });
  if (periods !== undefined && !(isListOfTexts(periods) && periods.length === 2))
    throw new DeversoirError('option-invalid', `periods ${valueInWords(periods)}`, {
      hint: "expected two periods, the earlier first, e.g. ['2026-Q1', '2026-Q2']",
    });
}

export type ResolvedOptions = {
  readonly level: number;
  readonly zone: string;
  readonly brands: readonly string[];
  readonly quotePrivate: boolean;
};

/** Options with their defaults; throws `option-invalid` on a level or a zone that can't be. */
export function resolveOptions(options: MetricOptions = {}): ResolvedOptions {
  const { level = 0.95, zone = 'Europe/Paris', brands = [], quotePrivate = false } = options;
  if (!(level > 0 && level < 1))
    throw new DeversoirError('option-invalid', `level ${level}`, { hint: 'expected a number in (0, 1)' });
  if (!isZone(zone))
    throw new DeversoirError('option-invalid', `unknown zone "${zone}"`, {
      hint: 'use an IANA name such as Europe/Paris',
    });
  return { level, zone, brands, quotePrivate };
}
