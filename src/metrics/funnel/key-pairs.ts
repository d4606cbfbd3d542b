import { KEYS, MESSAGE_KEYS } from '../../engine/said-in-cases.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import { sqlText } from '../../engine/database.js';
import { linkabilityOf } from '../../stats/quantification/linkability.js';
import { forwardExcess, type ForwardExcess } from '../../stats/quantification/forward-excess.js';
import { PUBLIC_CUSTOMER } from '../sql.js';
import { OPENED_IN_PRIVATE } from './funnel-cases.js';
import { maskWith } from './shown-keys.js';
import type { Spills } from './spill-cases.js';

/** Pairs further apart are no pairs, as in linking. */
const WINDOW_DAYS = 60;
/** Platforms whose accounts are told apart; a bit each. */
const MOST_FORMS = 25;
/** A value that more cases show is shared by chance. */
const MOST_BEARERS = 8;

const apart = `abs(epoch_ms(since."at") - epoch_ms(rare.openedAt)) <= ${WINDOW_DAYS * 86_400_000}`;
const KEPT = `SELECT caseId, openedAt FROM cases WHERE ${OPENED_IN_PRIVATE}`;
const of = (kind: string): string => `starts_with(k, '${kind}:')`;
const has = (kind: string): string => `len(list_filter(contactKeys, k -> ${of(kind)})) > 0`;
/**
 * Messages with what tells their author and may be met on the other side as it stands. A name cut to a letter ("Ondine R.", which has no
 * parts) never is, nor an account told by a name by one told by a handle: platforms stand with which of the two it is. An order or an
 * address is written down in public by those who have a case: other complaints do not tell how often they would show it.
 */
const MESSAGES = `(SELECT * REPLACE (list_filter(contactKeys, k -> ${of('handle')} OR (${of('name')} AND ${has('parts')})) AS contactKeys,
  platform || CASE WHEN ${has('handle')} THEN '@' ELSE '' END AS platform) FROM main.storedMessages)`;
const withAccount = `list_concat(contactKeys, CASE WHEN authorKey IS NULL THEN [] ELSE ['account:' || authorKey] END)`;
/** Public complaints. A day without an hour counts from its end: what happened on it may have come after. */
const SAID = `SELECT coalesce(authorKey, messageId) AS author, sentAt + CASE WHEN dayOnly THEN INTERVAL 1 DAY ELSE INTERVAL 0 DAY END AS "at", ${withAccount} AS keys
  FROM ${MESSAGES} WHERE ${PUBLIC_CUSTOMER} AND sentAt IS NOT NULL AND list_contains(intents, 'complaint')`;

/** Of these platforms, how accounts that write on both sides are told there: such an account is a key. */
const formsOf = (accounts: readonly string[]): string => {
  const written = `SELECT platform, authorKey FROM ${MESSAGES} WHERE authorKey IS NOT NULL AND rtrim(platform, '@') IN (${accounts.map(sqlText).join(', ')})`;
  return `SELECT DISTINCT platform FROM (${written} AND stage = 'private' AND direction = 'inbound' INTERSECT ${written} AND ${PUBLIC_CUSTOMER}) ORDER BY 1`;
};

/** What each author of public complaints shows. */
const POSTS = `SELECT keys, platforms, CAST(count(*) AS DOUBLE) AS n FROM (
    SELECT bit_or(${MESSAGE_KEYS}) AS keys, list_sort(list(DISTINCT platform) FILTER (WHERE authorKey IS NOT NULL)) AS platforms
    FROM ${MESSAGES} WHERE ${PUBLIC_CUSTOMER} AND list_contains(intents, 'complaint') GROUP BY coalesce(authorKey, messageId))
  GROUP BY ALL ORDER BY ALL`;

/**
 * Cases by the keys they show and by how many bear theirs of the kind that posts show most, and whether a later and an earlier post shares
 * it: whoever complains on two networks is one. Keys that many bear make no pair: only authors who show another are looked at.
 */
const pairsBy = (kinds: readonly string[]): string => `WITH kept AS (${KEPT}), said AS (${SAID}),
  told AS (SELECT link.caseId, message.* FROM kept JOIN caseMessages AS link USING (caseId) JOIN ${MESSAGES} AS message USING (messageId)
    WHERE message.stage = 'private' AND message.direction = 'inbound'),
  own AS (SELECT DISTINCT caseId, unnest(${withAccount}) AS key FROM told),
  keyed AS (SELECT caseId, key, split_part(key, ':', 1) AS kind, count(*) OVER (PARTITION BY key) AS bearers FROM own),
  rarity AS (SELECT caseId, coalesce(${kinds.map((kind) => `min(bearers) FILTER (kind = '${kind}')`).join(', ')}) AS bearers FROM keyed GROUP BY caseId),
  rare AS (SELECT caseId, key, openedAt FROM keyed JOIN kept USING (caseId) WHERE bearers <= ${MOST_BEARERS}),
  shown AS (SELECT DISTINCT author, key FROM (SELECT author, unnest(keys) AS key FROM said) WHERE key IN (SELECT key FROM rare)),
  since AS (SELECT author, min("at") AS "at" FROM said WHERE author IN (SELECT author FROM shown) GROUP BY author),
  met AS (SELECT caseId, CAST(bool_or(since."at" >= rare.openedAt) AS INTEGER) AS forward, CAST(bool_or(since."at" < rare.openedAt) AS INTEGER) AS backward
    FROM rare JOIN shown USING (key) JOIN since USING (author) WHERE ${apart} GROUP BY caseId),
  masks AS (SELECT caseId, bit_or(${MESSAGE_KEYS}) AS keys, list_sort(list(DISTINCT platform) FILTER (WHERE authorKey IS NOT NULL)) AS platforms FROM told GROUP BY caseId)
SELECT keys, platforms, CAST(bearers AS DOUBLE) AS bearers, CAST(count(*) AS DOUBLE) AS cases,
  CAST(coalesce(sum(forward), 0) AS DOUBLE) AS forward, CAST(coalesce(sum(backward), 0) AS DOUBLE) AS backward
FROM masks JOIN rarity USING (caseId) LEFT JOIN met USING (caseId) WHERE bearers <= ${MOST_BEARERS} GROUP BY ALL ORDER BY ALL`;

/** All pairs of a case and an author, by which comes first; those of one day half and half. */
const SIDES = `WITH kept AS (SELECT date_trunc('day', openedAt) AS day, count(*) AS n FROM (${KEPT}) GROUP BY 1),
  shown AS (SELECT date_trunc('day', "at") AS day, count(*) AS n FROM (SELECT min("at") AS "at" FROM (${SAID}) GROUP BY author) GROUP BY 1)
SELECT CAST(coalesce(sum(kept.n * shown.n * CASE WHEN shown.day > kept.day THEN 1 WHEN shown.day = kept.day THEN 0.5 ELSE 0 END), 0) AS DOUBLE) AS forward,
  CAST(coalesce(sum(kept.n * shown.n * CASE WHEN shown.day < kept.day THEN 1 WHEN shown.day = kept.day THEN 0.5 ELSE 0 END), 0) AS DOUBLE) AS backward
FROM kept JOIN shown ON abs(date_diff('day', kept.day, shown.day)) <= ${WINDOW_DAYS}`;

interface PostRow {
  readonly keys: number;
  readonly platforms: readonly string[] | null;
  readonly n: number;
}
interface PairRow {
  readonly keys: number;
  readonly platforms: readonly string[] | null;
  readonly bearers: number;
  readonly cases: number;
  readonly forward: number;
  readonly backward: number;
}

/**
 * Spills of one complaint opened in private, by who writes on both sides and without a link: how many more cases are met by a later than by an
 * earlier public complaint of the same name, handle or account, over the share that would show it. Who writes down an order number under
 * another name tells nothing of how often others bear their own: keys are taken to agree as often as is assumed before data.
 */
export async function keyExcess(
  corpus: CorpusTables,
  { accounts }: Pick<Spills, 'accounts'>,
  level: number,
): Promise<ForwardExcess | undefined> {
  const read = async <Row>(sql: string): Promise<Row[]> => (await corpus.query(sql)).objects() as Row[];
  const forms =
    accounts.length === 0
      ? []
      : (await read<{ platform: string }>(formsOf(accounts)))
          .slice(0, MOST_FORMS)
          .map(({ platform }) => platform);
  const posts = (await read<PostRow>(POSTS)).map(
    ({ keys, platforms, n }) => [maskWith(forms, keys, platforms), n] as const,
  );
  const kinds = KEYS.map((kind, bit) => ({
    kind: kind as string,
    n: posts.reduce((sum, [mask, n]) => sum + n * ((mask >> bit) & 1), 0),
  }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n)
    .map(({ kind }) => kind);
  const rows = await read<PairRow>(pairsBy([...kinds, 'account'])),
    sides = (await corpus.query(SIDES)).object(0) as { forward: number; backward: number };
  const linkability = linkabilityOf(
    posts.flatMap(([mask, n]) => Array.from({ length: n }, () => mask)),
    KEYS.map((_, bit) => ({ bit: 1 << bit, agree: 0, of: 0 })),
  );
  return forwardExcess(
    rows.map((row) => ({ ...row, linkability: linkability(maskWith(forms, row.keys, row.platforms)) })),
    sides.forward / sides.backward,
    level,
  );
}
