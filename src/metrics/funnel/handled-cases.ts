import { filedAs } from '../../engine/filed-as.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import {
  chanceOf,
  readChances,
  type ReadCase,
  type ReadChances,
} from '../../stats/quantification/read-in-part.js';
import type { MessageLabel } from '../basic/labelled-shares.js';
import { measuredChannels } from '../care/reply-coverage.js';
import { oncePerCorpus } from '../memo.js';
import { OPENED_IN_PRIVATE, UNREAD_IN_PRIVATE } from './funnel-cases.js';
import { labelsKey } from './labelled-cases.js';
import { labelledSpills, type LabelledSpills } from './labelled-spills.js';
import { spillsOf, type SpillCase } from './spill-cases.js';
import { countOf } from './weighed-complaints.js';

/** A private complaint, and how it was taken. */
export interface HandledCase extends ReadCase {
  readonly driver: string | null;
  readonly channel: string;
  /** That it spilled, as far as that is seen; absent where no public source watched when it opened. */
  readonly probability: number | undefined;
  /** How likely it is a complaint. */
  readonly weight: number;
  readonly otherwise: boolean;
  readonly nothing: boolean;
  /** The care tool files it under a complaint. */
  readonly named: boolean;
}

export interface HandledCases {
  /** Those of which it is known how they were taken. */
  readonly cases: readonly HandledCase[];
  /** Complaints left out: without a tag, where replies are not exported. */
  readonly left: number;
  /** How likely a case without a label is a complaint, and the labels' cases; absent without labels. */
  readonly byLabels?: { readonly chances: ReadChances; readonly labelled: LabelledSpills };
}

const casesSql = (population: string): string => `WITH told AS (
    SELECT link.caseId, message.format, message.attributes FROM caseMessages AS link JOIN main.storedMessages AS message ON message.messageId = link.messageId
    WHERE message.stage = 'private'),
  tags AS (${filedAs('told', 'caseId', `(SELECT format, attributes FROM main.storedMessages WHERE stage = 'private')`)})
SELECT caseId, asComplaint IS NOT NULL AS tagged, coalesce(asComplaint, false) AS named, answeredAt IS NOT NULL OR resolvedAt IS NOT NULL AS handled
FROM cases LEFT JOIN tags USING (caseId) WHERE ${population} ORDER BY caseId`;

interface Taken {
  readonly caseId: string;
  readonly tagged: boolean;
  readonly named: boolean;
  readonly handled: boolean;
}

/** A case that may be a complaint, before it is known how likely. */
type Listed = Pick<SpillCase, 'caseId' | 'driver' | 'channel'> &
  Partial<Pick<SpillCase, 'probability'>> &
  (ReadCase | { readonly told?: undefined });

/** Taken for a complaint, as no label says more. */
const AS_READ = { told: true, befell: false, known: true } as const;

async function listOf(
  corpus: CorpusTables,
  labelled: LabelledSpills | undefined,
): Promise<{ readonly cases: readonly HandledCase[]; readonly left: readonly HandledCase[] }> {
  const { cases, outside } = labelled ?? (await spillsOf(corpus)),
    listed = new Map([...cases, ...outside].map((one: Listed) => [one.caseId, one]));
  const sql = casesSql(
    labelled === undefined ? OPENED_IN_PRIVATE : `(${OPENED_IN_PRIVATE}) OR (${UNREAD_IN_PRIVATE})`,
  );
  const repliesOf = await measuredChannels(corpus);
  const seen: HandledCase[] = [],
    left: HandledCase[] = [];
  for (const { caseId, tagged, named, handled } of (await corpus.query(sql)).objects() as Taken[]) {
    const one = listed.get(caseId);
    if (one === undefined) continue;
    const { driver, channel, probability } = one,
      { told, befell, known } = one.told === undefined ? AS_READ : one,
      otherwise = tagged && !named,
      nothing = !tagged && !handled;
    // who answers is not known where replies are not exported: there a tag alone tells
    (tagged || repliesOf({ stage: 'private', channel }) ? seen : left).push({
      driver,
      channel,
      probability,
      told,
      befell,
      known,
      apart: otherwise || nothing,
      weight: 1,
      otherwise,
      nothing,
      named,
    });
  }
  return { cases: seen, left };
}

/**
 * Complaints opened in private and how the care tool and its people took them. With labels every case counts as far as it is a complaint: as
 * those labelled that are read, spill and were taken alike, as what is told wrongly is filed as something else more often than complaints are.
 */
export async function handledCases(
  corpus: CorpusTables,
  labels: readonly MessageLabel[],
  options: { readonly seed: number },
): Promise<HandledCases> {
  const labelled = await labelledSpills(corpus, labels, options),
    { cases, left } = await listOf(corpus, labelled);
  if (labelled === undefined) return { cases, left: left.length };
  const wide = corpus.ofItsBrands();
  const chances = await oncePerCorpus(wide, `handled ${options.seed} ${labelsKey(labels)}`, async () => {
    const all = await listOf(wide, await labelledSpills(wide, labels, options));
    return readChances([...all.cases, ...all.left], options);
  });
  const weighed = (list: readonly HandledCase[]): HandledCase[] =>
    list.map((one) => ({ ...one, weight: chanceOf(one, chances) }));
  return { cases: weighed(cases), left: countOf(weighed(left)), byLabels: { chances, labelled } };
}
