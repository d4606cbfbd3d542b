import type { MergeDown } from './xlsx-parts.js';

/** Characters of a value that stands for all rows of a merged cell: a date, a name, a place. A longer one is a text, of one row. */
const LONG = 40;

/** Gives the value of a cell that is merged over several rows to each of them, as a spreadsheet shows it. */
export class MergedDown {
  private next = 0;
  /** By column: the value and the last row that it stands for. */
  private readonly open = new Map<number, { readonly value: string; readonly last: number }>();

  constructor(private readonly merges: readonly MergeDown[]) {}

  /** Fills the empty cells of a row that has others; rows come in their order. */
  fill(row: number, cells: string[]): void {
    if (this.next >= this.merges.length && this.open.size === 0) return;
    const isFilled = cells.some((cell) => cell.trim() !== '');
    for (const [column, { value, last }] of this.open)
      if (row > last) this.open.delete(column);
      else if (isFilled && (cells[column] ?? '') === '') {
        while (cells.length < column) cells.push('');
        cells[column] = value;
      }
    for (let merge = this.merges[this.next]; merge && merge[0] <= row; merge = this.merges[++this.next]) {
      const [first, column, last] = merge,
        value = cells[column] ?? '';
      if (first === row && value !== '' && value.length <= LONG) this.open.set(column, { value, last });
    }
  }
}
