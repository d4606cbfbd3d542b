import { lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DeversoirError } from '../../util/errors.js';
import { type ByteSource, diskSource, inflate, memorySource } from './byte-source.js';
import { type Encoding, type EncodingGuess, TextStream, encodingOf } from '../../util/encoding.js';
import { containerOf } from './container.js';
import type { Container, ExportFile, JsonPeek, MarkupPeek, TablePeek } from './export-file.js';
import { peekTable } from '../table/header.js';
import { peekJson } from '../json/json.js';
import { peekJsonTable } from '../table/json-table.js';
import type { HeaderOptions } from '../table/find-header.js';
import { type SheetTable, peekWorkbook } from '../table/workbook-tables.js';
import { peekMarkup } from '../markup/xml.js';
import { jumping, readHead, readWhole } from './read-head.js';
import { type ZipListing, listZip } from './zip.js';

export type SiblingLookup = (name: string) => Promise<ExportFile | undefined>;

/** An export file over any source of bytes. Also says what decoding had to repair. */
export class OpenedFile implements ExportFile {
  readonly name: string;
  /** The sheet of the workbook that this is; absent: the main one, or no workbook. */
  readonly sheet: string | undefined;
  readonly headText: string;
  readonly headIsAll: boolean;
  /** Bytes that were not valid in the encoding, over the last `text()`. */
  repairedBytes = 0;
  /** Bytes that the last `bytes()` or `text()` has given so far. */
  givenBytes = 0;
  private readonly guess: EncodingGuess;
  part: ExportFile['part'];
  private peeked: {
    table?: TablePeek | undefined;
    json?: JsonPeek | undefined;
    markup?: MarkupPeek | undefined;
  } = {};

  constructor(
    readonly path: string,
    readonly source: ByteSource,
    readonly head: Uint8Array,
    readonly container: Container,
    readonly size: number,
    private readonly lookup: SiblingLookup,
    private readonly header: HeaderOptions,
    /** Tables of workbooks are peeked at opening; `sheet` where it is not the main one. */
    workbook?: SheetTable,
  ) {
    this.sheet = workbook?.sheet;
    this.name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1);
    this.guess = encodingOf(head);
    this.headIsAll = head.length >= size;
    this.headText =
      container === 'text' || container === 'rtf'
        ? new TextStream(this.guess).push(head, this.headIsAll)
        : '';
    if (container !== 'text') this.peeked = { table: workbook?.peek, json: undefined, markup: undefined };
  }

  /** Bytes of the mark that begins the text. */
  get bom(): number {
    return this.guess.bom;
  }

  get encoding(): Encoding {
    return this.guess.encoding;
  }

  get table(): TablePeek | undefined {
    if (!('table' in this.peeked)) this.peeked.table = this.peekAnyTable();
    return this.peeked.table;
  }

  private peekAnyTable(): TablePeek | undefined {
    if (this.json) return peekJsonTable(this.json, this.headText);
    return this.markup ? undefined : peekTable(this.headText, this.headIsAll, this.header);
  }

  get json(): JsonPeek | undefined {
    if (!('json' in this.peeked)) this.peeked.json = peekJson(this.headText);
    return this.peeked.json;
  }

  get markup(): MarkupPeek | undefined {
    if (!('markup' in this.peeked)) this.peeked.markup = peekMarkup(this.headText);
    return this.peeked.markup;
  }

  async *bytes(): AsyncGenerator<Uint8Array> {
    this.givenBytes = 0;
    for await (const chunk of this.source.stream(this.part?.from, this.part?.to)) {
      this.givenBytes += chunk.length;
      yield chunk;
    }
  }

  async *text(): AsyncGenerator<string> {
    const stream = new TextStream((this.part?.from ?? 0) > 0 ? { ...this.guess, bom: 0 } : this.guess);
    for await (const chunk of this.bytes()) {
      const text = stream.push(chunk);
      this.repairedBytes = stream.repaired;
      if (text !== '') yield text;
    }
    const rest = stream.push(new Uint8Array(0), true);
    this.repairedBytes = stream.repaired;
    if (rest !== '') yield rest;
  }

  async wholeBytes(limit: number): Promise<Uint8Array> {
    return readWhole(this.source, limit, this.path);
  }

  async wholeText(limit: number): Promise<string> {
    const bytes = await this.wholeBytes(limit);
    const stream = new TextStream(this.guess);
    const text = stream.push(bytes, true);
    this.repairedBytes = stream.repaired;
    return text;
  }

  sibling(name: string): Promise<ExportFile | undefined> {
    return this.lookup(name);
  }
}

function officeOf(listing: ZipListing): 'xlsx' | 'docx' | undefined {
  if (!listing.members.some((member) => member.name === '[Content_Types].xml')) return undefined;
  if (listing.members.some((member) => member.name.startsWith('xl/'))) return 'xlsx';
  return listing.members.some((member) => member.name.startsWith('word/')) ? 'docx' : undefined;
}

/** An opened file, or an archive to walk into. */
export type Opened =
  | {
      readonly kind: 'file';
      readonly file: OpenedFile;
      /** Further tables of a workbook. */
      readonly others?: readonly OpenedFile[];
    }
  | { readonly kind: 'archive'; readonly listing: ZipListing };

/** Opens a source of bytes: finds its container, looks into office files, and through gzip. */
export async function openSource(
  path: string,
  source: ByteSource,
  lookup: SiblingLookup,
  header: HeaderOptions = {},
  depth = 0,
): Promise<Opened> {
  const { head, ended } = await readHead(source);
  const container = containerOf(head);
  const size = source.size > 0 || !ended ? source.size : head.length;
  if (container === 'gzip') {
    if (depth > 0)
      throw new DeversoirError('input-hostile', 'gzip inside gzip', {
        place: { file: path },
        hint: 'unpack it first',
      });
    const inner: ByteSource = {
      size: Number.MAX_SAFE_INTEGER,
      stream: () => inflate(source.stream(), 'gzip', source.size),
    };
    const peek = await readHead(inner);
    const known: ByteSource = { ...inner, size: peek.ended ? peek.head.length : Number.MAX_SAFE_INTEGER };
    return openSource(path.replace(/\.gz$/i, ''), known, lookup, header, depth + 1);
  }
  if (container !== 'zip')
    return { kind: 'file', file: new OpenedFile(path, source, head, container, size, lookup, header) };
  const listing = listZip(await jumping(source, path));
  const holds = (name: string): boolean => listing.members.some((member) => member.name === name);
  // the first member is the type, stored as it is
  const isOds =
    holds('content.xml') && Buffer.from(head).includes('application/vnd.oasis.opendocument.spreadsheet');
  if (holds('content.xml') && holds('mimetype') && !isOds)
    throw new DeversoirError(
      'input-unreadable',
      'an OpenDocument text (.odt, .odp): open it and save it as .docx, .csv or .txt',
      { place: { file: path } },
    );
  if (holds('xl/workbook.bin') && !holds('xl/workbook.xml'))
    throw new DeversoirError('input-unreadable', 'a binary workbook (.xlsb): open it and save it as .xlsx', {
      place: { file: path },
    });
  const office = isOds ? 'xlsx' : officeOf(listing);
  if (!office) return { kind: 'archive', listing };
  const jumpable = await jumping(source, path);
  const open = (shown: string, table?: SheetTable): OpenedFile =>
    new OpenedFile(shown, jumpable, head, office, size, lookup, header, table);
  if (office === 'docx') return { kind: 'file', file: open(path) };
  const [main, ...others] = await peekWorkbook(listing, header);
  return {
    kind: 'file',
    file: open(path, main),
    others: others.map((table) => open(`${path}!${(table.sheet ?? '').replaceAll('/', '-')}`, table)),
  };
}

/** Siblings of a file on disk: files of its folder. */
export function diskSiblings(fullPath: string, shownPath: string): SiblingLookup {
  return async (name) => {
    const folder = dirname(fullPath);
    const found = readdirSync(folder).find((one) => one === name);
    if (found === undefined || basename(found) !== found) return undefined;
    const full = join(folder, found),
      shown = shownPath.slice(0, shownPath.length - basename(shownPath).length) + found;
    const stats = lstatSync(full);
    if (!stats.isFile()) return undefined;
    const opened = await openSource(shown, diskSource(full, stats.size), diskSiblings(full, shown));
    return opened.kind === 'file' ? opened.file : undefined;
  };
}

/**
 * Opens one file of the disk.
 *
 * @param path the file
 * @param shownPath path shown to the user; default the name of the file
 * @throws DeversoirError `input-not-found`; `input-unreadable` when it is an archive of several files (use `readExports`).
 */
export async function openExportFile(path: string, shownPath: string = basename(path)): Promise<OpenedFile> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile())
    throw new DeversoirError('input-not-found', `no file "${path}"`, { hint: 'check the path' });
  const opened = await openSource(shownPath, diskSource(path, stats.size), diskSiblings(path, shownPath));
  if (opened.kind === 'file') return opened.file;
  throw new DeversoirError('input-unreadable', `"${shownPath}" is an archive`, {
    hint: 'read it with readExports, member by member',
  });
}

/** An export file over bytes in memory. */
export async function openBytes(
  bytes: Uint8Array,
  path: string,
  header: HeaderOptions = {},
): Promise<OpenedFile> {
  const opened = await openSource(path, memorySource(bytes), async () => undefined, header);
  if (opened.kind === 'file') return opened.file;
  throw new DeversoirError('input-unreadable', `"${path}" is an archive`, {
    hint: 'read it with readExports, member by member',
  });
}
