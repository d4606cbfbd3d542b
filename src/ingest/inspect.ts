import type { Doubt, MessageRecord, Reject } from '../model/index.js';
import { countDoubt } from './count/count-records.js';
import { detectFormat, formatByName } from './detect.js';
import { readExports } from './reader.js';
import type { ReadOptions } from './source.js';
import { headerOptions } from './table/column-map.js';
import { mappingOf } from './table/told-mapping.js';
import { walkExports } from './walk.js';
import type { OnProgress } from '../util/progress.js';

/** How one file would be read. */
export interface Inspection {
  readonly path: string;
  readonly format: string | null;
  /** What in the content shows the format. */
  readonly why: string;
  readonly runnersUp: readonly { readonly format: string; readonly score: number; readonly why: string }[];
  /** For tables: field of the record → column of the file. */
  readonly mapping: Readonly<Record<string, string>> | null;
  /** Records that a count of its own finds, beside the reader; `null`: no file of it is counted. */
  readonly found: number | null;
  readonly read: number;
  readonly rejected: number;
  /** The first records, as they are in the file. */
  readonly records: readonly MessageRecord[];
  readonly rejects: readonly Reject[];
  readonly doubts: readonly Doubt[];
  readonly notes: readonly string[];
}

const FIRST_RECORDS = 5;
const FIRST_PROBLEMS = 20;

async function inspectOne(
  path: string,
  options: ReadOptions,
  onProgress?: OnProgress,
): Promise<Omit<Inspection, 'why' | 'runnersUp' | 'mapping'>> {
  const records: MessageRecord[] = [],
    rejects: Reject[] = [],
    doubts: Doubt[] = [];
  let told = {
    path,
    format: null as string | null,
    found: null as number | null,
    read: 0,
    rejected: 0,
    notes: [] as readonly string[],
  };
  let counted: number | null = null,
    done = 0;
  for await (const event of readExports(path, options)) {
    if (event.type === 'fileStart') counted = event.found;
    else if (event.type === 'batch') {
      onProgress?.({
        task: 'reading',
        done: (done += event.records.length + event.rejects.length),
        unit: 'rows',
      });
      records.push(...event.records.slice(0, FIRST_RECORDS - records.length));
      rejects.push(...event.rejects.slice(0, FIRST_PROBLEMS - rejects.length));
      doubts.push(...event.doubts.slice(0, FIRST_PROBLEMS - doubts.length));
    } else {
      const missing = countDoubt(counted, event.items);
      told = {
        path: event.path,
        format: event.format ?? told.format,
        found: counted === null ? told.found : (told.found ?? 0) + counted,
        read: told.read + event.read,
        rejected: told.rejected + event.rejected,
        notes: [...told.notes, ...event.notes, ...(missing === undefined ? [] : [missing])],
      };
    }
  }
  return { ...told, records, rejects, doubts };
}

/**
 * Says how one file would be read, without writing anything: the format and why, what else it could be, the mapping of
 * columns, the first records, what is doubtful. The whole file is read. Of an archive, the first file is explained and the counts are
 * those of all.
 *
 * @throws DeversoirError `input-not-found`; `option-invalid` for an unknown format or column.
 */
export async function inspectFile(
  path: string,
  options: ReadOptions = {},
  onProgress?: OnProgress,
): Promise<Inspection> {
  const read = await inspectOne(path, options, onProgress);
  for await (const walked of walkExports([path], { header: headerOptions(options) })) {
    if (!('file' in walked)) return { ...read, why: walked.problem.message, runnersUp: [], mapping: null };
    const candidates = detectFormat(walked.file);
    const chosen = candidates.find(({ source }) => source.format === read.format);
    const runnersUp = candidates
      .filter((one) => one !== chosen)
      .map(({ source, score, why }) => ({ format: source.format, score, why }));
    const forced = options.as === undefined ? 'a table with the columns given' : `forced to ${options.as}`,
      why = chosen?.why ?? (read.format === null ? 'no format recognises it' : forced);
    const source = read.format === null ? undefined : formatByName(read.format);
    return { ...read, why, runnersUp, mapping: source ? mappingOf(source, walked.file, options) : null };
  }
  return { ...read, why: 'an empty folder or archive', runnersUp: [], mapping: null };
}

const short = (text: string | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ').slice(0, 80);

/** An inspection as lines of text for a terminal. */
export function inspectionLines(inspection: Inspection): readonly string[] {
  const { path, format, why, runnersUp, mapping, found, read, rejected, records, rejects, doubts, notes } =
    inspection;
  const place = (row: number | null, column: string | null): string =>
    [row === null ? '' : `row ${row}`, column === null ? '' : `column "${column}"`]
      .filter((part) => part !== '')
      .join(', ') || 'file';
  return [
    ...(format === null
      ? [`${path}: not recognised (${why})`]
      : [`${path}: ${format}`, `  known by: ${why}`]),
    ...runnersUp
      .slice(0, 3)
      .map((one) => `  could also be ${one.format} (${one.score.toFixed(2)}): ${one.why}`),
    ...(found === null ? [] : [`  ${found} counted in the file, by their marks alone`]),
    `  ${read} read: ${read - rejected} ${read - rejected === 1 ? 'record' : 'records'}, ${rejected} rejected`,
    ...notes.map((note) => `  note: ${note}`),
    ...(mapping
      ? ['  mapping:', ...Object.entries(mapping).map(([field, column]) => `    ${field} ← ${column}`)]
      : []),
    ...(records.length > 0 ? ['  first records:'] : []),
    ...records.map(
      (record) =>
        `    row ${record.row} · ${record.platform} ${record.kind} · ${record.sentAt?.raw ?? '–'} · ${record.authorName ?? record.authorId ?? '–'} · ${short(record.text ?? record.title)}`,
    ),
    ...rejects.map((one) => `  rejected ${place(one.row, one.column)}: ${one.reason}: ${one.hint}`),
    ...doubts.map((one) => `  doubt ${place(one.row, one.column)}: ${one.reason}: ${one.hint}`),
  ];
}
