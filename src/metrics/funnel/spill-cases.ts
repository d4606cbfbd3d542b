import type { CorpusTables } from '../../engine/corpus-tables.js';
import { CASE_KEY, KEYS, MESSAGE_KEYS, type Key } from '../../engine/said-in-cases.js';
import { humanMessage } from '../../engine/human-messages.js';
import { LEAST_LINKABILITY, linkabilityOf, type Agreement } from '../../stats/quantification/linkability.js';
import type { KeyedCase } from '../../stats/quantification/unseen-events.js';
import { isAllOfItsBrands, onceForAllParts, oncePerCorpus } from '../memo.js';
import { PUBLIC_CUSTOMER } from '../sql.js';
import type { Bilingual } from '../make-metric.js';
import { OPENED_IN_PRIVATE, whyNoPrivateCase } from './funnel-cases.js';
import type { Observation } from '../../engine/observation.js';
import { accountBits, maskWith } from './shown-keys.js';
import { observationOf, watchedUntil } from './observation-spans.js';
import { PRIVATE_DRIVER } from './private-driver.js';

const HOUR = 3_600_000;
const CONTENT: ReadonlySet<Key> = new Set(['order', 'email', 'phone']);
/** Links surer than this tell how often two sides of one person agree. */
const SURE = 0.9;
/** Platforms whose accounts are told apart; a bit each. */
const MOST_PLATFORMS = 20;

/** A case opened in private while public sources watch. */
export interface SpillCase extends KeyedCase {
  readonly caseId: string;
  /** What its private messages are about. */
  readonly driver: string | null;
  readonly channel: string;
  /** Epoch ms. */
  readonly openedAt: number;
  /** Linked to a public message by the stitching. */
  readonly spilled: boolean;
  /** Its most probable link. */
  readonly best: number;
  /** Probability that its event was found and is read as a public complaint. */
  readonly readProbability: number;
  /** Hours to the resolution; Infinity without one. */
  readonly resolvedAfter: number;
  /** How likely it is a complaint, by labels; absent: it is taken for one. */
  readonly weight?: number;
}

export interface Spills {
  readonly cases: readonly SpillCase[];
  /** Cases opened when no public source watched. */
  readonly outside: readonly Pick<SpillCase, 'caseId' | 'driver' | 'channel'>[];
  /** Keys that each author of a public complaint shows. */
  readonly posts: readonly number[];
  readonly agreements: readonly Agreement[];
  /** Platforms whose accounts write on both sides. */
  readonly accounts: readonly string[];
  /** Linked cases that show both kinds of keys, by the kind that found them. */
  readonly twoKeys: { readonly content: number; readonly author: number; readonly both: number };
  readonly observation: Observation;
}

/**
 * Links that would make a spill: from private to a later public complaint, or the one that was used. A spilled case without a
 * weighed link is as sure as its own `linkProbability`.
 */
const casesOf = (accounts: readonly string[], population: string): string => `WITH said AS (
    SELECT caseKey, bool_or(complains) FILTER (WHERE stage = 'public' AND own) AS complains,
      bool_or(stage = 'public' AND human AND len(drivers) > 0) AS namedInPublic,
      bit_or(keys | ${accountBits(accounts)}) FILTER (WHERE stage = 'private') AS keys
    FROM main.caseSaid WHERE direction = 'inbound' GROUP BY caseKey),
  atRisk AS (SELECT cases.*, ${CASE_KEY} AS caseKey, coalesce(complains, true) AS complains, coalesce(namedInPublic, false) AS namedInPublic, coalesce(keys, 0) AS keys
    FROM cases LEFT JOIN said ON caseKey = ${CASE_KEY} WHERE ${population}),
  weighed AS (
    SELECT atRisk.caseId, links.toMessageId, max(links.linkProbability) AS p, any_value(messages.sentAt) AS sentAt,
      max(CASE WHEN links.used AND NOT atRisk.complains THEN 0 ELSE links.linkProbability END) AS readP
    FROM atRisk JOIN links ON links.caseId = atRisk.caseId JOIN main.storedMessages AS messages ON messages.messageId = links.toMessageId
    WHERE links.fromStage = 'private' AND links.toStage = 'public' AND (
      (links.used AND atRisk.spilledAt IS NOT NULL)
      OR (NOT links.used AND messages.direction = 'inbound' AND list_contains(messages.intents, 'complaint') AND messages.sentAt > atRisk.openedAt))
    GROUP BY 1, 2),
  chance AS (SELECT caseId, 1 - product(1 - least(greatest(p, 0), 1) ORDER BY toMessageId) AS probability, max(p) AS best,
      1 - product(1 - least(greatest(readP, 0), 1) ORDER BY toMessageId) AS readProbability,
      first(sentAt ORDER BY p DESC, sentAt, toMessageId) AS at FROM weighed GROUP BY caseId),
  ${PRIVATE_DRIVER}
SELECT caseId, CASE WHEN namedInPublic THEN privateDriver.driver ELSE atRisk.driver END AS driver, firstChannel AS channel, spilledAt IS NOT NULL AS spilled, CAST(epoch_ms(openedAt) AS DOUBLE) AS opened,
  CAST(epoch_ms(coalesce(spilledAt, chance.at)) AS DOUBLE) AS "at", CAST(epoch_ms(resolvedAt) AS DOUBLE) AS resolved, CAST(epoch_ms(observedUntil) AS DOUBLE) AS until,
  coalesce(chance.probability, CASE WHEN spilledAt IS NULL THEN 0 ELSE atRisk.linkProbability END) AS probability,
  coalesce(chance.readProbability, CASE WHEN spilledAt IS NULL OR NOT complains THEN 0 ELSE atRisk.linkProbability END) AS readProbability,
  coalesce(chance.best, CASE WHEN spilledAt IS NULL THEN 0 ELSE atRisk.linkProbability END) AS best, keys
FROM atRisk LEFT JOIN chance USING (caseId) LEFT JOIN privateDriver USING (caseKey) ORDER BY openedAt, caseId`;

const POSTS = `SELECT keys, platforms, CAST(count(*) AS DOUBLE) AS n FROM (
    SELECT bit_or(${MESSAGE_KEYS}) AS keys, list_sort(list(DISTINCT platform) FILTER (WHERE authorKey IS NOT NULL)) AS platforms
    FROM main.storedMessages WHERE ${PUBLIC_CUSTOMER} AND list_contains(intents, 'complaint') GROUP BY coalesce(authorKey, messageId))
  GROUP BY ALL ORDER BY ALL`;

/** Platforms on which some account writes on both sides: there an account is a key. */
const ACCOUNTS = `SELECT platform, CAST(count(*) AS DOUBLE) AS n FROM (
    SELECT platform, authorKey FROM main.storedMessages WHERE authorKey IS NOT NULL AND direction = 'inbound' AND ${humanMessage()} AND stage <> 'press'
    GROUP BY ALL HAVING count(DISTINCT stage) = 2) GROUP BY platform ORDER BY n DESC, platform LIMIT ${MOST_PLATFORMS}`;

const sign = (key: Key, positive: boolean): string =>
  `len(list_filter(evidence, e -> e.field = '${key}' AND e.bits ${positive ? '>' : '<'} 0)) > 0`;
const EVIDENCE = `SELECT ${KEYS.map((key) => `${sign(key, true)} AS ${key}Same, ${sign(key, false)} AS ${key}Other`).join(', ')},
    CAST(count(*) AS DOUBLE) AS n
  FROM main.links WHERE fromStage = 'private' AND toStage = 'public' AND linkProbability > ${SURE} GROUP BY ALL ORDER BY ALL`;

interface CaseRow {
  readonly caseId: string;
  readonly driver: string | null;
  readonly channel: string;
  readonly spilled: boolean;
  readonly opened: number;
  readonly at: number | null;
  readonly resolved: number | null;
  readonly until: number;
  readonly probability: number;
  readonly readProbability: number;
  readonly best: number;
  readonly keys: number;
}
type EvidenceRow = Readonly<Record<`${Key}Same` | `${Key}Other`, boolean>> & { readonly n: number };

/** A key of the other kind agrees: the pair is one without asking this key. */
const knownOtherwise = (row: EvidenceRow, key: Key): boolean =>
  KEYS.some((other) => other !== key && row[`${other}Same`] && (CONTENT.has(other) || CONTENT.has(key)));

function agreementsOf(rows: readonly EvidenceRow[]): Agreement[] {
  return KEYS.map((key, at) => {
    const known = rows.filter((row) => knownOtherwise(row, key));
    const sum = (part: readonly EvidenceRow[]): number => part.reduce((total, { n }) => total + n, 0);
    const agree = sum(known.filter((row) => row[`${key}Same`]));
    return { bit: 1 << at, agree, of: agree + sum(known.filter((row) => row[`${key}Other`])) };
  });
}

function twoKeysOf(rows: readonly EvidenceRow[]): Spills['twoKeys'] {
  const says = (row: EvidenceRow, content: boolean, same: boolean): boolean =>
    KEYS.some((key) => CONTENT.has(key) === content && row[`${key}${same ? 'Same' : 'Other'}`]);
  const counts = { content: 0, author: 0, both: 0 };
  for (const row of rows) {
    const byContent = says(row, true, true),
      byAuthor = says(row, false, true);
    if (byContent) counts.content += row.n;
    if (byAuthor) counts.author += row.n;
    if (byContent && byAuthor) counts.both += row.n;
  }
  return counts;
}

async function readSpills(corpus: CorpusTables): Promise<Spills> {
  const ofAll = <Row>(sql: string): Promise<readonly Row[]> =>
    onceForAllParts(corpus, sql, async (whole) => (await whole.query(sql)).objects() as Row[]);
  const observation = await observationOf(corpus);
  const accounts = (await ofAll<{ platform: string }>(ACCOUNTS)).map(({ platform }) => platform);
  const posts = await ofAll<{ keys: number; platforms: string[]; n: number }>(POSTS);
  const evidence = await ofAll<EvidenceRow>(EVIDENCE);
  return {
    ...(await readCases(corpus, { accounts, observation }, OPENED_IN_PRIVATE)),
    posts: posts.flatMap(({ keys, platforms, n }) => {
      const mask = maskWith(accounts, keys, platforms);
      return Array.from({ length: n }, () => mask);
    }),
    agreements: agreementsOf(evidence),
    accounts,
    twoKeys: twoKeysOf(evidence),
    observation,
  };
}

/** Those of a population of cases that open while public sources watch, and the others. */
export async function readCases(
  corpus: CorpusTables,
  { accounts, observation }: Pick<Spills, 'accounts' | 'observation'>,
  population: string,
): Promise<Pick<Spills, 'cases' | 'outside'>> {
  const rows = (await corpus.query(casesOf(accounts, population))).objects() as CaseRow[];
  const cases: SpillCase[] = [],
    outside: Spills['outside'][number][] = [];
  for (const row of rows) {
    const watched = watchedUntil(observation.byStage.public, observation.observedUntil.public, row.opened);
    if (watched === null) {
      outside.push({ caseId: row.caseId, driver: row.driver, channel: row.channel });
      continue;
    }
    const until = Math.max(row.opened, watched),
      seen = row.at !== null && row.at <= Math.max(watched, row.until);
    cases.push({
      caseId: row.caseId,
      driver: row.driver,
      channel: row.channel,
      openedAt: row.opened,
      spilled: row.spilled,
      best: row.best,
      keys: row.keys,
      probability: seen ? row.probability : 0,
      readProbability: seen ? row.readProbability : 0,
      lag: row.at === null ? Infinity : (row.at - row.opened) / HOUR,
      followed: (until - row.opened) / HOUR,
      resolvedAfter: row.resolved === null ? Infinity : (row.resolved - row.opened) / HOUR,
      stratum: `${row.channel}|${row.driver ?? ''}`,
    });
  }
  return { cases, outside };
}

/** A part keeps cases whole, with their messages and links: what is known of its cases is what all of the brand says of them. */
async function spillsOfPart(corpus: CorpusTables): Promise<Spills> {
  const whole = await spillsOf(corpus.ofItsBrands());
  const table = await corpus.query(`SELECT caseId FROM cases WHERE ${OPENED_IN_PRIVATE}`),
    own = new Set(table.array('caseId') as Iterable<string>);
  return {
    ...whole,
    cases: whole.cases.filter(({ caseId }) => own.has(caseId)),
    outside: whole.outside.filter(({ caseId }) => own.has(caseId)),
  };
}

/** Reads once per corpus what spill rate, times and effects stand on. */
export const spillsOf = (corpus: CorpusTables): Promise<Spills> =>
  oncePerCorpus(corpus, 'spills', () =>
    isAllOfItsBrands(corpus) ? readSpills(corpus) : spillsOfPart(corpus),
  );

/** P(found) by the keys they show, of the cases that show enough of them. */
export function linkableOf(cases: readonly SpillCase[], { posts, agreements }: Spills): number[] {
  const of = linkabilityOf(posts, agreements);
  return cases.map(({ keys }) => of(keys)).filter((chance) => chance >= LEAST_LINKABILITY);
}

/** Why no case opened in private can be followed into public, if so. */
function whyNoSpill({ cases, outside, observation }: Spills): Bilingual | undefined {
  if (observation.byStage.public.length === 0)
    return {
      fr: 'aucun export public daté : on ne peut pas voir ce qui déborde',
      en: 'no dated public export: what spills cannot be seen',
    };
  if (cases.length === 0 && outside.length > 0)
    return {
      fr: `aucune des ${outside.length} plaintes privées ne s’ouvre sur la période des exports publics`,
      en: `none of the ${outside.length} private complaints opens over the days of the public exports`,
    };
  return undefined;
}

/** Why nothing can be said of spills, if so: no case, none that public sources watch, or no public source. */
export async function whyNotMeasured(corpus: CorpusTables, spills: Spills): Promise<Bilingual | undefined> {
  const why = whyNoSpill(spills);
  if (spills.cases.length > 0) return why;
  return spills.outside.length === 0 || why === undefined ? whyNoPrivateCase(corpus) : why;
}
