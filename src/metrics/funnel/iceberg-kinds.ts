import { DAY, type DaySpan } from '../../engine/observation.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import { observationOf } from './observation-spans.js';
import { grouped } from '../../util/grouped.js';

/** Authors and copied texts with as many complaint cases on either side: what resamples are drawn from. */
export interface ComplaintKind {
  readonly inPrivate: number;
  readonly inPublic: number;
  /** How many authors and texts. */
  readonly groups: number;
  /** Their cases. */
  readonly n: number;
}

interface KindRow extends ComplaintKind {
  /** Of all cases, not of those of one driver. */
  readonly whole: boolean;
  readonly driver: string | null;
}

export interface ComplaintKinds {
  readonly whole: readonly ComplaintKind[];
  /** By driver, the larger first, cases without one last. */
  readonly drivers: readonly (readonly [string | null, readonly ComplaintKind[]])[];
}

const SIDES = ['private', 'public'] as const;

/** Whether an instant falls on a day that each of the sides watches; true where none has a window. */
const watchedBy = (sides: readonly (readonly DaySpan[])[], instant: string): string =>
  [
    `${instant} IS NOT NULL`,
    ...sides.map(
      (spans) =>
        `(${spans.map(({ first, last }) => `epoch_ms(${instant}) BETWEEN ${first * DAY} AND ${(last + 1) * DAY - 1}`).join(' OR ')})`,
    ),
  ].join(' AND ');

/** `privateAt`, `publicAt`: when the case complains on that side; null where it does not. */
const kindsSql = (sides: readonly (readonly DaySpan[])[]): string => `WITH said AS (
    SELECT link.caseId, min(message.authorKey) AS author, min_by(message.textKey, (message.sentAt, message.messageId)) FILTER (WHERE message.sentAt IS NOT NULL) AS text
    FROM caseMessages AS link JOIN main.storedMessages AS message ON message.messageId = link.messageId
    WHERE message.direction = 'inbound' AND message.speech = 'own' GROUP BY link.caseId),
  copied AS (SELECT text FROM said WHERE text IS NOT NULL GROUP BY text HAVING count(*) > 1),
  complaints AS (
    SELECT driver, firstStage, openedAt IS NULL AS undated, CASE WHEN firstStage = 'private' THEN openedAt END AS privateAt,
      CASE WHEN firstStage = 'public' THEN coalesce(openedAt, spilledAt) ELSE spilledAt END AS publicAt,
      hash(coalesce('text ' || copied.text, 'author ' || said.author, cases.caseId)) AS cluster
    FROM cases LEFT JOIN said ON said.caseId = cases.caseId LEFT JOIN copied ON copied.text = said.text
    WHERE complaint AND firstStage <> 'press' AND firstChannel NOT LIKE '%-share'),
  sided AS (SELECT driver, cluster, ${SIDES.map((side) => `(${watchedBy(sides, `${side}At`)}) OR (undated AND firstStage = '${side}') AS ${side}`).join(', ')} FROM complaints),
  summed AS (
    SELECT grouping(driver) = 1 AS whole, driver, count(*) FILTER (private) AS inPrivate, count(*) FILTER (public) AS inPublic, count(*) AS n
    FROM sided WHERE private OR public GROUP BY GROUPING SETS ((cluster), (driver, cluster)))
SELECT whole, driver, CAST(inPrivate AS DOUBLE) AS inPrivate, CAST(inPublic AS DOUBLE) AS inPublic, CAST(count(*) AS DOUBLE) AS groups, CAST(sum(n) AS DOUBLE) AS n
FROM summed GROUP BY whole, driver, inPrivate, inPublic ORDER BY whole, driver, groups DESC, inPrivate, inPublic`;

export const casesOf = (kinds: readonly ComplaintKind[]): number => kinds.reduce((sum, { n }) => sum + n, 0);

/**
 * Complaint cases, each counted on the sides where it complains on a day that both sides watch (all of them where a side has no window), added
 * up by who wrote them or the copied text they are.
 */
export async function complaintKinds(corpus: CorpusTables): Promise<ComplaintKinds> {
  const { byStage } = await observationOf(corpus);
  const watched = SIDES.map((side) => byStage[side]).filter((spans) => spans.length > 0);
  const rows = (await corpus.query(kindsSql(watched))).objects() as KindRow[];
  const drivers = grouped(
    rows.filter(({ whole }) => !whole),
    ({ driver }) => driver,
  );
  return {
    whole: rows.filter(({ whole }) => whole),
    drivers: [...drivers].toSorted(
      ([a, ofA], [b, ofB]) => Number(a === null) - Number(b === null) || casesOf(ofB) - casesOf(ofA),
    ),
  };
}
