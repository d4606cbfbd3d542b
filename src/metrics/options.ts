import { isZone } from '../util/config-file.js';
import { DeversoirError } from '../util/errors.js';

/** What every metric may be told. */
export interface MetricOptions {
  /** Nominal coverage of the intervals, in (0, 1). Default 0.95. */
  readonly level?: number;
  /** IANA zone in which days, weeks and quarters are cut. Default `Europe/Paris`. */
  readonly zone?: string;
  /** The named set of the share of voice. Default: the brand and competitors of the corpus's configuration, else the ten most mentioned. */
  readonly brands?: readonly string[];
  /** Quote private messages too. Default false: only public texts are quoted. */
  readonly quotePrivate?: boolean;
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
