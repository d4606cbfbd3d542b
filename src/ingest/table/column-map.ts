import { DeversoirError } from '../../util/errors.js';
import { DIRECTIONS, KINDS, type MessageRecord, STAGES } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { columnName } from './header.js';
import type { Parsed, ReadOptions } from '../source.js';

/** Fields that columns can feed. `time` completes `date`; `day`, `month`, `year` replace it; `epoch` wins over it. */
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
  'status',
] as const;
export type Field = (typeof FIELDS)[number];

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
};

/**
 * Checks a mapping before anything is read.
 *
 * @throws DeversoirError `option-invalid` for an unknown field or a constant that the field can't have.
 */
export function checkMap(map: Readonly<Record<string, string>>): void {
  for (const [field, given] of Object.entries(map)) {
    if (!given.startsWith('=')) {
      if (!(FIELDS as readonly string[]).includes(field))
        throw new DeversoirError('option-invalid', `map knows no field "${field}"`, {
          hint: `the fields are ${FIELDS.join(', ')}`,
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

function constantsOf(map: Readonly<Record<string, string>>): Partial<Draft> | undefined {
  const constants: Record<string, string> = {};
  for (const [field, given] of Object.entries(map))
    if (given.startsWith('=')) constants[field] = given.slice(1).trim();
  if (constants['stage'] === 'private' && constants['kind'] === undefined) constants['kind'] = 'message';
  return Object.keys(constants).length > 0 ? (constants as Partial<Draft>) : undefined;
}

/** Names of the columns of a file → index; the first of equal names. A column without a name is `column 3`. */
export function columnIndexes(file: ExportFile): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  (file.table?.names ?? []).forEach((name, at) => {
    const key = name === '' ? `column ${at + 1}` : name;
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
      columns[field as Field] = [at];
      continue;
    }
    const hint = `no such column; the columns are ${(file.table?.header ?? []).join(', ').slice(0, 300)}`;
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
