import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { humanMessage } from '../../engine/human-messages.js';
import { shareInterval } from './score-interval.js';
import { countWhere } from '../sql.js';

const frame = metricFrame({
  name: 'reshareShare',
  label: { fr: 'Part de reprises', en: 'Share of reshares' },
  unit: 'share',
  denominator: {
    fr: 'messages publics, repris ou écrits par leur auteur',
    en: 'public messages, reshared or written by their author',
  },
  method: {
    fr: 'Messages publics qui reprennent le texte d’un autre / tous les messages publics reçus ; intervalle de Wilson. À côté : messages que leur auteur a écrits, ceux dont le texte est lu, plaintes parmi ces derniers, auteurs.',
    en: 'Public messages that pass on somebody else’s text / all public messages received; Wilson interval. Beside it: messages that their author wrote, those whose text is read, complaints among these, authors.',
  },
  limits: {
    fr: 'Une reprise n’est reconnue que si l’export la marque ou si son texte commence par « RT @nom » ou « RT nom: ». Une plainte est ce que le texte en dit, selon le classement automatique.',
    en: 'A reshare is known only where the export marks it or its text begins with “RT @name” or “RT name:”. A complaint is what the text says it is, after the automatic classification.',
  },
  columns: {
    reshares: 'number',
    own: 'number',
    ownRead: 'number',
    authors: 'number',
    complaints: 'number',
    complaintShare: 'number?',
    complaintLow: 'number?',
    complaintHigh: 'number?',
  },
});
type Row = RowOf<typeof frame.columns>;

const COMPLAINT = "list_contains(intents, 'complaint')";

/**
 * How much of what was received in public passes on somebody else's words, in [0, 1], and how many complaints stand among the messages that
 * their authors wrote themselves, in a language that is read.
 */
export const reshareShare = defineMetric(
  { frame, of: 'messages', groups: 'value' },
  async (corpus, options: MetricOptions) => {
    const { level } = resolveOptions(options);
    const row = (
      await corpus.query(`SELECT ${countWhere("speech = 'reshare'")} AS reshares, ${countWhere('own')} AS own,
      ${countWhere(`own AND (text IS NOT NULL AND sentiment IS NOT NULL OR ${COMPLAINT})`)} AS "ownRead",
      CAST(count(DISTINCT authorKey) FILTER (WHERE own) AS DOUBLE) AS authors, ${countWhere(`own AND ${COMPLAINT}`)} AS complaints
    FROM (SELECT *, ${humanMessage()} AS own FROM storedMessages WHERE stage = 'public' AND direction = 'inbound' AND NOT authorIsBrand)
    WHERE own OR speech = 'reshare'`)
    ).object() as Pick<Row, 'reshares' | 'own' | 'ownRead' | 'authors' | 'complaints'>;
    const n = row.reshares + row.own;
    if (n === 0) return unmeasured(frame, 0, 'aucun message public reçu', 'no public message received');
    const complaints = shareInterval({ k: row.complaints, n: row.ownRead }, level);
    return makeMetric(frame, {
      value: row.reshares / n,
      n,
      interval: shareInterval({ k: row.reshares, n }, level),
      rows: [
        {
          ...row,
          complaintShare: row.ownRead === 0 ? null : row.complaints / row.ownRead,
          complaintLow: complaints?.low ?? null,
          complaintHigh: complaints?.high ?? null,
        },
      ],
    });
  },
);
