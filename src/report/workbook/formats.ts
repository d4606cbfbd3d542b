import type { NumberStyle } from '../../util/french.js';
import { decimalFormat, type Cell } from './cell.js';
import { alignmentOf } from './sheet.js';

/** Number formats of the styles in which values are printed. */
const FORMATS = {
  share: '0.0%',
  points: '+0.0" pt";-0.0" pt";0.0" pt"',
  // a quarter of an hour is not 0.3 h
  hours: '[>=1]0.0" h";0.00" h"',
  score: '+0.00;-0.00;0.00',
  ratio: '0.00',
} as const;

/** How a column of numbers of one style prints. */
export const formatOf = (style: NumberStyle, values: readonly unknown[]): string =>
  style === 'number' ? decimalFormat(values) : FORMATS[style];

/** What a cell holds of a number: of a difference of shares its points, as it is read. */
export const inCell = (value: number, style: NumberStyle): number =>
  style === 'points' ? Number((100 * value).toPrecision(12)) : value;

/** Figures in a list, each row printed in a style of its own, by row and column. */
export const figureFormats = (
  rows: readonly (readonly Cell[])[],
  columns: readonly number[],
  styles: readonly NumberStyle[],
): ReadonlyMap<string, object> =>
  new Map(
    rows.flatMap((row, at) =>
      columns
        .map((column) => ({ column, value: row[column] }))
        .filter((cell): cell is { column: number; value: number } => typeof cell.value === 'number')
        .map(({ column, value }) => {
          const style = styles[at] ?? 'number';
          return [
            `${at + 1},${column}`,
            {
              value: inCell(value, style),
              style: { numFmt: formatOf(style, [value]), alignment: alignmentOf(true, column) },
            },
          ];
        }),
    ),
  );
