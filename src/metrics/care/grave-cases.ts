import { humanMessage } from '../../engine/human-messages.js';
import type { Escalation } from '../../model/enrichment.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import { ANSWERED_AT, WITH_REPLIES } from './reply-coverage.js';

/** Rows told, those without a trace of resolution first, then the oldest. */
const ROWS = 200;
/** What a firm may have to answer for, the gravest first. */
const GRAVE = ['health', 'law'] as const satisfies readonly Escalation[];

const frame = metricFrame({
  name: 'graveCases',
  label: {
    fr: 'Plaintes privées qui évoquent un dommage ou un recours, sans trace de résolution',
    en: 'Private complaints that speak of harm or of the law, without a trace of resolution',
  },
  unit: 'cases',
  denominator: {
    fr: 'plaintes privées qui évoquent un dommage ou un recours',
    en: 'private complaints that speak of harm or of the law',
  },
  method: {
    fr: `Dossiers ouverts en privé, plaintes ou de tonalité négative, où un message du client dit une atteinte à la santé ou menace d’un recours (avocat, tribunal, répression des fraudes…), lus par leurs mots ; la négation est lue. Sans limite d’âge : un tel dossier ne s’éteint pas avec le silence. Sans trace de résolution d’abord, puis le plus ancien ; ${ROWS} lignes au plus.`,
    en: `Cases opened in private, complaints or of a negative tone, in which a message of the customer tells of harm to health or threatens with the law (lawyer, court, consumer authority…), read by their words; negation is read. Whatever their age: silence does not put such a case out. Those without a trace of resolution first, then the oldest; ${ROWS} rows at most.`,
  },
  limits: {
    fr: 'Des mots, non des faits : à lire un par un. Ce qui est dit autrement échappe.',
    en: 'Words, not facts: to be read one by one. What is said otherwise escapes.',
  },
  columns: {
    caseId: 'text',
    channel: 'text',
    driver: 'text?',
    kind: 'text',
    date: 'instant',
    open: 'boolean',
    answered: 'boolean',
    spilled: 'boolean',
    messages: 'number',
  },
});

type Row = RowOf<typeof frame.columns>;

/**
 * Private complaints in which the customer tells of harm to health or threatens with the law. Value: those without a trace of resolution; `n`: all
 * of them. A row a case, with the gravest of what is said.
 */
export const graveCases = defineMetric({ frame, of: 'cases', groups: 'value' }, async (corpus) => {
  const rows = (
    await corpus.query(`SELECT caseId, firstChannel AS channel, driver, said[1] AS kind, openedAt AS date, resolvedAt IS NULL AS open,
        ${ANSWERED_AT} IS NOT NULL AS answered, spilledAt IS NOT NULL AS spilled, messages
      FROM cases ${WITH_REPLIES} JOIN (
        SELECT caseId, list_filter([${GRAVE.map((kind) => `'${kind}'`).join(', ')}], one -> list_contains(flatten(list(escalations)), one)) AS said,
          bool_or(sentiment = 'negative') AS gloomy
        FROM caseMessages JOIN storedMessages USING (messageId)
        WHERE ${humanMessage()} AND direction = 'inbound' AND stage = 'private' AND len(escalations) > 0 GROUP BY caseId) USING (caseId)
      WHERE firstStage = 'private' AND len(said) > 0 AND (complaint OR gloomy)
      ORDER BY resolvedAt IS NULL DESC, openedAt, caseId`)
  ).objects() as Row[];
  return rows.length === 0
    ? unmeasured(
        frame,
        0,
        'aucune plainte privée n’évoque un dommage ou un recours',
        'no private complaint speaks of harm or of the law',
      )
    : makeMetric(frame, {
        value: rows.filter(({ open }) => open).length,
        n: rows.length,
        rows: rows.slice(0, ROWS),
      });
});
