import type { CorpusTables } from '../../engine/corpus-tables.js';
import { oncePerCorpus } from '../memo.js';
import { observationOf } from '../funnel/observation-spans.js';
import { keyNumber, PRESS, PUBLIC_VOICE } from '../sql.js';
import type { ResolvedOptions } from '../options.js';

const DAY = 86_400_000;

/** Public messages that speak against a brand: complaints, and texts of negative tone; passing one on feeds the movement, passing on the brand's own post does not. */
export const CRITICAL = `${PUBLIC_VOICE} AND (list_contains(intents, 'complaint') OR sentiment = 'negative')`;

/** The brand a public message is about: the main one when named, else the first named, else the one the export is about, else the main one. */
export const BRAND = `CASE WHEN list_contains(brands, $main) THEN $main ELSE coalesce(list_extract(brands, 1), givenBrand, $main) END`;

const plain = (words: string): string => `strip_accents(lower(${words}))`;
/** Products named in a column of plain words. */
const namedIn = (column: string): string =>
  `list_filter(products, lambda one: contains(${column}, ${plain('one')}))`;
const TITLE_PRODUCTS = `CASE WHEN text IS NULL THEN products ELSE ${namedIn('heading')} END`;
/** The first sentence of an article, within its first line. */
const LEAD = `regexp_extract(text, '^\\s*(.{20,300}?[.!?…](?:\\s|$)|.{0,300})', 1)`;
/** Articles with the plain words of their title and first sentence, read once each: inside a lambda a pattern takes ten milliseconds. */
const ARTICLES = `(SELECT *, ${plain('title')} AS heading, ${plain('lead')} AS opening
    FROM (SELECT *, ${LEAD} AS lead FROM storedMessages WHERE ${PRESS} AND sentAt IS NOT NULL))`;

export interface CriticalMessage {
  readonly messageId: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly brand: string;
  readonly drivers: readonly string[];
  /** Those that it names; of what agrees with another text (“same here”) those of that. */
  readonly products: readonly string[];
  readonly places: readonly string[];
  /** The same for copies of one text. */
  readonly textKey: number | null;
  readonly reach: number | null;
  readonly authorKey: number | null;
}

type JoinedMessage = Omit<CriticalMessage, keyof typeof LISTS> &
  Readonly<Record<keyof typeof LISTS, string | null>>;

export interface ReportingArticle {
  readonly messageId: string;
  readonly at: number;
  readonly dayOnly: boolean;
  readonly brands: readonly string[];
  readonly drivers: readonly string[];
  /** Those of its title: a body names some in passing. */
  readonly products: readonly string[];
  /** Its first sentence. */
  readonly lead: string | null;
  /** Those of its first sentence. */
  readonly leadProducts: readonly string[];
  readonly source: string | null;
  readonly title: string | null;
  readonly sentiment: string | null;
}

/** An article that speaks well of the brand reports no crisis. */
export const isFriendly = ({ sentiment }: Pick<ReportingArticle, 'sentiment'>): boolean =>
  sentiment === 'positive';

export interface PublicMovement {
  readonly mainBrand: string;
  /** In order of time. */
  readonly messages: readonly CriticalMessage[];
  /** Critical messages without an instant: they can't be placed in time. */
  readonly undated: number;
  readonly articles: readonly ReportingArticle[];
  /** Articles that case linking found to report the movement of a message: messageId of an article → public messages. */
  readonly reported: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The messages of a movement that stand in none of some bursts. */
export function outside(
  { messages }: PublicMovement,
  bursts: readonly Pick<PublicMovement, 'messages'>[],
): readonly CriticalMessage[] {
  const burst = new Set(bursts.flatMap((one) => one.messages.map(({ messageId }) => messageId)));
  return messages.filter(({ messageId }) => !burst.has(messageId));
}

/** The main brand: the first of the options, else the one public messages are most often about; '' when none is named. */
export async function mainBrandOf(
  corpus: CorpusTables,
  { brands }: Pick<ResolvedOptions, 'brands'>,
): Promise<string> {
  if (brands[0] !== undefined) return brands[0];
  const row = (
    await corpus.query(`SELECT brand, count(*) AS n FROM (
      SELECT coalesce(givenBrand, list_extract(brands, 1)) AS brand FROM storedMessages WHERE stage <> 'private')
    WHERE brand IS NOT NULL GROUP BY brand ORDER BY n DESC, brand LIMIT 1`)
  ).object() as { brand?: string } | undefined;
  return row?.brand ?? '';
}

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** A list as one text: many texts cross from DuckDB faster than many lists. */
const joined = ([name, values]: readonly [string, string]): string =>
  `array_to_string(${values}, chr(10)) AS ${name}`;
const LISTS = {
  drivers: 'drivers',
  products: 'CASE WHEN refersTo IS NULL THEN products ELSE list_concat(products, contextProducts) END',
  places: 'places',
} as const;

/** Lists as `joined` writes them, one for all rows that have the same. */
function listReader(): (text: string | null) => readonly string[] {
  const known = new Map<string | null, readonly string[]>([
    [null, []],
    ['', []],
  ]);
  return (text) => {
    const found = known.get(text) ?? (text as string).split('\n');
    known.set(text, found);
    return found;
  };
}

/** Critical public messages and articles, as bursts, sheets and alerts see them; read once per corpus. */
export const readPublicMovement = (corpus: CorpusTables, options: ResolvedOptions): Promise<PublicMovement> =>
  oncePerCorpus(corpus, `public movement ${JSON.stringify(options.brands)}`, () =>
    readMovement(corpus, options),
  );

async function readMovement(corpus: CorpusTables, options: ResolvedOptions): Promise<PublicMovement> {
  const main = await mainBrandOf(corpus, options);
  // a stray date of another year would make of the whole quarter one burst
  const { byStage } = await observationOf(corpus),
    watched = ({ at }: Pick<CriticalMessage, 'at'>): boolean =>
      byStage.public.length === 0 ||
      byStage.public.some(({ first, last }) => at >= first * DAY && at < (last + 1) * DAY);
  const listOf = listReader();
  const messages = (
    await corpus.query(
      `SELECT messageId, CAST(epoch_ms(sentAt) AS DOUBLE) AS at, ${BRAND} AS brand, ${Object.entries(LISTS).map(joined).join(', ')}, CASE WHEN textKey IS NOT NULL THEN ${keyNumber('textKey')} END AS textKey,
      CAST(reach AS DOUBLE) AS reach, CASE WHEN authorKey IS NOT NULL THEN ${keyNumber('authorKey')} END AS authorKey
    FROM storedMessages WHERE ${CRITICAL} AND sentAt IS NOT NULL AND NOT dayOnly ORDER BY sentAt, messageId`,
      { main },
    )
  )
    .objects()
    .filter((row) => watched(row as JoinedMessage)) as JoinedMessage[];
  const left = (
    await corpus.query(
      `SELECT CAST(count(*) AS DOUBLE) AS n FROM storedMessages WHERE ${CRITICAL} AND (sentAt IS NULL OR dayOnly)`,
    )
  ).object() as { n: number };
  const articles = (
    await corpus.query(`SELECT messageId, CAST(epoch_ms(sentAt) AS DOUBLE) AS at, dayOnly, brands, drivers, ${TITLE_PRODUCTS} AS products, lead, ${namedIn('opening')} AS leadProducts, sourceName AS source, title, sentiment
    FROM ${ARTICLES} ORDER BY sentAt, messageId`)
  ).objects() as ReportingArticle[];
  const reported = new Map<string, Set<string>>();
  const links = (
    await corpus.query(`SELECT t.messageId AS article, m.messageId AS message FROM transitions t JOIN caseMessages c USING (caseId)
    JOIN main.storedMessages m ON m.messageId = c.messageId AND m.stage = 'public' WHERE t."to" = 'press' ORDER BY article, message`)
  ).objects() as { article: string; message: string }[];
  for (const { article, message } of links)
    reported.set(article, (reported.get(article) ?? new Set()).add(message));
  return {
    mainBrand: main,
    messages: messages.map((message) => ({
      ...message,
      drivers: listOf(message.drivers),
      products: listOf(message.products),
      places: listOf(message.places),
    })),
    undated: left.n,
    articles: articles.map((article) => ({
      ...article,
      brands: list(article.brands),
      drivers: list(article.drivers),
      products: list(article.products),
      leadProducts: list(article.leadProducts),
    })),
    reported,
  };
}
