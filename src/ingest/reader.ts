import { DeversoirError } from '../util/errors.js';
import { MAX_DOUBTS } from '../model/index.js';
import { Batcher, type ReadEvent } from './batcher.js';
import type { OpenedFile } from './bytes/open-file.js';
import { formatByName } from './detect.js';
import type { Parsed, ReadOptions, RowReject, Source } from './source.js';
import { chooseSource, failureOf, type SurveyedFile, surveyFile } from './survey-file.js';
import { checkMap, headerOptions } from './table/column-map.js';
import { zoneOffset } from '../util/zones.js';
import { type Walked, walkExports } from './walk.js';

export type { ReadEvent } from './batcher.js';
export { detectFormat, formats } from './detect.js';

export interface ReadExportsOptions extends ReadOptions {
  /** Files whose content is known already: no event comes for them. */
  readonly skip?: (sha256: string, file: Pick<SurveyedFile, 'path' | 'format' | 'stage'>) => boolean;
  /** Files of one name keep it: the caller tells them apart. Default: paths are made unique. */
  readonly samePaths?: boolean;
  /** Records in a batch at most (a parser may give a little more). Default 2000. */
  readonly batchSize?: number;
}

/** Encodings that are a guess, as people call them. */
const ONE_BYTE: Readonly<Record<string, string | undefined>> = {
  'windows-1252': 'Windows-1252',
  'iso-8859-15': 'Latin-9',
  macintosh: 'Mac OS Roman',
  ibm850: 'code page 850 (DOS)',
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
    if (file.part || (error instanceof DeversoirError && error.code === 'option-invalid')) throw error;
    batcher.reject(failureOf(error, batcher.lastRow));
  }
  if (file.part?.last === false) {
    // what is to be told of the encoding is told once, at the end
  } else if (ONE_BYTE[file.encoding] !== undefined && file.container === 'text') {
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
  if (batcher.waiting > 0) yield batcher.take();
}

/**
 * Reads a file that was surveyed, or one part of it where `part` of the file is set. A part throws what its format throws: the rest of the
 * file depends on it, so that it must be read whole.
 */
export async function* readSurveyed(
  walked: Walked,
  { path, sha256, size, stage, found, problem }: SurveyedFile,
  options: ReadExportsOptions = {},
): AsyncGenerator<ReadEvent> {
  const failed = problem ?? ('file' in walked ? undefined : failureOf(walked.problem, 0));
  if (failed || !('file' in walked)) {
    yield* failedFile(path, sha256, failed as RowReject);
    return;
  }
  const { file } = walked;
  const chosen = chooseSource(file, options);
  if ('note' in chosen) {
    yield { type: 'fileStart', path, size, sha256, format: null, stage, found };
    yield {
      type: 'fileEnd',
      path,
      sha256,
      format: null,
      read: 0,
      rejected: 0,
      items: 0,
      doubts: 0,
      notes: [chosen.note],
    };
    return;
  }
  yield { type: 'fileStart', path, size, sha256, format: chosen.source.format, stage, found };
  const events = parseAsEvents(file, chosen.source, options, chosen.detection.holdsNoMessages, sha256);
  const bytes = file.part ? file.part.to - file.part.from : size;
  for await (const event of events) {
    const streams = event.type === 'batch' && bytes > 0 && file.givenBytes > 0;
    yield streams ? { ...event, share: Math.min(1, file.givenBytes / bytes) } : event;
  }
}

/** Notes of a file once all its rows are read: what is not listed, and that there are none. */
export function closingNotes(
  notes: readonly string[],
  { read, doubts }: { readonly read: number; readonly doubts: number },
): readonly string[] {
  const first = [...new Set(notes)].slice(0, 100);
  if (doubts > MAX_DOUBTS) first.push(`${doubts - MAX_DOUBTS} more doubts are not listed`);
  if (read === 0) first.push('recognised, holds no messages: no rows in it');
  return first;
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
  const counts = {
    read: batcher.recordCount + batcher.rejectCount,
    rejected: batcher.rejectCount,
    items: batcher.itemCount,
    doubts: batcher.rowDoubtCount,
  };
  const notes =
    holdsNoMessages !== undefined
      ? [`recognised, holds no messages: ${holdsNoMessages}`]
      : file.part
        ? batcher.notes
        : closingNotes(batcher.notes, counts);
  yield { type: 'fileEnd', path, sha256, format, ...counts, notes };
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
  checkOptions(options);
  const walking = { header: headerOptions(options), samePaths: options.samePaths === true };
  for await (const walked of walkExports(typeof paths === 'string' ? [paths] : paths, walking)) {
    const surveyed = await surveyFile(walked, options);
    if (!options.skip?.(surveyed.sha256, surveyed)) yield* readSurveyed(walked, surveyed, options);
  }
}

/** @throws DeversoirError `option-invalid` for an unknown format, zone or field. */
export function checkOptions(options: ReadOptions): void {
  if (options.as !== undefined) formatByName(options.as);
  if (options.zone !== undefined) zoneOffset(options.zone, 0);
  checkMap(options.map ?? {});
}

/** A file that can't even be opened: one reject that says why. */
function* failedFile(path: string, sha256: string, failure: RowReject): Generator<ReadEvent> {
  const batcher = new Batcher(path, 'unknown');
  batcher.reject(failure);
  yield { type: 'fileStart', path, size: 0, sha256, format: null, stage: null, found: null };
  yield batcher.take();
  yield {
    type: 'fileEnd',
    path,
    sha256,
    format: null,
    read: 1,
    rejected: 1,
    items: 0,
    doubts: 0,
    notes: [`not read: ${failure.hint}`],
  };
}
