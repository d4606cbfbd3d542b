import { DeversoirError } from '../../util/errors.js';
import { checkNumbers, type Numbers } from '../checks.js';
import type { EventBins, HawkesEvents } from './hawkes-model.js';

/** A type known only as counts per bin, such as press articles per day. */
export interface CountedType {
  /** One of `typeNames`; `times` then holds no event of it. */
  readonly type: string;
  /** Bin edges in hours, upwards, one more than `counts`. */
  readonly edges: Numbers;
  readonly counts: Numbers;
}

/** Bins per type. */
export function binsOf(counted: readonly CountedType[], events: HawkesEvents): Map<number, EventBins> {
  return new Map(
    counted.map(({ type, edges, counts }) => {
      const code = events.typeNames.indexOf(type);
      if (code < 0)
        throw new DeversoirError('data-invalid', `counted type ${type}`, {
          hint: `use one of ${events.typeNames.join(', ')}`,
        });
      checkNumbers('edges', edges, 0);
      checkNumbers('counts', counts, 0);
      if (edges.length !== counts.length + 1)
        throw new DeversoirError('data-invalid', `${edges.length} edges for ${counts.length} counts`, {
          hint: 'give one edge more than counts',
        });
      for (let d = 0; d < counts.length; d++) {
        if (!Number.isInteger(counts[d] as number))
          throw new DeversoirError('data-invalid', `count ${counts[d] as number} at index ${d}`, {
            hint: 'give whole numbers',
          });
        if (
          !((edges[d] as number) < (edges[d + 1] as number)) ||
          (edges[d + 1] as number) > events.horizonHours
        )
          throw new DeversoirError(
            'data-invalid',
            `bin from ${edges[d] as number} to ${edges[d + 1] as number}`,
            { hint: 'edges must rise and end by the horizon' },
          );
      }
      return [
        code,
        {
          low: Float64Array.from(edges).subarray(0, -1),
          high: Float64Array.from(edges).subarray(1),
          counts: Float64Array.from(counts),
        },
      ] as const;
    }),
  );
}
