import type { ColumnTable } from 'arquero';
import type { Manifest } from '../model/index.js';

/**
 * What metrics see of a corpus: views `messages` (kept and enriched), `duplicates`, `rejects`, `doubts`, `cases`,
 * `caseMessages`, `transitions`, `links`, with the columns of the model. Instants are `TIMESTAMP` in UTC.
 */
export interface CorpusTables {
  /**
   * Runs a reducing query and gives the small result as an Arquero table: counts as numbers, instants as `Date`, lists as
   * arrays, absent as `null`. Parameters are `$name` in the query.
   */
  query(
    sql: string,
    parameters?: Readonly<Record<string, string | number | boolean | null>>,
  ): Promise<ColumnTable>;
  readonly manifest: Manifest;
}
