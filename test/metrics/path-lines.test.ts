import { expect, it } from 'vitest';
import { followLines } from '../../src/metrics/path-lines.js';
import type { FollowedMessage, FollowPath } from '../../src/metrics/path-of-message.js';

const message: FollowedMessage = {
  messageId: 'whatsapp:1',
  file: 'whatsapp-0a.txt',
  row: 3,
  format: 'whatsapp',
  sentAt: null,
  sentAtText: '31/02/2026',
  sentAtZone: 'Europe/Paris',
  stage: 'private',
  channel: 'whatsapp',
  direction: 'inbound',
  kind: 'message',
  authorKey: null,
  text: null,
  url: null,
  understood: { sentiment: 'negative', polarity: -0.456, drivers: ['price', 'taste'] },
  cues: { complaint: ['perdu +1.20'] },
  linkProbability: 0.9123,
  evidence: [
    { field: 'handle', bits: 7.24 },
    { field: 'time', bits: -1 },
    { field: 'thread', bits: null },
  ],
};
const path = (over: Partial<FollowPath>): FollowPath => ({
  asked: 'whatsapp:1',
  messages: [message],
  duplicates: [],
  case: null,
  countedIn: [],
  ...over,
});

it('tells what is hidden, what is absent and why it was linked', () => {
  expect(followLines(path({}))).toEqual([
    'whatsapp:1',
    '  read        whatsapp-0a.txt, row 3, as whatsapp',
    '  sent        no date (written "31/02/2026", zone Europe/Paris)',
    '  is          private inbound message on whatsapp, author unknown',
    '  text        (private: shown with --private)',
    '  understood  sentiment negative; polarity -0.46; drivers price, taste',
    '  cues        complaint: perdu +1.20',
    '  linked      probability 0.912 (handle +7.2, time −1.0, thread)',
    'case: none',
  ]);
});

it('tells a public text in one line, its twins, its case and the bars it is in', () => {
  const lines = followLines(
    path({
      messages: [
        { ...message, stage: 'public', text: 'Deux\n lignes', understood: {}, linkProbability: null },
      ],
      duplicates: [{ file: 'b.csv', row: 8 }],
      case: {
        caseId: 'case:1',
        facts: { caseId: 'case:1', inbound: 2 },
        transitions: [{ from: 'private', to: 'public', at: '2026-03-01', delayHours: 26, messageId: 'x:2' }],
      },
      countedIn: [{ metric: 'driverShares', bar: 'price', count: 12, unit: 'messages' }],
    }),
  );
  expect(lines).toContain('  text        Deux lignes');
  expect(lines).toContain('  understood  nothing');
  expect(lines.slice(-5)).toEqual([
    '  duplicate   b.csv, row 8',
    'case:1',
    '  inbound             2',
    '  private → public at 2026-03-01, 26.0 h after opening, shown by x:2',
    'counted in: driverShares, bar "price" (12 messages)',
  ]);
});

it('speaks French, codes of columns and texts as they are', () => {
  const lines = followLines(
    path({
      messages: [{ ...message, text: "L'eau ; rien", stage: 'public' }],
      duplicates: [{ file: 'b.csv', row: 8 }],
    }),
    'fr',
  ).map((line) => line.replaceAll(/[\u00a0\u202f]/g, ' '));
  expect(lines).toEqual([
    'whatsapp:1',
    '  lu          whatsapp-0a.txt, ligne 3, format whatsapp',
    '  daté        sans date (écrit « 31/02/2026 », fuseau Europe/Paris)',
    '  est         message en public, reçu, sur whatsapp, auteur inconnu',
    "  texte       L'eau ; rien",
    '  compris     sentiment negative; polarity -0.46; drivers price, taste',
    '  indices     complaint: perdu +1.20',
    '  rattaché    probabilité 0.912 (handle +7.2, time −1.0, thread)',
    '  doublon     b.csv, ligne 8',
    'dossier : aucun',
  ]);
});
