import { caseTables } from './said-in-cases.js';
import type { Manifest, TopicFacts } from '../model/index.js';
import { DeversoirError } from '../util/errors.js';
import { checkedFilter, conditionsOf, type Conditions, type CorpusFilter } from './corpus-filter.js';
import type { CorpusTables, GroupValues, TextNamer } from './corpus-tables.js';
import { rowsOf, type Database } from './database.js';
import { caseFactsSql, dimensionOf, type DimensionName } from './dimensions.js';
import { groupsSql, isPeriod } from './groups-sql.js';
import { PartSchemas } from './part-views.js';
import { oncePerText } from './once-per-text.js';
import type { OnProgress } from '../util/progress.js';

/** What a corpus is given besides its tables. */
export interface CorpusServices
  extends
    Pick<CorpusTables, 'maskTexts' | 'drawer'>,
    Partial<Pick<CorpusTables, 'confusions' | 'complaintSamples' | 'toneSets'>> {
  readonly manifest: Manifest;
  /** Fills `main.messageTopics`. */
  readonly discoverTopics?: (database: Database, onProgress?: OnProgress) => Promise<readonly TopicFacts[]>;
  /** Reads how the whole corpus writes, to name some of its texts. */
  readonly readNames?: (database: Database) => Promise<TextNamer>;
}

/** Values named in an error. */
const CHOICES = 20;

/** The zone of a corpus: that of its build, else of its configuration, else Paris. */
function zoneOf({ options }: Manifest): string {
  const config = options['config'] as { readonly zone?: string } | undefined;
  return typeof options['zone'] === 'string' ? options['zone'] : (config?.zone ?? 'Europe/Paris');
}

/** What all parts of one corpus share. */
class Whole {
  #facts: Promise<void> | undefined;
  #columns: Promise<ReadonlySet<string>> | undefined;
  #topics: Promise<readonly TopicFacts[]> | undefined;
  #namer: Promise<TextNamer> | undefined;
  readonly #values = new Map<DimensionName, Promise<readonly string[]>>();
  readonly schemas = new PartSchemas();
  readonly maskTexts = oncePerText((texts) => this.services.maskTexts(texts));
  readonly open = new Set<Database>();
  readonly ofBrands = new Map<string, CorpusTables>();
  readonly root: Part;
  readonly makeTables = caseTables((sql) => this.database.run(sql));

  constructor(
    readonly database: Database,
    readonly services: CorpusServices,
  ) {
    this.root = {
      schema: 'main',
      zone: zoneOf(services.manifest),
      filters: [],
      ready: () => Promise.resolve(database),
      close: () => {
        for (const part of this.open) part.close();
        this.open.clear();
        database.close();
      },
    };
  }

  columns(): Promise<ReadonlySet<string>> {
    this.#columns ??= this.database
      .columns(
        `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'main' AND table_name = 'messages'`,
      )
      .then(({ name = [] }) => new Set(name.map(String)));
    return this.#columns;
  }

  topics(onProgress?: OnProgress): Promise<readonly TopicFacts[]> {
    this.#topics ??= this.#discover(onProgress);
    return this.#topics;
  }

  namer(): Promise<TextNamer> {
    this.#namer ??= this.services.readNames?.(this.database) ?? Promise.resolve(() => null);
    return this.#namer;
  }

  async #discover(onProgress?: OnProgress): Promise<readonly TopicFacts[]> {
    const found = (await this.services.discoverTopics?.(this.database, onProgress)) ?? [];
    // Views made before may lack columns.
    this.schemas.clear();
    // Cases hold the subjects of their messages; parts that are open read both by name: replaced, never absent.
    const known = this.#facts;
    this.#facts = undefined;
    if (known !== undefined) await known.then(() => this.facts());
    return found;
  }

  /** Makes `main.caseFacts` once. */
  facts(): Promise<void> {
    this.#facts ??= this.columns().then((columns) =>
      this.database.run(
        `CREATE OR REPLACE TABLE main.caseFacts AS ${caseFactsSql((name) => columns.has(name))}`,
      ),
    );
    return this.#facts;
  }

  /** Throws when a column that a dimension needs is not there. */
  async check(dimension: DimensionName): Promise<void> {
    if (dimension === 'topic') await this.topics();
    const columns = await this.columns();
    const missing = dimensionOf(dimension).needs?.find((name) => !columns.has(name));
    if (missing !== undefined)
      throw new DeversoirError('option-invalid', `this corpus knows no ${dimension}`, {
        hint: `its messages have no column "${missing}"; build it again from exports that have it`,
      });
  }

  values(dimension: DimensionName): Promise<readonly string[]> {
    const { message, case: ofCase, values = [] } = dimensionOf(dimension);
    const known =
      this.#values.get(dimension) ??
      this.database
        .columns(
          `SELECT value FROM (SELECT unnest(${message}) AS value FROM main.messages UNION ALL
            SELECT unnest(${ofCase}) FROM main.cases LEFT JOIN main.caseFacts USING (caseId))
          GROUP BY value ORDER BY count(*) DESC, value`,
        )
        .then(({ value = [] }) => [...new Set([...value.map(String), ...values])]);
    this.#values.set(dimension, known);
    return known;
  }
}

/** Throws `option-invalid` with the choices when a value is nowhere in the whole corpus. */
async function checkValues(whole: Whole, asked: Conditions['asked']): Promise<void> {
  for (const { dimension, values } of asked) {
    await whole.check(dimension);
    const known = await whole.values(dimension);
    const unknown = values.find((value) => !known.includes(value));
    if (unknown === undefined) continue;
    const more = known.length - CHOICES;
    throw new DeversoirError('option-invalid', `no ${dimension} "${unknown}" in this corpus`, {
      hint:
        known.length === 0
          ? `no message says its ${dimension}`
          : dimension === 'author'
            ? 'expected a pseudonym, as the column authorKey of messages holds it'
            : `expected ${known.slice(0, CHOICES).join(', ')}${more > 0 ? ` or one of ${more} others` : ''}`,
    });
  }
}

interface Part {
  readonly schema: string;
  readonly zone: string;
  readonly filters: readonly CorpusFilter[];
  readonly ready: () => Promise<Database>;
  readonly close: () => void;
}

/** A part without some keys of its filters. */
const widened = (whole: Whole, { zone, filters }: Part, keeps: (key: string) => boolean): Part =>
  filters.reduce(
    (parent, filter) =>
      partOf(whole, parent, Object.fromEntries(Object.entries(filter).filter(([key]) => keeps(key)))),
    partOf(whole, whole.root, { zone }),
  );

/** One for each set of brands, so that what is measured of it once serves all parts. */
function brandsOf(whole: Whole, part: Part): CorpusTables {
  const key = JSON.stringify([
    part.zone,
    part.filters.flatMap(({ brand }) => (brand === undefined ? [] : [brand])),
  ]);
  const known =
    whole.ofBrands.get(key) ??
    tablesOf(
      whole,
      widened(whole, part, (name) => name === 'brand'),
    );
  whole.ofBrands.set(key, known);
  return known;
}

function tablesOf(whole: Whole, part: Part): CorpusTables {
  const { zone, filters, ready, close } = part;
  const select: Database['select'] = async (sql, parameters) =>
    (await whole.makeTables(sql).then(ready)).select(sql, parameters);
  return {
    manifest: whole.services.manifest,
    zone,
    filters,
    maskTexts: whole.maskTexts,
    drawer: whole.services.drawer,
    close,
    confusions: async () => (await whole.services.confusions?.()) ?? [],
    complaintSamples: async () => (await whole.services.complaintSamples?.()) ?? [],
    toneSets: async () => (await whole.services.toneSets?.()) ?? [],
    topics: (onProgress) => whole.topics(onProgress),
    nameOf: async (texts, options) => (await whole.namer())(texts, options),
    query: async (sql, parameters) => (await import('arquero')).table(await select(sql, parameters)),
    rows: async (sql, parameters) => rowsOf(await select(sql, parameters)),
    where: (filter) => tablesOf(whole, partOf(whole, part, checkedFilter(filter))),
    atAllTimes: () =>
      tablesOf(
        whole,
        widened(whole, part, (key) => !['from', 'to', 'period'].includes(key)),
      ),
    ofItsBrands: () => brandsOf(whole, part),
    groups: async (by, of) => {
      for (const name of by) if (!isPeriod(name)) await whole.check(name);
      await whole.facts();
      return rowsOf(await (await ready()).columns(groupsSql(by, of, zone))) as GroupValues[];
    },
  };
}

function partOf(whole: Whole, parent: Part, filter: CorpusFilter): Part {
  const zone = filter.zone ?? parent.zone;
  const conditions = conditionsOf(filter, zone);
  const schema = whole.schemas.of(parent.schema, conditions);
  let opened: Promise<Database> | undefined;
  const start = async (): Promise<Database> => {
    await parent.ready();
    if (filter.topic !== undefined) await whole.topics();
    if (conditions.asked.length > 0) await whole.facts();
    await checkValues(whole, conditions.asked);
    await schema.make(whole.database);
    const database = await whole.database.connect();
    whole.open.add(database);
    await database.run(`SET search_path = '${schema.name},main'`);
    return database;
  };
  return {
    schema: schema.name,
    zone,
    filters: [...parent.filters, filter],
    ready: () => (opened ??= start()),
    close: () => {
      void opened?.then((database) => {
        whole.open.delete(database);
        database.close();
      });
    },
  };
}

/** The tables of a corpus whose views are in the schema `main` of a database. */
export function openTables(database: Database, services: CorpusServices): CorpusTables {
  const whole = new Whole(database, services);
  return tablesOf(whole, whole.root);
}
