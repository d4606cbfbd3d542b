import { makeFinding } from '../make-finding.js';
import { quotesFor } from '../quotes.js';
import { cellOf, numberOf, numberOrNull, rowsOf, type Row, type Telling } from '../reading.js';
import type { Finding, StoryQuote } from '../story.js';

/** Messages from which shares of the public voice are told. */
export const LEAST_MESSAGES = 20;
/** Complaints are told apart where they are this rare: elsewhere the drivers say more. */
const RARE = 0.2;

/** Files where hardly anybody complains: there only what surely does is told. */
const hasRareFiles = ({ metrics }: Telling): boolean =>
  rowsOf(metrics.get('doubtReasons')).some((row) => row['reason'] === 'few-complaints');

/** What the reading errs where complaints are so rare that its errors may be all there is. */
function complaintDoubt(row: Row, telling: Telling): string {
  const { words } = telling;
  if (numberOf(row, 'complaints') === 0)
    return words.say(
      'La lecture en manque beaucoup là où elles sont rares : 9 sur 12 dans 839 messages relus à la main.',
      'The reading misses many where they are rare: 9 of 12 in 839 messages read by hand.',
    );
  // 58 right of 139 told, of 90 (`enrich/models/README.md`)
  if (hasRareFiles(telling))
    return words.say(
      'Là où presque personne ne se plaint, quatre plaintes reconnues sur dix en sont vraiment, et la moitié des vraies échappe à la lecture (1 211 messages relus à la main) : à relire une à une.',
      'Where hardly anybody complains, four in ten complaints told are real, and half of the real ones are missed (1,211 messages read by hand): read each of them.',
    );
  const alarms = numberOf(row, 'falseAlarmShare');
  return numberOf(row, 'complaintLow') > alarms
    ? ''
    : words.say(
        `Ce n’est pas nettement plus que ce que la lecture reconnaît à tort là où personne ne se plaint (${words.value(alarms, 'share')} des messages) : à relire une à une.`,
        `That is not clearly more than the reading tells wrongly where nobody complains (${words.value(alarms, 'share')} of messages): read each of them.`,
      );
}

/** Complaints that blame beyond doubt, then others: praise with a regret shows none. */
function complaintQuotes(telling: Telling, count: number): StoryQuote[] {
  const clear = quotesFor(telling, { complaint: true, sentiment: 'negative' }, count);
  return [...clear, ...quotesFor(telling, { complaint: true }, count - clear.length)];
}

/** Real complaints among the messages that their authors wrote, where they are rare enough to be lost among others. */
export function publicComplaintFindings(telling: Telling): Finding[] {
  const metric = telling.metrics.get('reshareShare');
  const { words } = telling;
  const [row] = rowsOf(metric);
  const share = numberOrNull(row, 'complaintShare');
  if (metric === undefined || row === undefined || share === null) return [];
  const own = numberOf(row, 'ownRead');
  if (own < LEAST_MESSAGES || share >= RARE) return [];
  const denominator = words.say(
    'messages publics écrits par leur auteur, dont le texte est lu',
    'public messages written by their author, whose text is read',
  );
  const complaints = {
    ...cellOf(metric, row, 'complaints', [], words, { style: 'number', n: 'ownRead', denominator }),
    low: null,
    high: null,
  };
  const rate = cellOf(metric, row, 'complaintShare', [], words, {
    style: 'share',
    low: 'complaintLow',
    high: 'complaintHigh',
    n: 'ownRead',
    denominator,
  });
  const [count, all] = [words.number(complaints.value), words.number(own)];
  const [read, readEn] = own < numberOf(row, 'own') ? [' lus', ' that are read'] : ['', ''];
  const [alone, aloneEn] =
    numberOf(row, 'reshares') > 0 ? [', reprises exclues', ', reposts left out'] : ['', ''];
  const inAll = words.say(
    `dans ${all} messages publics${read}${alone}`,
    `in ${all} public messages${readEn}${aloneEn}`,
  );
  return [
    makeFinding(telling, {
      id: 'complaints',
      metric,
      title:
        complaints.value === 0
          ? words.say(`Aucune plainte reconnue ${inAll}`, `No complaint found ${inAll}`)
          : words.say(
              `${complaints.value < 2 ? 'Une seule plainte reconnue' : `${count} plaintes reconnues`} ${inAll}`,
              `${complaints.value === 1 ? 'One complaint' : `${count} complaints`} found ${inAll}`,
            ),
      text: complaintDoubt(row, telling),
      figures: [rate, complaints],
      quotes: complaintQuotes(telling, Math.min(2, complaints.value)),
      size: 0.3,
      novelty: 0.6,
      stage: 'public',
    }),
  ];
}
