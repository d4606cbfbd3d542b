import type { DriverHit } from './drivers.js';

/** A name in a text, with its tokens. */
export interface NameSpan {
  readonly kind: string;
  readonly start: number;
  /** Token after the last. */
  readonly end: number;
}

/** Whether a name of several words is that of what is sold; a shop is named by what it does (« Auchan drive »). */
const names = ({ kind, start, end }: NameSpan): boolean =>
  end - start > 1 && (kind === 'product' || kind === 'brand');

/** Drops terms that stand in the name of a product or a brand: « bouteille de mirabelle » says nothing of a bottle. */
export function outsideNames(
  hits: readonly DriverHit[],
  mentions: readonly NameSpan[],
): readonly DriverHit[] {
  if (hits.length === 0 || mentions.length === 0) return hits;
  const sold = mentions.filter(names);
  return hits.filter((hit) => !sold.some(({ start, end }) => start <= hit.start && hit.end <= end));
}
