import type { ReadRows } from '../engine/incoming.js';
import type { FileDoubt } from '../engine/file-doubts.js';
import { openShardFolder, type ShardFolder, type ShardWriter } from '../engine/shard-writer.js';
import type { LinearHead } from '../enrich/heads/head.js';
import { enrichOptions, openMessageEnricher, type MessageEnricher } from '../enrich/message-enricher.js';
import { createPersons } from '../enrich/names/label-persons.js';
import type { ReadEvent } from '../ingest/batcher.js';
import { readSurveyed } from '../ingest/reader.js';
import type { ReadOptions } from '../ingest/source.js';
import { headerOptions } from '../ingest/table/column-map.js';
import { openFound, type Walked } from '../ingest/walk.js';
import type { CorpusConfig } from '../model/config.js';
import { doubtColumns, rejectColumns, type Columns, type Doubt } from '../model/index.js';
import { createPublicNames } from '../normalise/handles.js';
import { siteOf } from '../normalise/message-id.js';
import { createNormaliser, type Normaliser } from '../normalise/normalise.js';
import { createPseudonymiser, type Pseudonymiser } from '../normalise/pseudonym.js';
import { createTeller, type Teller } from '../normalise/tell.js';
import type { PlannedFile, PlannedShard } from './plan-shards.js';
import { shopPlaces } from './shop-places.js';

/** What reading a shard must know besides its plan; plain data. */
export interface ShardOptions {
  /** Where shards are written. */
  readonly folder: string;
  /** See `pseudonymKey`. */
  readonly key: string;
  readonly publicNames: readonly string[];
  readonly keepUrls: boolean;
  readonly config: CorpusConfig;
  readonly read: ReadOptions;
  readonly heads?: readonly LinearHead[];
  readonly sentimentModel?: string | undefined;
}

/** What was read of a file, or of a part of it. */
export interface FileRead {
  readonly index: number;
  readonly format: string | null;
  readonly read: number;
  readonly rejected: number;
  /** Records of the file of which a message or a reject came. */
  readonly items: number;
  /** Doubts about its rows, also those that are not listed. */
  readonly doubts: number;
  readonly notes: readonly string[];
  /** Keyed hashes of the sites in which its ids hold; two stand for many. */
  readonly sites: readonly string[];
}

export interface ShardRead extends ReadRows {
  readonly files: readonly FileRead[];
  /** Doubts about a file that is read in parts: each part tells them. */
  readonly fileDoubts: readonly FileDoubt[];
  /** A part of a file can't be read alone: nothing was written. */
  readonly broken?: true;
}

/** Rows that were read just now. */
export interface RowsRead {
  readonly shard: number;
  readonly path: string;
  readonly rows: number;
  /** Part of the file, or of its part, that is read so far, 0 to 1, where it streams. */
  readonly share?: number;
}
export type OnRows = (read: RowsRead) => void;

/** Reads shards one after the other: read → normalise → enrich → Parquet. */
export interface ShardReader {
  read(shard: PlannedShard, onRows?: OnRows): Promise<ShardRead>;
  close(): Promise<void>;
}

/** Rows as columns. */
function toColumns<T extends Columns>(columns: T, rows: readonly object[]): never {
  return Object.fromEntries(
    Object.keys(columns).map((name) => [
      name,
      rows.map((row) => (row as Record<string, unknown>)[name] ?? null),
    ]),
  ) as never;
}

/** Whether messages come in the order of a corpus: by `row`, `messageId` and `sentAt`. */
class OrderCheck {
  private row = -1;
  private id = '';
  holds = true;

  start(): void {
    this.row = -1;
  }

  add(rows: readonly number[], ids: readonly string[]): void {
    rows.forEach((row, at) => {
      const id = ids[at] ?? '';
      if (row < this.row || (row === this.row && (id <= this.id || /[\ud800-\udfff]/.test(id))))
        this.holds = false;
      this.row = row;
      this.id = id;
    });
  }
}

class Reading implements ShardReader {
  private readonly normalise: Normaliser;
  private readonly tell: Teller;
  private readonly hash: Pseudonymiser;

  constructor(
    private readonly options: ShardOptions,
    private readonly enricher: MessageEnricher,
    private readonly folder: ShardFolder,
  ) {
    const { key, config, publicNames, keepUrls } = options;
    const persons = createPersons(createPublicNames(publicNames));
    const brandAccounts = [config.brandAccounts ?? [], config.brand ?? []].flat();
    const named = [config.brand ?? [], config.competitors ?? [], Object.keys(config.aliases ?? {})].flat();
    const brands = Object.fromEntries(named.map((name) => [name, config.aliases?.[name] ?? []]));
    const places = shopPlaces(config.brand);
    this.normalise = createNormaliser({ key, publicNames, keepUrls, persons, brandAccounts, brands, places });
    this.hash = createPseudonymiser(key);
    this.tell = createTeller(this.hash, persons);
  }

  async close(): Promise<void> {
    await this.enricher.close();
  }

  async read({ shard, places }: PlannedShard, onRows: OnRows = () => {}): Promise<ShardRead> {
    const writer = this.folder.start(shard);
    const order = new OrderCheck();
    const files: FileRead[] = [];
    const fileDoubts: FileDoubt[] = [];
    for (const { found, files: wanted } of places) {
      let at = 0,
        left = wanted.length;
      for await (const walked of openFound(found, headerOptions(this.options.read))) {
        const ordinal = at++;
        const file = wanted.find((one) => one.ordinal === ordinal);
        if (file === undefined) continue;
        order.start();
        try {
          files.push(
            await this.file(walked, file, writer, order, fileDoubts, (read) => onRows({ ...read, shard })),
          );
        } catch (error) {
          if (file.part === undefined) throw error;
          writer.abandon();
          const none = { messages: 0, rejects: 0, doubts: 0 };
          return {
            shard,
            files: [],
            fileDoubts: [],
            order: [],
            rows: none,
            pieces: { messages: [], rejects: [], doubts: [] },
            broken: true,
          };
        }
        if (--left === 0) break;
      }
    }
    const read = files.map(({ index }) => index);
    return { shard, files, fileDoubts, order: read, ...(await writer.close(order.holds ? undefined : read)) };
  }

  private async file(
    walked: Walked,
    { index, name, surveyed, part }: PlannedFile,
    writer: ShardWriter,
    order: OrderCheck,
    fileDoubts: FileDoubt[],
    onRows: (read: Omit<RowsRead, 'shard'>) => void,
  ): Promise<FileRead> {
    if (part !== undefined && 'file' in walked) walked.file.part = part;
    const sites = new Set<string>();
    let told: FileRead = {
      index,
      format: null,
      read: 0,
      rejected: 0,
      items: 0,
      doubts: 0,
      notes: [],
      sites: [],
    };
    for await (const event of readSurveyed(walked, { ...surveyed, parts: [] }, this.options.read)) {
      if (event.type === 'fileEnd') {
        const { format, read, rejected, items, doubts, notes } = event;
        told = {
          index,
          format,
          read,
          rejected,
          items,
          doubts,
          notes: notes.map(this.tell.text),
          sites: [...sites],
        };
      } else if (event.type === 'batch') {
        await this.batch(event, index, writer, order, part === undefined ? undefined : fileDoubts);
        const { records, rejects, share } = event;
        for (const record of records) {
          if (sites.size > 1) break;
          const site = siteOf(record);
          if (site !== undefined) sites.add(this.hash('site', site));
        }
        onRows({ path: name, rows: records.length + rejects.length, ...(share !== undefined && { share }) });
      }
    }
    return told;
  }

  private async batch(
    event: Extract<ReadEvent, { type: 'batch' }>,
    index: number,
    writer: ShardWriter,
    order: OrderCheck,
    fileDoubts: FileDoubt[] | undefined,
  ): Promise<void> {
    const doubts: Doubt[] = [];
    for (const doubt of event.doubts.map(this.tell.row))
      if (fileDoubts && doubt.row === null) fileDoubts.push({ ...doubt, fileIndex: index });
      else doubts.push(doubt);
    writer.append('rejects', toColumns(rejectColumns, event.rejects.map(this.tell.row)), index);
    writer.append('doubts', toColumns(doubtColumns, doubts), index);
    if (event.records.length === 0) return;
    const { columns, repeatsAreDuplicates } = this.normalise(event.records, {
      file: event.path,
      format: event.format,
    });
    order.add(columns.row, columns.messageId);
    const enriched = await this.enricher.enrich(columns);
    writer.append('messages', { ...columns, ...enriched, repeats: [...repeatsAreDuplicates] }, index);
  }
}

/** Opens what reads shards on this thread: loads the models once. */
export async function openShardReader(options: ShardOptions): Promise<ShardReader> {
  return new Reading(
    options,
    await openMessageEnricher(
      { ...enrichOptions(options.config), ...(options.heads && { heads: options.heads }) },
      options.sentimentModel,
    ),
    openShardFolder(options.folder),
  );
}
