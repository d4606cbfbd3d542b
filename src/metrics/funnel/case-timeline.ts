import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, metricFrame, type RowOf } from '../make-metric.js';
import type { MetricOptions } from '../options.js';

export interface CaseTimelineOptions extends MetricOptions {
  /** Case to follow. Default: the one that went furthest from a private start, whose weakest link holds, short enough to read, surest first. */
  readonly caseId?: string;
}

const frame = metricFrame({
  name: 'caseTimeline',
  label: { fr: 'Un dossier suivi de bout en bout', en: 'One case followed from end to end' },
  unit: 'messages',
  denominator: { fr: 'messages et articles du dossier', en: 'messages and articles of the case' },
  method: {
    fr: 'Messages rattachés au dossier, dans l’ordre, et premier article qui rapporte le mouvement public dont il fait partie. Les textes privés ne sont pas montrés.',
    en: 'Messages linked to the case, in order, and the first article that reports the public movement it is part of. Private texts are not shown.',
  },
  limits: {
    fr: 'L’article rapporte le mouvement, pas la personne. La suite dans le temps n’est pas une preuve de cause.',
    en: 'The article reports the movement, not the person. What follows in time is not proof of cause.',
  },
  columns: {
    caseId: 'text',
    at: 'instant',
    dayOnly: 'boolean',
    hours: 'number',
    stage: 'text',
    direction: 'text',
    channel: 'text',
    kind: 'text',
    linkProbability: 'number?',
    source: 'text?',
    text: 'text?',
  },
});

/** Under this probability a link of the chain is not shown as an example. */
const HOLDS = 0.9;
const CHOSEN = `WITH chain AS (SELECT caseId, min(linkProbability) AS weakest FROM caseMessages GROUP BY caseId)
  SELECT caseId FROM cases LEFT JOIN chain USING (caseId)
  WHERE ($caseId IS NULL AND firstStage = 'private' AND furthestStage <> 'private' AND complaint AND least(coalesce(weakest, 1), linkProbability) >= ${HOLDS}) OR caseId = $caseId
  ORDER BY furthestStage = 'press' DESC, messages BETWEEN 3 AND 12 DESC, answeredAt IS NOT NULL DESC, least(coalesce(weakest, 1), linkProbability) DESC, messages DESC, caseId LIMIT 1`;
const ROWS = `WITH held AS (
    SELECT messageId, linkProbability FROM caseMessages WHERE caseId = $caseId
    UNION SELECT messageId, NULL FROM transitions WHERE caseId = $caseId AND "to" = 'press' AND messageId NOT IN (SELECT messageId FROM caseMessages WHERE caseId = $caseId))
  SELECT sentAt AS at, dayOnly, CAST(epoch_ms(sentAt) - min(epoch_ms(sentAt)) OVER () AS DOUBLE) / 3600000 AS hours, stage, direction, channel, kind, linkProbability,
    CASE WHEN stage = 'press' THEN sourceName END AS source, CASE WHEN stage = 'private' THEN NULL WHEN stage = 'press' THEN title ELSE text END AS text
  FROM main.storedMessages JOIN held USING (messageId) WHERE direction <> 'internal' AND sentAt IS NOT NULL ORDER BY sentAt, messageId`;

/** One case over its channels: each message with its time, lane and delay. Value: messages and articles. */
export const caseTimeline = defineMetric(
  { frame: frame, of: 'cases' },
  async (corpus, options: CaseTimelineOptions) => {
    const chosen = (await corpus.query(CHOSEN, { caseId: options.caseId ?? null })).objects()[0] as
      { caseId: string } | undefined;
    if (!chosen) {
      return options.caseId === undefined
        ? unmeasured(
            frame,
            0,
            'aucun dossier ouvert en privé n’est devenu public par une chaîne dont chaque maillon tient (probabilité d’au moins 0,9)',
            'no case opened in private went public through a chain whose every link holds (probability 0.9 or more)',
          )
        : unmeasured(frame, 0, `aucun dossier « ${options.caseId} »`, `no case "${options.caseId}"`);
    }
    const rows = (
      (await corpus.query(ROWS, { caseId: chosen.caseId })).objects() as RowOf<typeof frame.columns>[]
    ).map((row) => ({ ...row, caseId: chosen.caseId }));
    if (rows.length === 0)
      return unmeasured(
        frame,
        0,
        'les messages du dossier ne sont pas datés',
        'the messages of the case have no date',
      );
    return makeMetric(frame, { value: rows.length, n: rows.length, rows });
  },
);
