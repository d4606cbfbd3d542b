import type { ColumnTable } from 'arquero';

/** Columns of a result of many rows, where an object a row would take several times as long and as much. */
export const columnsOf = <Row>(table: ColumnTable): { readonly [Name in keyof Row]: readonly Row[Name][] } =>
  table.data() as { readonly [Name in keyof Row]: readonly Row[Name][] };
