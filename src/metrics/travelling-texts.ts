import type { CorpusTables } from '../engine/corpus-tables.js';
import type { Metric } from '../model/index.js';
import { makeMetric, unmeasured, type MetricFrame, type TableRow } from './make-metric.js';

const LISTED = 8;
const LEAST_COPIES = 3;
const LEAST_LENGTH = 40;
const COUNTED = `textKey IS NOT NULL AND length(text) >= ${LEAST_LENGTH} AND direction = 'inbound'`;
const frame: MetricFrame = {
  name: 'travellingTexts',
  label: { fr: 'Textes qui circulent', en: 'Texts that travel' },
  unit: 'messages',
  denominator: {
    fr: 'messages conservés dont le texte, à la casse, aux accents et aux liens près, paraît au moins trois fois',
    en: 'kept messages whose text, but for case, accents and links, appears at least three times',
  },
  method: {
    fr: 'Textes d’au moins 40 caractères groupés par empreinte ; seul un exemplaire public est cité.',
    en: 'Texts of at least 40 characters grouped by fingerprint; only a public copy is quoted.',
  },
  columns: ['text', 'copies', 'authors', 'channels', 'firstAt', 'lastAt', 'firstStage', 'stages', 'harms'],
};

/** The same text seen at least three times: copies, channels, first and last date. Value: messages in such groups. */
export async function travellingTexts(corpus: CorpusTables): Promise<Metric> {
  const rows = (await corpus.query(`WITH travelling AS (
      SELECT textKey, count(*) AS copies, count(*) FILTER (WHERE stage <> 'private') AS shown FROM messages WHERE ${COUNTED}
      GROUP BY textKey HAVING count(*) >= ${LEAST_COPIES}),
    listed AS (
      SELECT *, sum(copies) OVER () AS total, count(*) FILTER (WHERE shown = 0) OVER () AS hidden FROM travelling
      ORDER BY shown = 0, copies DESC, textKey LIMIT ${LISTED})
    SELECT min(text) FILTER (WHERE stage <> 'private') AS text, CAST(count(*) AS DOUBLE) AS copies, CAST(count(DISTINCT authorKey) AS DOUBLE) AS authors,
      list_sort(list_distinct(list(channel))) AS channels, min(sentAt) AS firstAt, max(sentAt) AS lastAt, arg_min(stage, (sentAt, messageId)) AS firstStage,
      list_sort(list_distinct(list(stage))) AS stages, list_sort(list_distinct(flatten(list(harms)))) AS harms,
      CAST(any_value(total) AS DOUBLE) AS total, CAST(any_value(hidden) AS DOUBLE) AS hidden
    FROM messages JOIN listed USING (textKey) WHERE ${COUNTED} GROUP BY textKey ORDER BY any_value(shown) = 0, copies DESC, textKey`)).objects() as TableRow[];
  const n = Number(rows[0]?.['total'] ?? 0);
  if (n === 0) return unmeasured(frame, 0, 'aucun texte ne paraît trois fois', 'no text appears three times');
  const hidden = Number(rows[0]?.['hidden'] ?? 0);
  const limits = hidden === 0 ? undefined : {
    fr: hidden < 2 ? 'Un texte vu seulement en privé n’est pas cité.' : `${hidden} textes vus seulement en privé ne sont pas cités.`,
    en: `${hidden} text${hidden < 2 ? '' : 's'} seen only in private not quoted.`,
  };
  return makeMetric(frame, { value: n, n, rows: rows.filter((row) => row['text'] !== null), limits });
}
