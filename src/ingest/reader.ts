import { createHash } from 'node:crypto';
import { STAGES, type Doubt, type MessageRecord, type Reject } from '../model/index.js';
import { DeversoirError, withoutQuotes } from '../util/errors.js';
import { checkMap, headerOptions } from './table/column-map.js';
import { LEAST_SCORE, detectFormat, formatByName, unrecognised } from './detect.js';
import type { OpenedFile } from './bytes/open-file.js';
import type { Detection, Parsed, ReadOptions, RowDoubt, RowReject, Source } from './source.js';
import { walkExports } from './walk.js';
import { zoneOffset } from './values/zones.js';

export { detectFormat, formats } from './detect.js';

/** What happens while exports are read: a file starts, batches of rows come, the file ends with its counts. */
export type ReadEvent =
  | {
      readonly type: 'fileStart';
      readonly path: string;
      readonly size: number;
      /** Of the content; empty for a file that can't be opened. */
      readonly sha256: string;
      readonly format: string | null;
      /** What the format holds; `null`: nobody recognised it. */
      readonly stage: FileStage;
    }
  | {
      readonly type: 'batch';
      readonly path: string;
      readonly format: string;
      readonly records: readonly MessageRecord[];
      readonly rejects: readonly Reject[];
      readonly doubts: readonly Doubt[];
      /** Part of the file's bytes that were read so far, 0 to 1, where it streams. */
      readonly share?: number;
    }
  | {
      readonly type: 'fileEnd';
      readonly path: string;
      readonly sha256: string;
      readonly format: string | null;
      /** Records and rejects of the file: `read − rejected` records came. */
      readonly read: number;
      readonly rejected: number;
      readonly notes: readonly string[];
    };

export type FileStage = Source['stage'] | null;

export interface ReadExportsOptions extends ReadOptions {
  /** Files whose content is known already: no event comes for them. */
  readonly skip?: (
    sha256: string,
    file: { readonly path: string; readonly format: string | null; readonly stage: FileStage },
  ) => boolean;
  /** Files of one name keep it: the caller tells them apart. Default: paths are made unique. */
  readonly samePaths?: boolean;
  /** Records in a batch at most (a parser may give a little more). Default 2000. */
  readonly batchSize?: number;
}

const VALUE_LENGTH = 200;
/** Doubts kept of one file at most; the number of the others is a note. */
const MAX_DOUBTS = 10_000;

const cut = (value: string | null | undefined): string | null => {
  if (value === null || value === undefined) return null;
  return value.length > VALUE_LENGTH
    ? `${value.slice(0, VALUE_LENGTH - 1)}…`.replace(/[\ud800-\udbff]…$/, '…')
    : value;
};

/** Collects what a parser says about one file into batches. */
class Batcher {
  records: MessageRecord[] = [];
  rejects: Reject[] = [];
  doubts: Doubt[] = [];
  readonly notes: string[] = [];
  recordCount = 0;
  rejectCount = 0;
  lastRow = 0;
  private doubtCount = 0;

  constructor(
    private readonly path: string,
    private readonly format: string,
  ) {}

  add(parsed: Parsed): void {
    if ('record' in parsed) {
      this.records.push(parsed.record);
      this.recordCount++;
      this.lastRow = parsed.record.row;
    } else if ('reject' in parsed) this.reject(parsed.reject);
    else if ('doubt' in parsed) this.doubt(parsed.doubt);
    else if (!this.notes.includes(parsed.note) && this.notes.length < 100) this.notes.push(parsed.note);
  }

  reject({ row, column, value, reason, hint }: RowReject): void {
    this.rejectCount++;
    this.lastRow = row ?? this.lastRow;
    this.rejects.push({
      file: this.path,
      format: this.format,
      row: row ?? null,
      column: column ?? null,
      value: cut(value),
      reason,
      hint,
    });
  }

  doubt({ row, column, value, reason, hint }: RowDoubt): void {
    if (++this.doubtCount > MAX_DOUBTS) return;
    this.doubts.push({
      file: this.path,
      format: this.format,
      row: row ?? null,
      column: column ?? null,
      value: cut(value),
      reason,
      hint,
    });
  }

  get waiting(): number {
    return this.records.length + this.rejects.length + this.doubts.length;
  }

  take(): ReadEvent {
    const { path, format, records, rejects, doubts } = this;
    this.records = [];
    this.rejects = [];
    this.doubts = [];
    return { type: 'batch', path, format, records, rejects, doubts };
  }

  finish(): void {
    if (this.doubtCount > MAX_DOUBTS)
      this.notes.push(`${this.doubtCount - MAX_DOUBTS} more doubts are not listed`);
  }
}

async function sha256Of(
  file: OpenedFile,
): Promise<{ sha256: string; size: number; damage?: DeversoirError }> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of file.bytes()) {
      hash.update(chunk);
      size += chunk.length;
    }
    if (file.sheet !== undefined) hash.update(`\0sheet ${file.sheet}`);
  } catch (error) {
    if (!(error instanceof DeversoirError)) throw error;
    return { sha256: hash.update('damaged').digest('hex'), size, damage: error };
  }
  return { sha256: hash.digest('hex'), size };
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

/** What a file holds: as its content shows, or as the mapping says. */
function stageOf(source: Source, detection: Detection, { map }: ReadOptions): FileStage {
  const given = map?.['stage']?.replace(/^=/, '');
  return STAGES.find((stage) => stage === given) ?? detection.stage ?? source.stage;
}

/** What an exception of a parser means for the rows that were still to come. */
function failureOf(error: unknown, row: number): RowReject {
  const after = row > 0 ? { row: row + 1 } : {};
  if (error instanceof DeversoirError) {
    return {
      ...after,
      reason: error.code === 'input-hostile' ? 'hostile' : 'unreadable-row',
      hint: error.message,
    };
  }
  const what = error instanceof Error ? withoutQuotes(error.message).slice(0, 150) : 'unknown failure';
  return { ...after, reason: 'unreadable-row', hint: `the rest of the file could not be read: ${what}` };
}

/** Encodings that are a guess, as people call them. */
const ONE_BYTE: Readonly<Record<string, string | undefined>> = {
  'windows-1252': 'Windows-1252',
  'iso-8859-15': 'Latin-9',
  macintosh: 'Mac OS Roman',
};

/** Reads one opened file as a format, batch by batch. */
async function* readAs(
  file: OpenedFile,
  source: Source,
  options: ReadExportsOptions,
  batcher: Batcher,
): AsyncGenerator<ReadEvent> {
  const batchSize = options.batchSize ?? 2000;
  try {
    for await (const parsed of source.parse(file, options)) {
      if (Array.isArray(parsed)) for (const one of parsed as readonly Parsed[]) batcher.add(one);
      else batcher.add(parsed as Parsed);
      if (batcher.waiting >= batchSize) yield batcher.take();
    }
  } catch (error) {
    if (error instanceof DeversoirError && error.code === 'option-invalid') throw error;
    batcher.reject(failureOf(error, batcher.lastRow));
  }
  if (ONE_BYTE[file.encoding] !== undefined && file.container === 'text') {
    batcher.doubt({
      reason: 'encoding',
      hint: `not valid UTF-8: read as ${ONE_BYTE[file.encoding]}; save it as UTF-8 if accents are wrong`,
    });
  } else if (file.repairedBytes > 0) {
    batcher.doubt({
      reason: 'encoding',
      hint: `${file.repairedBytes} bytes are not valid ${file.encoding}: read as Windows-1252`,
    });
  }
  batcher.finish();
  if (batcher.waiting > 0) yield batcher.take();
}

async function* readFile(file: OpenedFile, options: ReadExportsOptions): AsyncGenerator<ReadEvent> {
  const { path } = file;
  const { sha256, size, damage } = await sha256Of(file);
  const chosen = chooseSource(file, options);
  const format = 'note' in chosen ? null : chosen.source.format;
  const stage = 'note' in chosen ? null : stageOf(chosen.source, chosen.detection, options);
  if (options.skip?.(sha256, { path, format, stage })) return;
  if ('note' in chosen && damage) {
    yield* failedFile(path, damage);
    return;
  }
  if ('note' in chosen) {
    yield { type: 'fileStart', path, size, sha256, format, stage };
    yield { type: 'fileEnd', path, sha256, format: null, read: 0, rejected: 0, notes: [chosen.note] };
    return;
  }
  yield { type: 'fileStart', path, size, sha256, format, stage };
  const events = parseAsEvents(file, chosen.source, options, chosen.detection.holdsNoMessages, sha256);
  for await (const event of events) {
    const streams = event.type === 'batch' && size > 0 && file.givenBytes > 0;
    yield streams ? { ...event, share: Math.min(1, file.givenBytes / size) } : event;
  }
}

/** The batches and the end of one opened file, read as a format. */
export async function* parseAsEvents(
  file: OpenedFile,
  source: Source,
  options: ReadExportsOptions = {},
  holdsNoMessages?: string,
  sha256 = '',
): AsyncGenerator<ReadEvent> {
  const { path } = file,
    { format } = source;
  const batcher = new Batcher(path, format);
  if (holdsNoMessages === undefined) yield* readAs(file, source, options, batcher);
  const notes = [...batcher.notes];
  if (holdsNoMessages !== undefined) notes.push(`recognised, holds no messages: ${holdsNoMessages}`);
  else if (batcher.recordCount + batcher.rejectCount === 0)
    notes.push('recognised, holds no messages: no rows in it');
  yield {
    type: 'fileEnd',
    path,
    sha256,
    format,
    read: batcher.recordCount + batcher.rejectCount,
    rejected: batcher.rejectCount,
    notes,
  };
}

/**
 * Reads exports: files, folders (recursively), globs and archives, each file in the format its content shows. Streams: the
 * memory does not grow with the rows, except for the formats whose `memory` says otherwise.
 *
 * A file that fails never stops the others: what can't be read is a reject with its place, what nobody recognises ends with
 * `format: null` and a note.
 *
 * @throws DeversoirError `input-not-found` for a path that gives nothing, `option-invalid` for an unknown format, zone or column.
 */
export async function* readExports(
  paths: string | readonly string[],
  options: ReadExportsOptions = {},
): AsyncGenerator<ReadEvent> {
  if (options.as !== undefined) formatByName(options.as);
  if (options.zone !== undefined) zoneOffset(options.zone, 0);
  checkMap(options.map ?? {});
  const walking = { header: headerOptions(options), samePaths: options.samePaths === true };
  for await (const walked of walkExports(typeof paths === 'string' ? [paths] : paths, walking)) {
    if ('file' in walked) {
      let started = false;
      try {
        for await (const event of readFile(walked.file, options)) {
          started = true;
          yield event;
        }
      } catch (error) {
        if (started || (error instanceof DeversoirError && error.code === 'option-invalid')) throw error;
        yield* failedFile(walked.path, error);
      }
    } else yield* failedFile(walked.path, walked.problem);
  }
}

/** A file that can't even be opened: one reject that says why. */
function* failedFile(path: string, error: unknown): Generator<ReadEvent> {
  const batcher = new Batcher(path, 'unknown');
  const failure = failureOf(error, 0);
  batcher.reject(failure);
  yield { type: 'fileStart', path, size: 0, sha256: '', format: null, stage: null };
  yield batcher.take();
  yield {
    type: 'fileEnd',
    path,
    sha256: '',
    format: null,
    read: 1,
    rejected: 1,
    notes: [`not read: ${failure.hint}`],
  };
}
