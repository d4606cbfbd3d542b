import { textWidth } from './text-width.js';
import { FONT_SIZE } from './theme.js';

/** Where a name stands beside its point, in pixels. */
export interface NamePlace {
  readonly align: 'left' | 'right' | 'center';
  readonly dx: number;
  readonly dy: number;
}

/** A point of the plot in pixels from its upper left corner. */
export interface PlotPoint {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly named: boolean;
}

/** Places in the order in which they are tried. */
export const NAME_PLACES: readonly NamePlace[] = [
  { align: 'left', dx: 8, dy: -7 },
  { align: 'left', dx: 8, dy: 9 },
  { align: 'right', dx: -8, dy: -7 },
  { align: 'right', dx: -8, dy: 9 },
  { align: 'center', dx: 0, dy: -13 },
  { align: 'center', dx: 0, dy: 14 },
];

/** Half the height of a name, and what a point takes around its middle. */
const HALF = FONT_SIZE / 2,
  DOT = 5;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
const boxAt = ({ label, x, y }: PlotPoint, { align, dx, dy }: NamePlace): Box => {
  const long = textWidth(label, FONT_SIZE - 0.5);
  const left = x + dx - (align === 'left' ? 0 : align === 'right' ? long : long / 2);
  return { left, right: left + long, top: y + dy - HALF, bottom: y + dy + HALF };
};
const holds = (box: Box, { x, y }: { readonly x: number; readonly y: number }, around: number): boolean =>
  x > box.left - around && x < box.right + around && y > box.top - around && y < box.bottom + around;
const meets = (a: Box, b: Box): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/**
 * Where the names of points go: inside the plot, on no other point and no other name, across as few of the `lines` as may be; a name that
 * finds no place is left out. Names that come first choose first.
 *
 * @param lines points along what is drawn behind the names
 * @example
 * const named = { named: true, y: 50 };
 * placedNames([{ label: 'Goût', x: 20, ...named }, { label: 'Prix', x: 180, ...named }], { width: 200, height: 100 }).map((place) => place?.align)
 * // → ['left', 'right']
 */
export function placedNames(
  points: readonly PlotPoint[],
  { width, height }: { readonly width: number; readonly height: number },
  lines: readonly { readonly x: number; readonly y: number }[] = [],
): readonly (NamePlace | undefined)[] {
  const taken: Box[] = [];
  return points.map((point) => {
    if (!point.named) return undefined;
    const free = NAME_PLACES.map((place) => ({ place, box: boxAt(point, place) })).filter(
      ({ box }) =>
        box.left >= 0 &&
        box.right <= width &&
        box.top >= 0 &&
        box.bottom <= height &&
        !taken.some((other) => meets(box, other)) &&
        !points.some((other) => other !== point && holds(box, other, DOT)),
    );
    const crossed = ({ box }: { readonly box: Box }): number =>
      lines.filter((at) => holds(box, at, 1)).length;
    const [best] = free.toSorted((a, b) => crossed(a) - crossed(b));
    if (best !== undefined) taken.push(best.box);
    return best?.place;
  });
}
