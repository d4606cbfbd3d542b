import { expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { readSurveyed } from '../../../src/ingest/reader.js';
import { surveyFile } from '../../../src/ingest/survey-file.js';

async function told(text: string): Promise<{ records: unknown[][]; rejects: string[] }> {
  const walked = { path: 'a.csv', file: await openBytes(Buffer.from(text), 'a.csv') };
  const records: unknown[][] = [],
    rejects: string[] = [];
  const options = { zone: 'Europe/Paris' };
  for await (const event of readSurveyed(walked, await surveyFile(walked, options), options))
    if (event.type === 'batch') {
      for (const { text: words, title, sentAt } of event.records)
        records.push([
          words ?? title,
          sentAt?.epochMs == null ? null : new Date(sentAt.epochMs).toISOString(),
        ]);
      for (const { row, hint } of event.rejects) rejects.push(`${row}: ${hint}`);
    }
  return { records, rejects };
}

it('SurveyMonkey: kinds of answers under the questions are no answer', async () => {
  expect(
    await told(
      'Respondent ID,Start Date,Que pensez-vous du magasin ?,Une note ?\n,,Open-Ended Response,Response\n118,03/15/2026 10:00:00 AM,"Accueil froid, caisses fermées à midi",2\n119,03/16/2026 10:00:00 AM,Rien à dire de plus que bravo,5\n',
    ),
  ).toEqual({
    records: [
      ['Accueil froid, caisses fermées à midi', '2026-03-15T09:00:00.000Z'],
      ['Rien à dire de plus que bravo', '2026-03-16T09:00:00.000Z'],
    ],
    rejects: ['2: a second line of headers'],
  });
});

it('Qualtrics: names in words and places of import are no answer', async () => {
  const fields = ['StartDate', 'EndDate', 'Status', 'Progress', 'Finished', 'ResponseId', 'Q1'];
  const words = [
    'Start Date',
    'End Date',
    'Response Type',
    'Progress',
    'Finished',
    'Response ID',
    'Votre visite ?',
  ];
  const places = fields.map((name) => `"{""ImportId"":""${name}""}"`);
  const answers = Array.from(
    { length: 12 },
    (_, at) =>
      `2026-03-${at + 10} 10:00:00,2026-03-${at + 10} 10:05:00,IP Address,100,True,R_${at},Accueil froid, caisse ${at} fermée`,
  ).map((line) => line.replace(/(Accueil.*)$/, '"$1"'));
  const { records, rejects } = await told(
    `${[fields.join(','), words.join(','), places.join(','), ...answers].join('\n')}\n`,
  );
  expect(records).toHaveLength(12);
  expect(rejects).toEqual(['1: stands above the header', '3: a second line of headers']);
});

it('a row that looks like a header in one cell is a row', async () => {
  expect(
    (await told('Note;Date;Avis\n5;12/03/2026;réponse ouverte\n4;13/03/2026;Très bon accueil en magasin\n'))
      .records,
  ).toHaveLength(2);
});

it('Freshdesk without descriptions: subjects are what is told of tickets', async () => {
  expect(
    await told(
      'ID de ticket;Sujet;Statut;Agent;Heure de création;E-mail\n12;Colis jamais arrivé depuis dix jours;Ouvert;Zoé;2026-03-15 10:00:00;c@exemple.fr\n13;Beurre rance dans ma commande;Clos;Zoé;2026-03-16 10:00:00;d@exemple.fr\n',
    ),
  ).toEqual({
    records: [
      ['Colis jamais arrivé depuis dix jours', '2026-03-15T09:00:00.000Z'],
      ['Beurre rance dans ma commande', '2026-03-16T09:00:00.000Z'],
    ],
    rejects: [],
  });
});

it('dates in three columns have the hour beside them, and the zone', async () => {
  expect(
    (
      await told(
        'Jour;Mois;Année;Heure;Avis\n15;mars;2026;10h05;Accueil froid, caisses fermées\n16;mars;2026;;Très bon accueil en magasin\n',
      )
    ).records.map(([, at]) => at),
  ).toEqual(['2026-03-15T09:05:00.000Z', '2026-03-15T23:00:00.000Z']);
  expect(
    (
      await told(
        'Jour;Mois;Année;Avis\n15;3;2026;Accueil froid, caisses fermées\n16;4;2026;Très bon accueil\n',
      )
    ).records.map(([, at]) => at),
  ).toEqual(['2026-03-14T23:00:00.000Z', '2026-04-15T22:00:00.000Z']);
});
