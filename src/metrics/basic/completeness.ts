import type { CorpusTables } from '../../engine/corpus-tables.js';
import { defineMetric } from '../define-metric.js';
import {
  makeMetric,
  unmeasured,
  type Bilingual,
  type Measured,
  metricFrame,
  type MetricColumns,
  type MetricFrame,
  type RowOf,
} from '../make-metric.js';

/** What may be missing or assumed in a message; a share of 0 is the good news. */
const CHECKS = {
  noDate: 'sentAt IS NULL',
  dayOnly: 'sentAt IS NOT NULL AND dayOnly',
  zoneAssumed: `sentAt IS NOT NULL AND sentAtZone = 'assumed'`,
  zoneUnknown: `sentAt IS NOT NULL AND sentAtZone = 'none'`,
  noText: `text IS NULL AND kind NOT IN ('system', 'deleted', 'media')`,
  noAuthor: 'authorKey IS NULL',
  noThread: 'threadId IS NULL',
  languageUnknown: `text IS NOT NULL AND coalesce(languageCode, 'und') = 'und'`,
  noSentiment: 'text IS NOT NULL AND sentiment IS NULL',
} as const;

const frame = metricFrame({
  name: 'completeness',
  label: { fr: 'Complétude des messages', en: 'Completeness of the messages' },
  unit: 'messages',
  denominator: { fr: 'messages conservés', en: 'kept messages' },
  method: { fr: 'Dénombrement exhaustif.', en: 'Exhaustive count.' },
  columns: { check: 'text', messages: 'number', n: 'number', share: 'number' },
});

/** What the kept messages lack: date, time, time zone, text, author, thread, language, sentiment. Value: messages kept. */
export const completeness = defineMetric({ frame: frame, of: 'messages', groups: 'rows' }, async (corpus) => {
  const names = Object.keys(CHECKS) as (keyof typeof CHECKS)[];
  const counts = names.map((name) => `CAST(count(*) FILTER (WHERE ${CHECKS[name]}) AS DOUBLE) AS "${name}"`);
  const row = (
    await corpus.query(`SELECT CAST(count(*) AS DOUBLE) AS n, ${counts.join(', ')} FROM storedMessages`)
  ).object() as Readonly<Record<keyof typeof CHECKS | 'n', number>> | undefined;
  const n = row?.n ?? 0;
  if (!row || n === 0) return unmeasured(frame, 0, 'aucun message conservé', 'no message was kept');
  return makeMetric(frame, {
    value: n,
    n,
    rows: names.map((check) => ({ check, messages: row[check], n, share: row[check] / n })),
  });
});

type TallyColumns = MetricColumns & { readonly messages: 'number'; readonly n: 'number' };

/** Counts by group. Without a row the answer is 0, or "not measured" when `none` says what is missing. */
async function tally<const Columns extends TallyColumns>(
  corpus: CorpusTables,
  sql: string,
  tallyFrame: MetricFrame<Columns>,
  none?: Bilingual,
): Promise<Measured<Columns>> {
  const rows = (await corpus.query(sql)).objects() as { readonly messages: number }[];
  const n = rows.reduce((sum, row) => sum + row.messages, 0);
  if (n === 0 && none !== undefined) return unmeasured(tallyFrame, 0, none.fr, none.en);
  return makeMetric(tallyFrame, {
    value: n,
    n,
    rows: rows.map((row) => ({ ...row, n }) as unknown as RowOf<Columns>),
  });
}

const COUNTED = { fr: 'Dénombrement exhaustif.', en: 'Exhaustive count.' };

const languageFrame = metricFrame({
  name: 'messageLanguages',
  label: { fr: 'Langues', en: 'Languages' },
  unit: 'messages',
  columns: { language: 'text', messages: 'number', n: 'number' },
  denominator: { fr: 'messages dont la langue est estimée', en: 'messages with an estimated language' },
  method: {
    fr: 'Langue la plus probable du texte ; « und » quand il est trop court.',
    en: 'Most probable language of the text; und when it is too short.',
  },
});

/** Languages of the customers' texts. */
export const messageLanguages = defineMetric(
  { frame: languageFrame, of: 'messages', groups: 'rows' },
  (corpus) =>
    tally(
      corpus,
      `SELECT languageCode AS language, CAST(count(*) AS DOUBLE) AS messages FROM storedMessages
      WHERE text IS NOT NULL AND languageCode IS NOT NULL GROUP BY 1 ORDER BY messages DESC, 1`,
      languageFrame,
      { fr: 'aucune langue estimée', en: 'no language was estimated' },
    ),
);

const formatFrame = metricFrame({
  name: 'messageFormats',
  label: { fr: 'Messages par format', en: 'Messages by format' },
  unit: 'messages',
  columns: { format: 'text', files: 'number', messages: 'number', privateMessages: 'number', n: 'number' },
  denominator: { fr: 'messages conservés', en: 'kept messages' },
  method: COUNTED,
});

/** Formats read, with the messages of each by stage; tells which exports are private, so that their file names are not shown. */
export const messageFormats = defineMetric({ frame: formatFrame, of: 'messages', groups: 'rows' }, (corpus) =>
  tally(
    corpus,
    `SELECT format, CAST(count(DISTINCT file) AS DOUBLE) AS files, CAST(count(*) AS DOUBLE) AS messages,
      CAST(count(*) FILTER (WHERE stage = 'private') AS DOUBLE) AS privateMessages FROM storedMessages GROUP BY 1 ORDER BY messages DESC, 1`,
    formatFrame,
    { fr: 'aucun message conservé', en: 'no message was kept' },
  ),
);

const rejectFrame = metricFrame({
  name: 'rejectReasons',
  label: { fr: 'Lignes rejetées par motif', en: 'Rejected rows by reason' },
  unit: 'messages',
  columns: {
    reason: 'text',
    format: 'text',
    messages: 'number',
    files: 'number',
    hint: 'text?',
    n: 'number',
  },
  denominator: { fr: 'lignes rejetées', en: 'rejected rows' },
  method: COUNTED,
});

/** Rows not kept, by reason, with one hint. Value: rows rejected; 0 is a good answer. */
export const rejectReasons = defineMetric({ frame: rejectFrame, of: 'messages' }, (corpus) =>
  tally(
    corpus,
    `SELECT reason, format, CAST(count(*) AS DOUBLE) AS messages, CAST(count(DISTINCT file) AS DOUBLE) AS files, min(hint) AS hint
      FROM rejects GROUP BY 1, 2 ORDER BY messages DESC, 1, 2`,
    rejectFrame,
  ),
);

const doubtFrame = metricFrame({
  name: 'doubtReasons',
  label: { fr: 'Doutes par motif', en: 'Doubts by reason' },
  unit: 'messages',
  columns: { reason: 'text', messages: 'number', files: 'number', hint: 'text?', n: 'number' },
  denominator: { fr: 'doutes consignés', en: 'recorded doubts' },
  method: COUNTED,
});

/** Doubts about kept rows, columns and files, by reason, with one hint. Value: doubts recorded. */
export const doubtReasons = defineMetric({ frame: doubtFrame, of: 'messages' }, (corpus) =>
  tally(
    corpus,
    `SELECT reason, CAST(count(*) AS DOUBLE) AS messages, CAST(count(DISTINCT file) AS DOUBLE) AS files, min(hint) AS hint
      FROM doubts GROUP BY 1 ORDER BY messages DESC, 1`,
    doubtFrame,
  ),
);
