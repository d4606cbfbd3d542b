import type { ExportFile } from '../bytes/export-file.js';
import { shippedJson } from '../../util/shipped-json.js';
import { type TableFormat, tableSource } from '../table/table-source.js';
import { scaleBeyond } from '../table/rating-scale.js';
import type { MappedSource } from '../table/told-mapping.js';

/** A format of `tables.json`: what tells it, and which columns feed which field. */
interface DeclaredTable extends Omit<TableFormat, 'format' | 'defaults' | 'check' | 'context' | 'finish'> {
  /** Where the names of its columns come from, and what is particular about it. */
  readonly about?: string;
  readonly sums?: Sums;
  /** Their stage is that of the format; in a mixed one `finish` may find another than public. */
  readonly defaults: Omit<TableFormat['defaults'], 'stage'>;
}

/** Fields that are sums over columns; of several lists the first that is there. */
type Sums = Partial<
  Record<'likes' | 'shares' | 'replies' | 'views' | 'reach', readonly (readonly string[])[]>
>;

/** Every declared format by its name. */
export const DECLARED_TABLES = shippedJson('./tables.json', import.meta.url) as Readonly<
  Record<string, DeclaredTable>
>;

/** What a file of the format leaves open, whatever its rows. */
type Doubts = (file: ExportFile) => string | undefined;

/** The source of a declared format, with what it does beyond its columns. */
export function declaredTable(
  format: string,
  finish?: NonNullable<TableFormat['finish']>,
  { doubt, ...more }: Pick<TableFormat, 'check' | 'context'> & { readonly doubt?: Doubts } = {},
): MappedSource {
  const declared = DECLARED_TABLES[format];
  if (declared === undefined) throw new Error(`tables.json declares no ${format}`);
  const { about: _, sums = {}, ...table } = declared;
  const stage = table.stage === 'mixed' ? 'public' : table.stage;
  const source = tableSource({
    format,
    ...table,
    defaults: { ...table.defaults, stage },
    finish(draft, row) {
      for (const [field, lists] of Object.entries(sums) as [keyof Sums, readonly (readonly string[])[]][])
        draft[field] = lists.map((columns) => row.sum(...columns)).find((sum) => sum !== undefined);
      return finish?.(draft, row);
    },
    ...more,
    context: (file) => ({
      ...scaleBeyond(file.table, [table.fields.rating ?? []].flat(), table.defaults.ratingMax),
      ...more.context?.(file),
    }),
  });
  if (doubt === undefined) return source;
  return {
    ...source,
    async *parse(file, options) {
      const hint = doubt(file);
      if (hint !== undefined) yield { doubt: { reason: 'other', hint } };
      yield* source.parse(file, options);
    },
  };
}
