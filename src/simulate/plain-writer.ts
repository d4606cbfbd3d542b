import type { Subject } from './compose.js';
import type { Person } from './people.js';
import { joined, type Writer } from './writing.js';

/** Short unique stand-ins instead of texts, for large corpora in memory; they name driver, product, lot and city. */
export function createPlainWriter(): Writer {
  let n = 0;
  const line = (what: string, person?: Person, subject?: Subject): string =>
    `${what} ${++n} ${subject?.driver ?? ''} ${subject?.product.name ?? ''} ${subject?.lot ?? ''} ${person?.city ?? ''}`.trim();
  return {
    complaint: (person, subject) => ({ text: line('réclamation', person, subject) }),
    reminder: (person, subject) => line('relance', person, subject),
    answer: (person, subject) => line('précision', person, subject),
    agentAnswer: (person, subject) => line('réponse', person, subject),
    agentSolved: (person, subject) => line('dossier réglé', person, subject),
    agentPublic: (person, subject) => line('réponse publique', person, subject),
    note: () => line('note'),
    automatic: () => line('accusé de réception'),
    thanks: (person, subject) => line('merci', person, subject),
    reopening: (person, subject) => line('toujours le problème', person, subject),
    publicComplaint: (person, subject, _channel, _at, { proof }) => ({
      sentiment: 'negative',
      text: joined([line('plainte publique', person, subject), proof ?? '']),
    }),
    meToo: (person, subject) => ({ text: line('pareil', person, subject), sentiment: 'negative' }),
    noise: (kind, person, subject) => line(kind, person, subject),
    reviewTitle: (sentiment) => sentiment,
    article: ({ headline, lead }) => ({ title: headline, text: lead }),
  };
}
