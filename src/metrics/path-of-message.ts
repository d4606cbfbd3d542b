import type { Evidence } from '../model/index.js';
import { barsOfMessage } from './bars-of-message.js';
import { wholeId, type FollowedCorpus } from './whole-id.js';

/** A bar of the report, and how many messages or cases it holds. */
export interface CountedIn {
  readonly metric: string;
  readonly bar: string;
  readonly count: number;
  readonly unit: 'messages' | 'cases';
}

export interface FollowedMessage {
  readonly messageId: string;
  readonly file: string;
  readonly row: number;
  readonly format: string;
  readonly sentAt: string | null;
  readonly sentAtText: string | null;
  readonly sentAtZone: string;
  readonly stage: string;
  readonly channel: string;
  readonly direction: string;
  readonly kind: string;
  readonly authorKey: string | null;
  readonly text: string | null;
  readonly url: string | null;
  readonly understood: Readonly<Record<string, unknown>>;
  /** Why: words of the text, strongest first, with what each adds for (+) or against (−) what was understood. */
  readonly cues: Readonly<Record<string, readonly string[]>>;
  /** How it was linked to its case, with weights in bits. */
  readonly linkProbability: number | null;
  readonly evidence: readonly Evidence[];
}

export interface FollowedCase {
  readonly caseId: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly transitions: readonly {
    readonly from: string;
    readonly to: string;
    readonly at: string;
    readonly delayHours: number;
    readonly messageId: string;
  }[];
}

/** The way of one message (or of all messages of one case) through the library. */
export interface FollowPath {
  readonly asked: string;
  readonly messages: readonly FollowedMessage[];
  readonly duplicates: readonly { readonly file: string; readonly row: number }[];
  readonly case: FollowedCase | null;
  readonly countedIn: readonly CountedIn[];
}

type Row = Readonly<Record<string, unknown>>;

const UNDERSTOOD = [
  'languageCode',
  'register',
  'sentiment',
  'polarity',
  'emotion',
  'drivers',
  'driverSentiments',
  'driverEvidence',
  'refersTo',
  'intents',
  'complaintProbability',
  'urgency',
  'escalations',
  'escalationEvidence',
  'harms',
  'contributions',
  'brands',
  'products',
  'contextProducts',
  'places',
] as const;

const iso = (value: unknown): string | null => (value instanceof Date ? value.toISOString() : null);

function toMessage(row: Row, showPrivate: boolean): FollowedMessage {
  const hidden = row['stage'] === 'private' && !showPrivate;
  return {
    ...(row as unknown as FollowedMessage),
    sentAt: iso(row['sentAt']),
    text: hidden ? null : (row['text'] as string | null),
    understood: Object.fromEntries(
      UNDERSTOOD.map((name) => [name, row[name]]).filter(
        ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
      ),
    ),
    cues: {},
    linkProbability: (row['linkProbability'] as number | null) ?? null,
    evidence: (row['evidence'] as Evidence[] | null) ?? [],
  };
}

/**
 * The path of a message, or of a case, from the export file and row to the bars it is counted in. An id may be cut to a beginning that no other
 * has, such as the marks of the report. Texts of private messages are hidden unless asked for. Throws `option-invalid` for an id
 * that is not in the corpus or begins several.
 */
export async function pathOf(
  corpus: FollowedCorpus,
  asked: string,
  options: {
    readonly showPrivate?: boolean;
    /** See `wholeId`. */
    readonly keyed?: string | undefined;
    /** Adds to a message asked for by its own id what its words say. */
    readonly tell?: (message: FollowedMessage) => Promise<FollowedMessage>;
  } = {},
): Promise<FollowPath> {
  const { tell, keyed } = options;
  const id = await wholeId(corpus, asked, keyed);
  const rows = async (sql: string): Promise<Row[]> => (await corpus.query(sql, { id })).objects() as Row[];
  const showPrivate = options.showPrivate === true;
  const fields = `m.messageId, m.file, m."row", m.format, m.sentAt, m.sentAtText, m.sentAtZone, m.stage, m.channel, m.direction, m.kind, m.authorKey,
    m.text, m.url, ${UNDERSTOOD.map((name) => `m.${name}`).join(', ')}, c.linkProbability, c.evidence, c.caseId`;
  const from = 'FROM messages m LEFT JOIN caseMessages c USING (messageId)';
  const isCase = id.startsWith('case:');
  const found = await rows(
    `SELECT ${fields} ${from} WHERE ${isCase ? 'c.caseId = $id' : 'm.messageId = $id'} ORDER BY m.sentAt, m.messageId`,
  );
  const caseId = found.find((row) => row['caseId'] !== null)?.['caseId'] as string | undefined;
  const duplicates = await rows(
    'SELECT file, "row" FROM duplicates WHERE duplicateOf = $id ORDER BY file, "row"',
  );
  const messages = found.map((row) => toMessage(row, showPrivate));
  return {
    asked,
    messages: isCase || tell === undefined ? messages : await Promise.all(messages.map(tell)),
    duplicates: duplicates as unknown as FollowPath['duplicates'],
    case: caseId === undefined ? null : await followCase(corpus, caseId),
    countedIn: await countedIn(corpus, found, caseId),
  };
}

async function followCase(corpus: FollowedCorpus, caseId: string): Promise<FollowedCase> {
  const [row = {}] = (
    await corpus.query('SELECT * FROM cases WHERE caseId = $caseId', { caseId })
  ).objects() as Row[];
  const transitions = (
    await corpus.query(
      'SELECT "from", "to", "at", delayHours, messageId FROM transitions WHERE caseId = $caseId ORDER BY "at"',
      { caseId },
    )
  ).objects() as Row[];
  return {
    caseId,
    facts: Object.fromEntries(
      Object.entries(row)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
    ),
    transitions: transitions.map((step) => ({
      ...(step as unknown as FollowedCase['transitions'][number]),
      at: iso(step['at']) ?? '',
    })),
  };
}

/** The bars of the report that a message, or the case, is counted in, each with its whole count. */
async function countedIn(
  corpus: FollowedCorpus,
  found: readonly Row[],
  caseId: string | undefined,
): Promise<CountedIn[]> {
  const [only] = found;
  const bars: CountedIn[] =
    found.length === 1 && only !== undefined
      ? (await barsOfMessage(corpus, String(only['messageId']))).map(({ metric, bar, count }) => ({
          metric,
          bar: Object.values(bar).join(', '),
          count,
          unit: 'messages',
        }))
      : [];
  return caseId === undefined ? bars : [...bars, ...(await barsOfCase(corpus, caseId))];
}

/** The line of the funnel a case is counted in and, for one opened in private, the dots of the spill rate. */
async function barsOfCase(corpus: FollowedCorpus, caseId: string): Promise<CountedIn[]> {
  const like = (columns: readonly string[]): string =>
    `(SELECT CAST(count(*) AS DOUBLE) FROM cases o WHERE ${columns.map((name) => `o.${name} IS NOT DISTINCT FROM c.${name}`).join(' AND ')})`;
  const [row = {}] = (
    await corpus.query(
      `SELECT firstStage, furthestStage, driver, firstChannel, ${like(['firstStage', 'furthestStage'])} AS path, ${like(['firstStage', 'driver'])} AS sameDriver,
    ${like(['firstStage', 'firstChannel'])} AS sameChannel FROM cases c WHERE caseId = $caseId`,
      { caseId },
    )
  ).objects() as Row[];
  const bar = (metric: string, name: string, count: unknown): CountedIn => ({
    metric,
    bar: name,
    count: Number(count),
    unit: 'cases',
  });
  return [
    bar('funnelCounts', `${String(row['firstStage'])} → ${String(row['furthestStage'])}`, row['path']),
    ...(row['firstStage'] !== 'private'
      ? []
      : [
          ...(row['driver'] === null
            ? []
            : [bar('spillRate', `driver ${String(row['driver'])}`, row['sameDriver'])]),
          bar('spillRate', `channel ${String(row['firstChannel'])}`, row['sameChannel']),
        ]),
  ];
}
