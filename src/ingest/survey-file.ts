import { createHash } from 'node:crypto';
import { STAGES } from '../model/index.js';
import { DeversoirError, withoutQuotes } from '../util/errors.js';
import { isDirectory } from './table/directory.js';
import type { FilePart, FileSurvey } from './bytes/export-file.js';
import type { OpenedFile } from './bytes/open-file.js';
import { RowCutter } from './bytes/row-cutter.js';
import { LEAST_SCORE, detectFormat, formatByName, unrecognised } from './detect.js';
import { recordCounter, officeRecords } from './count/count-records.js';
import type { RecordCounter } from './count/record-counter.js';
import { NO_DELIMITER } from './table/header.js';
import type { Detection, ReadOptions, RowReject, Source } from './source.js';
import type { Walked } from './walk.js';

/** What a first pass over a file tells: plain data, so that another thread or machine can read the file by it. */
export interface SurveyedFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  /** `null`: nobody recognises it. */
  readonly format: string | null;
  /** What it holds, as its content or the mapping says. */
  readonly stage: Source['stage'] | null;
  /** Records that a simple count of its own finds; `null`: not counted. */
  readonly found: number | null;
  /** Why it can't be read at all. */
  readonly problem?: RowReject;
  /** Where it may be cut, when asked for and large enough; empty: it is read whole. */
  readonly parts: readonly (FilePart & FileSurvey)[];
}

/** The format to read a file as, or the note why there is none. */
export function chooseSource(
  file: OpenedFile,
  options: ReadOptions,
): { source: Source; detection: Detection } | { note: string } {
  if (options.as !== undefined) {
    const source = formatByName(options.as);
    const seen = source.detect(file);
    return { source, detection: seen ?? { score: LEAST_SCORE, why: 'asked for' } };
  }
  const [best] = detectFormat(file);
  if (!best && options.map?.['text'] !== undefined && file.table) {
    return {
      source: formatByName('table'),
      detection: { score: LEAST_SCORE, why: 'a table with a given mapping' },
    };
  }
  return best ? { source: best.source, detection: best } : { note: unrecognised(file) };
}

/** The format of a file and what it holds. */
function kindOf(file: OpenedFile, options: ReadOptions): Pick<SurveyedFile, 'format' | 'stage'> {
  const chosen = chooseSource(file, options);
  if ('note' in chosen) return { format: null, stage: null };
  const given = options.map?.['stage']?.replace(/^=/, '');
  const stage = STAGES.find((one) => one === given) ?? chosen.detection.stage ?? chosen.source.stage;
  return { format: chosen.source.format, stage };
}

/** What an exception of a parser means for the rows that were still to come. */
export function failureOf(error: unknown, row: number): RowReject {
  const after = row > 0 ? { row: row + 1 } : {};
  if (error instanceof DeversoirError) {
    return {
      ...after,
      reason: error.code === 'input-hostile' ? 'hostile' : 'unreadable-row',
      hint: error.bare,
    };
  }
  const what = error instanceof Error ? withoutQuotes(error.message).slice(0, 150) : 'unknown failure';
  return { ...after, reason: 'unreadable-row', hint: `the rest of the file could not be read: ${what}` };
}

/** A file that can't be opened is known by its name, that the caller gives it. */
const unreadable = (path: string, error: unknown): SurveyedFile => ({
  path,
  sha256: '',
  size: 0,
  format: null,
  stage: null,
  found: null,
  problem: failureOf(error, 0),
  parts: [],
});

/** Finds the parts of a file whose format reads row by row, in an encoding in which line ends are one byte. */
function cutterOf(file: OpenedFile, options: ReadOptions, bytes: number): RowCutter | undefined {
  if (
    file.container !== 'text' ||
    !file.source.slice ||
    file.size < 2 * bytes ||
    file.encoding.startsWith('utf-16')
  )
    return undefined;
  const chosen = chooseSource(file, options);
  if ('note' in chosen || chosen.detection.holdsNoMessages !== undefined) return undefined;
  if (!chosen.source.rows || chosen.source.rows.chained === true) return undefined;
  const { table } = file;
  const common = { bom: file.bom, utf8: file.encoding === 'utf-8', bytes };
  if (table?.json === 'lines' && file.json?.layout === 'lines')
    return new RowCutter({ ...common, quotes: false });
  if (!table || table.json) return undefined;
  return new RowCutter({
    ...common,
    delimiter: table.wrapped ? NO_DELIMITER : table.delimiter,
    quotes: chosen.source.rows.quotes,
  });
}

/** The format whose records are counted; of a table that nobody recognises the rows are told, but a JSON object is no table. */
function countedAs(file: OpenedFile, options: ReadOptions): Source | undefined {
  const chosen = chooseSource(file, options);
  if ('note' in chosen) {
    const isObject = file.table?.json === 'lines' && file.json?.layout !== 'lines';
    const isTable = file.table && file.table.names.length > 1 && !isObject && !isDirectory(file.table);
    return isTable ? formatByName('table') : undefined;
  }
  return chosen.detection.holdsNoMessages === undefined ? chosen.source : undefined;
}

async function passOver(
  file: OpenedFile,
  options: ReadOptions,
  partBytes: number,
  onShare?: (share: number) => void,
): Promise<SurveyedFile> {
  const hash = createHash('sha256');
  const cutter = cutterOf(file, options, partBytes);
  const counted = countedAs(file, options);
  const counter: RecordCounter | undefined = counted && recordCounter(file, counted);
  let size = 0;
  try {
    for await (const chunk of file.bytes()) {
      hash.update(chunk);
      cutter?.push(chunk);
      counter?.push(chunk);
      size += chunk.length;
      onShare?.(Math.min(1, size / Math.max(1, file.size)));
    }
    if (file.sheet !== undefined) hash.update(`\0sheet ${file.sheet}`);
  } catch (error) {
    if (!(error instanceof DeversoirError)) throw error;
    if ('note' in chooseSource(file, options)) return unreadable(file.path, error);
    return {
      path: file.path,
      sha256: hash.update('damaged').digest('hex'),
      size,
      ...kindOf(file, options),
      found: null,
      parts: [],
    };
  }
  const parts = cutter?.end() ?? [];
  const chosen = parts.length > 0 ? chooseSource(file, options) : undefined;
  const facts = chosen && 'source' in chosen ? await chosen.source.survey?.(file, options) : undefined;
  return {
    path: file.path,
    sha256: hash.digest('hex'),
    size,
    ...kindOf(file, options),
    found: counter?.end() ?? (counted && (await officeRecords(file))) ?? null,
    parts: parts.map((part) => ({ ...part, ...facts })),
  };
}

/**
 * Passes over a file that was found: its identity, and where it may be cut into parts of at least `partBytes`. `onShare` is told the
 * part of its bytes that is passed over.
 *
 * @throws DeversoirError `option-invalid` for an unknown format or column.
 */
export async function surveyFile(
  walked: Walked,
  options: ReadOptions = {},
  partBytes = Number.POSITIVE_INFINITY,
  onShare?: (share: number) => void,
): Promise<SurveyedFile> {
  if (!('file' in walked)) return unreadable(walked.path, walked.problem);
  try {
    return await passOver(walked.file, options, partBytes, onShare);
  } catch (error) {
    if (error instanceof DeversoirError && error.code === 'option-invalid') throw error;
    return unreadable(walked.path, error);
  }
}
