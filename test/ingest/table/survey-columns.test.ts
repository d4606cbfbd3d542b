import { expect, it } from 'vitest';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { readText } from '../read-sample.js';

const QUALTRICS = `StartDate,EndDate,Status,RecordedDate,ResponseId,RecipientEmail,Q1_NPS_GROUP,Q1,Q2,ticket
Start Date,End Date,Response Type,Recorded Date,Response ID,Recipient Email,Nous recommanderiez-vous ? - Group,Nous recommanderiez-vous ?,Qu’est-ce qui explique votre note ?,ticket
"{""ImportId"":""startDate"",""timeZone"":""Z""}","{""ImportId"":""endDate"",""timeZone"":""Z""}","{""ImportId"":""status""}","{""ImportId"":""recordedDate"",""timeZone"":""Z""}","{""ImportId"":""_recordId""}","{""ImportId"":""recipientEmail""}","{""ImportId"":""QID1_NPS_GROUP""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}","{""ImportId"":""ticket""}"
2026-01-05 10:00:00,2026-01-05 10:04:00,0,2026-01-05 10:04:01,R_1,ana@exemple.fr,Detractor,1,Trois transferts pour rien,501
2026-01-06 11:00:00,2026-01-06 11:02:00,0,2026-01-06 11:02:01,R_2,bob@exemple.fr,Detractor,4,Réponse toute faite,502
`;

it('takes no answer of a desk for the end of a survey: tickets keep the date of their opening', async () => {
  const { records } = await readText(
    genericTable,
    `Ticket ID,Customer email,Message,Created at,Responded at,Status
T1,ana@exemple.fr,Le pot que je viens d’ouvrir sentait le brûlé,2026-01-02 09:00,2026-01-04 10:00,Closed
T2,bob@exemple.fr,La caisse est restée en panne toute la matinée,2026-01-03 09:00,2026-01-05 10:00,Open
`,
    'tickets.csv',
    { zone: 'UTC' },
  );
  expect(records.map(({ direction, sentAt }) => [direction, sentAt?.raw])).toEqual([
    [undefined, '2026-01-02 09:00'],
    ['outbound', '2026-01-04 10:00'],
    [undefined, '2026-01-03 09:00'],
    ['outbound', '2026-01-05 10:00'],
  ]);
});

it('reads a survey of Qualtrics by its questions: words, a score of ten, the end of the answer in the zone that it tells', async () => {
  const { records, rejects } = await readText(genericTable, QUALTRICS, 'enquete.csv', {
    zone: 'Europe/Paris',
  });
  expect(records.map(({ text, rating, ratingMax, id }) => [text, rating, ratingMax, id])).toEqual([
    ['Trois transferts pour rien', 1, 10, 'R_1'],
    ['Réponse toute faite', 4, 10, 'R_2'],
  ]);
  expect(records[0]?.sentAt?.epochMs).toBe(Date.UTC(2026, 0, 5, 10, 4));
  expect(rejects.map(({ reason }) => reason)).toEqual(['not-a-message', 'not-a-message']);
});
