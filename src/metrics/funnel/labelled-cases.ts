import type { CorpusTables } from '../../engine/corpus-tables.js';
import { sqlText } from '../../engine/database.js';
import { LEAST_LABELS } from '../basic/labelled-cells.js';
import { personLabels, type MessageLabel } from '../basic/labelled-shares.js';
import { oncePerCorpus } from '../memo.js';
import { CUSTOMER } from '../sql.js';

/** A message that may well be a complaint decides before one that may be, and that before one that is hardly any, such as a greeting. */
const MAY_WELL = 0.25,
  MAY = 0.1;

/** Private cases of which a model reads something: whether they are read as complaints, and the message that decides it: the first that is told as one or may well be. */
const DECIDED = `SELECT caseId, cases.complaint AS told,
    min_by(messageId, (NOT list_contains(intents, 'complaint') AND complaintProbability < ${MAY_WELL}, complaintProbability < ${MAY}, sentAt, messageId)) AS decides
  FROM cases JOIN main.caseMessages USING (caseId) JOIN main.storedMessages USING (messageId)
  WHERE firstStage = 'private' AND stage = 'private' AND ${CUSTOMER} AND complaintProbability IS NOT NULL AND text IS NOT NULL
  GROUP BY ALL ORDER BY caseId`;

const casesWith = (messageIds: readonly string[]): string =>
  `SELECT DISTINCT caseId FROM main.caseMessages JOIN main.storedMessages USING (messageId)
  WHERE stage = 'private' AND messageId IN (${messageIds.map(sqlText).join(', ')})`;

/** A private case, as it is read and as labels say it. */
export interface LabelledCase {
  readonly caseId: string;
  readonly told: boolean;
  /** Whether it is a complaint; `undefined` where the message that decides it has no label. */
  readonly known: boolean | undefined;
}

/** Tells lists of labels apart by what they say, for what is done once per corpus. */
export const labelsKey = (labels: readonly MessageLabel[]): string =>
  [...personLabels('complaint', labels)].map((pair) => pair.join(' ')).join('\n');

async function read(
  corpus: CorpusTables,
  labels: readonly MessageLabel[],
): Promise<readonly LabelledCase[] | undefined> {
  const known = personLabels('complaint', labels);
  if (known.size < LEAST_LABELS) return undefined;
  const rows = (await corpus.query(DECIDED)).objects() as {
    caseId: string;
    told: boolean;
    decides: string;
  }[];
  const complaints = [...known].flatMap(([id, label]) => (label === 'complaint' ? [id] : []));
  const table = complaints.length === 0 ? undefined : await corpus.query(casesWith(complaints)),
    complaining = new Set((table?.array('caseId') ?? []) as Iterable<string>);
  const cases = rows.map(({ caseId, told, decides }): LabelledCase => ({
    caseId,
    told,
    known: known.has(decides) ? complaining.has(caseId) : undefined,
  }));
  return cases.filter((one) => one.known !== undefined).length < LEAST_LABELS ? undefined : cases;
}

/**
 * The private cases of all exports of the brand, and which of them are complaints by what persons say of a random part of the messages. A case is known where the message that
 * decides it (the first told as a complaint or likely to be one) has a label: it is a complaint where that or any other labelled message of it is. Cases that are known are then a random part of those read alike.
 * `undefined` with fewer than 30 of them.
 */
export const labelledCases = (
  corpus: CorpusTables,
  labels: readonly MessageLabel[],
): Promise<readonly LabelledCase[] | undefined> =>
  oncePerCorpus(corpus.ofItsBrands(), `labelled cases ${labelsKey(labels)}`, () =>
    read(corpus.ofItsBrands(), labels),
  );
