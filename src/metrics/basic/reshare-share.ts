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
    fr: 'Messages publics qui reprennent le texte d’un autre / tous les messages publics reçus ; intervalle de Wilson. À côté : messages que leur auteur a écrits, ceux dont le texte est lu, ceux qui relaient un titre ou annoncent un fait, plaintes, auteurs.',
    en: 'Public messages that pass on somebody else’s text / all public messages received; Wilson interval. Beside it: messages that their author wrote, those whose text is read, those that pass on a headline or announce something, complaints, authors.',
  },
  limits: {
    fr: 'Une reprise n’est reconnue que si l’export la marque ou si son texte commence par « RT @nom » ou « RT nom: ». Une plainte est ce que le texte en dit, selon le classement automatique : dans les fils de marques, où elles sont rares (12 de 839 messages lus à la main), il en reconnaît 2,2 % là où personne ne se plaint et en manque 9 sur 12. Une part qui ne s’écarte pas de ces erreurs n’est pas établie.',
    en: 'A reshare is known only where the export marks it or its text begins with “RT @name” or “RT name:”. A complaint is what the text says it is, after the automatic classification: in feeds under brands, where they are rare (12 of 839 messages read by hand), it finds 2.2% where nobody complains and misses 9 of 12. A share that does not stand out from these errors is not established.',
  },
  columns: {
    reshares: 'number',
    own: 'number',
    ownRead: 'number',
    titles: 'number',
    authors: 'number',
    complaints: 'number',
    complaintShare: 'number?',
    complaintLow: 'number?',
    complaintHigh: 'number?',
    falseAlarmShare: 'number',
  },
});
type Row = RowOf<typeof frame.columns>;

/**
 * Share of messages told a complaint among those of real feeds under brands that complain of nothing: 18 of 827, held out (`enrich/models/README.md`).
 */
const FALSE_ALARMS = 18 / 827;
const COMPLAINT = "list_contains(intents, 'complaint')";

/**
 * How much of what was received in public passes on somebody else's words, in [0, 1], and how many headlines passed on and complaints stand
 * among the messages that their authors wrote themselves, in a language that is read; `falseAlarmShare`: how many complaints of 1 the reading
 * tells where nobody complains.
 */
export const reshareShare = defineMetric(
  { frame, of: 'messages', groups: 'value' },
  async (corpus, options: MetricOptions) => {
    const { level } = resolveOptions(options);
    const row = (
      await corpus.query(`SELECT ${countWhere("speech = 'reshare'")} AS reshares, ${countWhere('own')} AS own,
      ${countWhere(`own AND (text IS NOT NULL AND sentiment IS NOT NULL OR ${COMPLAINT})`)} AS "ownRead",
      ${countWhere("own AND register = 'news'")} AS titles,
      CAST(count(DISTINCT authorKey) FILTER (WHERE own) AS DOUBLE) AS authors, ${countWhere(`own AND ${COMPLAINT}`)} AS complaints
    FROM (SELECT *, ${humanMessage()} AS own FROM storedMessages WHERE stage = 'public' AND direction = 'inbound' AND NOT authorIsBrand)
    WHERE own OR speech = 'reshare'`)
    ).object() as Pick<Row, 'reshares' | 'own' | 'ownRead' | 'titles' | 'authors' | 'complaints'>;
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
          falseAlarmShare: FALSE_ALARMS,
        },
      ],
    });
  },
);
