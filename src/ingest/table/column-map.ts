import { tellColumns } from '../../util/column-names.js';
import { DeversoirError } from '../../util/errors.js';
import { DIRECTIONS, KINDS, type MessageRecord, STAGES } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { type HeaderOptions, columnName } from './find-header.js';
import type { Parsed, ReadOptions } from '../source.js';

/** Fields that columns can feed. `moreText` is read under the text; `turns`, which no mapping names, are messages that follow it; `network` tells the platform; `time` completes `date`; `day`, `month`, `year` replace it; `epoch` wins over it. */
export const FIELDS = [
  'id',
  'threadId',
  'parentId',
  'authorId',
  'authorName',
  'authorHandle',
  'authorContact',
  'date',
  'time',
  'epoch',
  'day',
  'month',
  'year',
  'title',
  'text',
  'moreText',
  'turns',
  'url',
  'rating',
  'likes',
  'shares',
  'replies',
  'views',
  'reach',
  'language',
  'sentiment',
  'brand',
  'sourceName',
  'network',
  'status',
  'closedAt',
  'store',
  'product',
  'region',
  'campaign',
  'segment',
  'orderAmount',
  'replyText',
  'replyDate',
] as const;
export type Field = (typeof FIELDS)[number];

/** The column that feeds each field. */
export type Guess = Readonly<Partial<Record<Field, number>>>;

/** A record that is being made. */
export type Draft = { -readonly [K in keyof MessageRecord]: MessageRecord[K] };

/** Column indexes of each field, in order of preference. */
export interface Resolved {
  readonly columns: Readonly<Partial<Record<Field, readonly number[]>>>;
  /** Column name → index. */
  readonly index: ReadonlyMap<string, number>;
  /** Values given with `=` in the mapping, the same for every row. */
  readonly constants: Partial<Draft> | undefined;
  readonly problems: readonly Parsed[];
}

/** What a mapping may set for every row, as in `stage: '=private'`. */
const CONSTANTS: Readonly<Record<string, readonly string[] | undefined>> = {
  stage: STAGES,
  kind: KINDS,
  direction: DIRECTIONS,
  platform: undefined,
  channel: undefined,
  givenBrand: undefined,
  sourceName: undefined,
  store: undefined,
  product: undefined,
  region: undefined,
  campaign: undefined,
  segment: undefined,
};

/** Shorter names that a mapping may use. */
const ALIASES: Readonly<Record<string, Field>> = {
  author: 'authorName',
  handle: 'authorHandle',
  contact: 'authorContact',
  thread: 'threadId',
  parent: 'parentId',
  source: 'sourceName',
  reply: 'replyText',
};
const fieldOf = (name: string): string => (Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? name) : name);

const MAPPED = FIELDS.filter((field) => field !== 'turns');

/** What a mapping can be made of, for help texts: fields fed by columns, then those that `=value` sets for every row. */
export const MAPPABLE = { fields: MAPPED, aliases: ALIASES, constants: Object.keys(CONSTANTS) } as const;

/**
 * Checks a mapping before anything is read.
 *
 * @throws DeversoirError `option-invalid` for an unknown field or a constant that the field can't have.
 */
export function checkMap(map: Readonly<Record<string, string>>): void {
  for (const [field, given] of Object.entries(map)) {
    if (!given.startsWith('=')) {
      if (!(MAPPED as readonly string[]).includes(fieldOf(field)))
        throw new DeversoirError('option-invalid', `map knows no field "${field}"`, {
          hint: `the fields are ${MAPPED.join(', ')}`,
        });
      continue;
    }
    if (!Object.hasOwn(CONSTANTS, field))
      throw new DeversoirError('option-invalid', `no constant can be given for "${field}"`, {
        hint: `only for ${Object.keys(CONSTANTS).join(', ')}`,
      });
    const choices = CONSTANTS[field];
    if (choices && !choices.includes(given.slice(1).trim()))
      throw new DeversoirError('option-invalid', `"${given}" for ${field}`, {
        hint: `one of ${choices.map((one) => `=${one}`).join(', ')}`,
      });
  }
}

/** What the options say about the header of tables. */
export const headerOptions = ({ headerRow, map }: ReadOptions): HeaderOptions => ({
  headerRow,
  columns: Object.values(map ?? {}).filter((name) => !name.startsWith('=') && !/^column \d+$/i.test(name)),
});

function constantsOf(map: Readonly<Record<string, string>>): Partial<Draft> | undefined {
  const constants: Record<string, string> = {};
  for (const [field, given] of Object.entries(map))
    if (given.startsWith('=')) constants[field] = given.slice(1).trim();
  if (constants['stage'] === 'private' && constants['kind'] === undefined) constants['kind'] = 'message';
  return Object.keys(constants).length > 0 ? (constants as Partial<Draft>) : undefined;
}

/** What a column is called: by its header, or by its place. */
export const columnTitle = (header: string, at: number): string =>
  header === '' ? `column ${at + 1}` : header;

/** Names of the columns of a file → index; the first of equal names. A column without a name is `column 3`. */
export function columnIndexes(file: ExportFile): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  (file.table?.names ?? []).forEach((name, at) => {
    const key = columnTitle(name, at);
    if (!index.has(key)) index.set(key, at);
  });
  return index;
}

/** Finds the columns of each field; a mapping of the user replaces what the format says. */
export function resolveColumns(
  file: ExportFile,
  fields: Readonly<Partial<Record<Field, string | readonly string[]>>>,
  options: ReadOptions,
): Resolved {
  const index = columnIndexes(file);
  const columns: Partial<Record<Field, number[]>> = {};
  for (const [field, names] of Object.entries(fields) as [Field, string | readonly string[]][]) {
    const found = (typeof names === 'string' ? [names] : names).flatMap((name) => index.get(name) ?? []);
    if (found.length > 0) columns[field] = found;
  }
  const problems: Parsed[] = [];
  for (const [field, name] of Object.entries(options.map ?? {})) {
    if (name.startsWith('=')) continue;
    const at = index.get(columnName(name));
    if (at !== undefined) {
      columns[fieldOf(field) as Field] = [at];
      continue;
    }
    const hint = `no such column; the columns are ${tellColumns(file.table?.header ?? [])}`;
    problems.push(
      options.as === undefined
        ? {
            doubt: {
              column: name,
              reason: 'guessed-mapping',
              hint: `${hint}; the mapping of ${field} is left out`,
            },
          }
        : { reject: { column: name, reason: 'missing-column', hint } },
    );
  }
  return { columns, index, constants: constantsOf(options.map ?? {}), problems };
}

/** Columns that no field takes: name as the file writes it, and index. Equal names are numbered. */
export function otherColumns(
  file: ExportFile,
  resolved: Resolved,
): readonly (readonly [name: string, at: number])[] {
  const taken = new Set(Object.values(resolved.columns).flat());
  const seen = new Map<string, number>();
  return (file.table?.header ?? []).flatMap((header, at) => {
    const name = columnTitle(header, at);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return taken.has(at) ? [] : [[count === 1 ? name : `${name} (${count})`, at] as const];
  });
}
