import type { CorpusTables } from '../../engine/corpus-tables.js';
import { humanReply } from '../../engine/human-messages.js';
import { beta } from '../../stats/quantification/linkability.js';
import { seededRandom } from '../../util/random.js';
import { othersTurn } from '../../util/turn.js';
import { LEAST_LABELS } from '../basic/labelled-cells.js';
import { personLabels, type MessageLabel } from '../basic/labelled-shares.js';
import { boundsOf } from '../funnel/complaint-reading.js';
import { PUBLIC_CUSTOMER } from '../sql.js';
import type { PublicRate, PublicRates } from './public-replies.js';
import { ANSWERED_IN_PUBLIC, NEEDS_REPLY, WITH_REPLIES } from './reply-coverage.js';

const DRAWS = 2000;

/** Texts of customers that open a public case or stand in none, once by channel: the messages that say them, whether they are read as asking for a reply, and the share that got one. */
const TEXTS = `WITH openings AS (
    SELECT caseId, min_by(messageId, (sentAt, messageId)) AS messageId FROM main.caseMessages JOIN main.storedMessages USING (messageId)
    WHERE stage = 'public' AND direction = 'inbound' GROUP BY caseId),
  said AS (
    SELECT messageId, channel, textKey, cases.caseId IS NOT NULL AND (${NEEDS_REPLY}) AS told,
      CASE WHEN cases.caseId IS NULL THEN messageId IN (SELECT parentId FROM main.storedMessages AS reply WHERE parentId IS NOT NULL AND stage = 'public' AND ${humanReply('reply')})
        ELSE ${ANSWERED_IN_PUBLIC} END AS answered
    FROM storedMessages LEFT JOIN openings USING (messageId) LEFT JOIN cases ON cases.caseId = openings.caseId ${WITH_REPLIES}
    WHERE ${PUBLIC_CUSTOMER} AND channel NOT LIKE '%-share'
      AND (cases.firstStage = 'public' OR messageId NOT IN (SELECT messageId FROM main.caseMessages)))
  SELECT channel, list(messageId ORDER BY messageId) AS ids, bool_or(told) AS told, avg(CAST(answered AS DOUBLE)) AS answered
  FROM said GROUP BY channel, coalesce(textKey, messageId) ORDER BY channel, min(messageId)`;

interface SaidText {
  readonly channel: string;
  readonly told: boolean;
  readonly answered: number;
  /** Whether it is a complaint, where a label says it. */
  readonly complains: boolean | undefined;
}

/** Texts of one channel, read alike, and answered or not: complaints among those with a label, and what those without add for each that is one. */
interface Cell {
  readonly kind: string;
  labelled: number;
  complaints: number;
  answeredComplaints: number;
  unknown: number;
  answeredUnknown: number;
}

function cellsOf(texts: readonly SaidText[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { channel, told, answered, complains } of texts) {
    const kind = `${told} ${answered > 0}`,
      key = `${channel} ${kind}`;
    const cell = cells.get(key) ?? {
      kind,
      labelled: 0,
      complaints: 0,
      answeredComplaints: 0,
      unknown: 0,
      answeredUnknown: 0,
    };
    cells.set(key, cell);
    if (complains === undefined) {
      cell.unknown++;
      cell.answeredUnknown += answered;
    } else {
      cell.labelled++;
      cell.complaints += Number(complains);
      cell.answeredComplaints += complains ? answered : 0;
    }
  }
  return [...cells.values()];
}

/** The rate of answers to complaints: those that labels tell, and those without a label drawn from those of their cell, with one of its kind anywhere as a prior. */
function rateOf(
  texts: readonly SaidText[],
  chanceOf: ReadonlyMap<string, number>,
  level: number,
): PublicRate | undefined {
  const cells = cellsOf(texts);
  const count = (chance: (cell: Cell) => number): [number, number] => {
    let all = 0,
      answered = 0;
    for (const cell of cells) {
      const p = cell.unknown === 0 ? 0 : chance(cell);
      all += cell.complaints + p * cell.unknown;
      answered += cell.answeredComplaints + p * cell.answeredUnknown;
    }
    return [answered, all];
  };
  const prior = ({ kind }: Cell): number => chanceOf.get(kind) ?? 0.5;
  const [answered, all] = count((cell) => (cell.complaints + prior(cell)) / (cell.labelled + 1));
  if (!(all > 0)) return undefined;
  const uniform = seededRandom(1);
  const drawn = Array.from({ length: DRAWS }, () => {
    const [k, n] = count((cell) =>
      beta(uniform, cell.complaints + prior(cell), cell.labelled - cell.complaints + 1 - prior(cell)),
    );
    return beta(uniform, k + 0.5, Math.max(0, n - k) + 0.5);
  });
  const share = answered / all,
    { low, high } = boundsOf(drawn, level);
  return { share, low: Math.min(low, share), high: Math.max(high, share) };
}

/**
 * Rate of answers to public complaints by what persons say of a random part of the messages: what has a label is known, so that with a label on
 * each message only the chance of who was answered is left (Jeffreys' prior). `undefined` with fewer than 30 labels among them.
 */
export async function labelledRates(
  corpus: CorpusTables,
  labels: readonly MessageLabel[],
  channels: ReadonlySet<string>,
  level: number,
): Promise<PublicRates | undefined> {
  const known = personLabels('complaint', labels);
  if (known.size < LEAST_LABELS || channels.size === 0) return undefined;
  const rows = (await corpus.query(TEXTS)).objects() as {
    channel: string;
    ids: Iterable<string>;
    told: boolean;
    answered: number;
  }[];
  const texts = rows
    .filter(({ channel }) => channels.has(channel))
    .map(({ ids, ...row }): SaidText => {
      const label = [...ids].map((id) => known.get(id)).find((one) => one !== undefined);
      return { ...row, complains: label === undefined ? undefined : label === 'complaint' };
    });
  if (texts.filter(({ complains }) => complains !== undefined).length < LEAST_LABELS) return undefined;
  const chances = new Map<string, number>();
  for (const { kind, labelled, complaints } of cellsOf(texts.map((text) => ({ ...text, channel: '' }))))
    chances.set(kind, (complaints + 0.5) / (labelled + 1));
  const byChannel = new Map<string, PublicRate>(),
    besides = new Map<string, PublicRate>();
  for (const name of new Set(texts.map(({ channel }) => channel))) {
    await othersTurn();
    const [own, rest] = [true, false].map((is) =>
      rateOf(
        texts.filter(({ channel }) => (channel === name) === is),
        chances,
        level,
      ),
    );
    if (own !== undefined) byChannel.set(name, own);
    if (rest !== undefined) besides.set(name, rest);
  }
  return { byChannel, besides, all: rateOf(texts, chances, level) };
}
