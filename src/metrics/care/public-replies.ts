import type { CorpusTables } from '../../engine/corpus-tables.js';
import { humanReply } from '../../engine/human-messages.js';
import type { HeadConfusion } from '../../model/index.js';
import { bandedRates, type BandedRate, type BandedTexts } from '../../stats/quantification/banded-rates.js';
import { othersTurn } from '../../util/turn.js';
import { HEAD_COLUMNS } from '../basic/head-columns.js';
import { onceForAllParts } from '../memo.js';
import { PUBLIC_CUSTOMER } from '../sql.js';
import { ANSWERED_IN_PUBLIC, NEEDS_REPLY, WITH_REPLIES } from './reply-coverage.js';

/** A rate of answers in public with its bounds, the errors of reading complaints carried. */
export type PublicRate = BandedRate;

/** What the reader's bands say: from which probability each is, the first that is told a complaint, and how much likelier it is in a complaint. */
interface Bands {
  readonly edges: readonly number[];
  readonly told: number;
  readonly signs: readonly number[];
}

/** From the finest tables of public texts, all of one fineness together. */
function bandsOf(tables: readonly HeadConfusion[]): Bands | undefined {
  const own = tables.filter(({ head, genre }) => head === 'complaint' && genre !== 'private');
  const finest = own.toSorted((a, b) => b.edges.length - a.edges.length)[0];
  if (finest === undefined) return undefined;
  const { edges } = finest,
    alike = own.filter((table) => table.edges.join() === edges.join());
  const [none, complaint] = [0, 1].map((label) => {
    const counts = Array.from({ length: edges.length + 1 }, (_, band) =>
        alike.reduce((all, table) => all + (table.counts[label]?.[band] ?? 0), 0.5),
      ),
      all = counts.reduce((total, count) => total + count, 0);
    return counts.map((count) => count / all);
  }) as [number[], number[]];
  const [cut = 0.5] = HEAD_COLUMNS.complaint.cuts;
  return {
    edges,
    told: edges.filter((edge) => edge <= cut).length,
    signs: complaint.map((share, band) => Math.log(share / (none[band] as number))),
  };
}

const bandOf = (probability: string, edges: readonly number[]): string =>
  ['0', ...edges.map((edge) => `CAST(${probability} >= ${edge} AS INTEGER)`)].join(' + ');

/**
 * What is read as a public complaint, by channel and band, and what the brand answered of it where all can read it. What many accounts copy counts once, with the
 * share of the copies that are answered: one campaign would else be most of a channel. Shares are added in their order: the last digit hangs on it.
 */
const toldIn = ({
  edges,
  told,
}: Bands): string => `SELECT channel, band, CAST(count(*) AS DOUBLE) AS n, sum(answered ORDER BY answered) AS k FROM (
    SELECT firstChannel AS channel, max(greatest(${told}, coalesce(${bandOf('openingComplaint', edges)}, 0))) AS band, avg(CAST(${ANSWERED_IN_PUBLIC} AS DOUBLE)) AS answered
    FROM cases ${WITH_REPLIES}
    WHERE firstStage = 'public' AND ${NEEDS_REPLY} GROUP BY firstChannel, coalesce(openingText, caseId))
  GROUP BY 1, 2 ORDER BY 1, 2`;

/** Customers' public messages that ask for nothing, as they are read, by band, and those of them with a reply; copies once. */
const othersIn = ({
  edges,
  told,
}: Bands): string => `SELECT channel, band, CAST(count(*) AS DOUBLE) AS n, sum(replied ORDER BY replied) AS k
  FROM (SELECT channel, max(least(${told - 1}, coalesce(${bandOf('complaintProbability', edges)}, 0))) AS band, avg(CAST(messageId IN (SELECT parentId FROM main.storedMessages WHERE parentId IS NOT NULL AND stage = 'public' AND ${humanReply()}) AS DOUBLE)) AS replied
    FROM main.storedMessages WHERE ${PUBLIC_CUSTOMER} AND channel NOT LIKE '%-share' AND NOT list_has_any(intents, ['complaint', 'question', 'request']) AND messageId NOT IN (SELECT messageId FROM main.caseMessages)
    GROUP BY channel, coalesce(textKey, messageId)) GROUP BY 1, 2 ORDER BY 1, 2`;

interface Cell {
  readonly channel: string;
  readonly band: number;
  readonly n: number;
  readonly k: number;
}

export interface PublicRates {
  readonly byChannel: ReadonlyMap<string, PublicRate>;
  /** Over all channels but one, by that one. */
  readonly besides: ReadonlyMap<string, PublicRate>;
  /** Over all channels given. */
  readonly all: PublicRate | undefined;
}

/**
 * Rate of answers to public complaints of some channels: what is wrongly read as a complaint is hardly ever answered and what is missed may
 * have been, so that the rate among those read lies too low. `undefined` where nothing is known of the reader's errors.
 */
export async function publicRates(
  corpus: CorpusTables,
  channels: ReadonlySet<string>,
  level: number,
): Promise<PublicRates | undefined> {
  const bands = bandsOf(await corpus.confusions());
  if (bands === undefined || channels.size === 0) return undefined;
  const [toldSql, othersSql] = [toldIn(bands), othersIn(bands)];
  const cells = [
    ...((await corpus.query(toldSql)).objects() as Cell[]),
    ...(await onceForAllParts(
      corpus,
      othersSql,
      async (whole) => (await whole.query(othersSql)).objects() as Cell[],
    )),
  ].filter(({ channel }) => channels.has(channel));
  const partOf = (holds: (channel: string) => boolean): BandedTexts => {
    const [n, k] = [bands.signs.map(() => 0), bands.signs.map(() => 0)];
    for (const cell of cells.filter(({ channel }) => holds(channel))) {
      n[cell.band] = (n[cell.band] ?? 0) + cell.n;
      k[cell.band] = (k[cell.band] ?? 0) + cell.k;
    }
    return { n, k };
  };
  const rates = (parts: readonly BandedTexts[]): (PublicRate | undefined)[] =>
    bandedRates(parts, bands.signs, bands.told, level);
  const names = [...new Set(cells.map(({ channel }) => channel))].toSorted(),
    own = names.map((name) => partOf((channel) => channel === name));
  const byChannel = new Map<string, PublicRate>(),
    besides = new Map<string, PublicRate>();
  rates(own).forEach((rate, at) => {
    if (rate !== undefined) byChannel.set(names[at] as string, rate);
  });
  if (names.length > 1)
    for (const name of names) {
      await othersTurn();
      const [rate] = rates([partOf((channel) => channel !== name)]);
      if (rate !== undefined) besides.set(name, rate);
    }
  await othersTurn();
  return { byChannel, besides, all: rates([partOf(() => true)])[0] };
}
