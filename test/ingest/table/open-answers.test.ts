import { describe, expect, it } from 'vitest';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { type Reading, readText } from '../read-sample.js';

const read = (csv: string, map?: Record<string, string>): Promise<Reading> =>
  readText(genericTable, csv, 'enquete.csv', { zone: 'Europe/Paris', ...(map && { map }) });

const FORM = `Horodateur;Dans quel magasin êtes-vous allé ?;Sur une échelle de 0 à 10, nous recommanderiez-vous ?;Pourquoi cette note ?;Quels rayons avez-vous vus ?;Que pouvons-nous améliorer ?
14/02/2026 09:12:33;Rennes Centre;2;Le rayon marée sentait fort, et personne pour répondre;Boucherie, Fromage;Former le rayon marée
15/02/2026 10:12:33;Rennes Sud;5;Accueil au top, merci à la boulangère;Boucherie, Fromage, Marée;
16/02/2026 18:12:33;Rennes Sud;4;;Marée, Fromage;Le prix des fruits bio
17/02/2026 18:12:33;Rennes Sud;3;;Marée, Boucherie;
`;

describe('answers to a survey', () => {
  it('are one message of each respondent, with every question answered in words', async () => {
    const { records, doubts } = await read(FORM);
    expect(records.map(({ text }) => text)).toEqual([
      'Le rayon marée sentait fort, et personne pour répondre\nFormer le rayon marée',
      'Accueil au top, merci à la boulangère',
      'Le prix des fruits bio',
      undefined,
    ]);
    expect(records[2]).toMatchObject({
      stage: 'private',
      kind: 'message',
      channel: 'survey',
      rating: 4,
      ratingMax: 10,
      attributes: {
        'Dans quel magasin êtes-vous allé ?': 'Rennes Sud',
        'Quels rayons avez-vous vus ?': 'Marée, Fromage',
      },
    });
    expect(doubts.map(({ reason }) => reason)).toEqual(['guessed-mapping']);
  });

  it('are of the one column that a mapping names', async () => {
    const { records } = await read(FORM, { text: 'Que pouvons-nous améliorer ?' });
    expect(records[0]?.text).toBe('Former le rayon marée');
  });

  it('have the end of the answer as their date, and a response is no reply of the brand', async () => {
    const typeform = await read(
      '#,How likely are you to recommend us?,What did you like?,What did you dislike?,Start Date (UTC),Submit Date (UTC)\nk1,9,The taste is good,Pots too small for us,2026-02-01 10:00:00,2026-02-01 10:02:00\nk2,0,,There was mould under the lid,2026-02-02 10:00:00,2026-02-02 10:03:00\n',
    );
    expect(typeform.records.map(({ text, rating, ratingMax }) => [text, rating, ratingMax])).toEqual([
      ['The taste is good\nPots too small for us', 9, 10],
      ['There was mould under the lid', 0, 10],
    ]);
    expect(typeform.records[1]?.sentAt?.epochMs).toBe(Date.UTC(2026, 1, 2, 10, 3));
    const visits = await read(
      'Response ID,Response Date,Interaction Date,Unit Name,Likelihood to Recommend,LTR Comment,Improvement Comment,Alert Status\n9,2026-01-10,2026-01-08,Bordeaux Lac,9,Staff was quick at the till today,More tills on Saturdays,No Alert\n8,2026-01-11,2026-01-08,Lille,2,My chicken was off the day after,Check the fridges please,Open\n',
    );
    expect(visits.records).toHaveLength(2);
    expect(visits.records[0]).toMatchObject({
      id: '9',
      text: 'Staff was quick at the till today\nMore tills on Saturdays',
      store: 'Bordeaux Lac',
      sentAt: { raw: '2026-01-10' },
    });
  });

  it('are no names and addresses, which stay attributes', async () => {
    const { records } = await read(
      'EndDate,Verbatim,Q2_NPS,Votre nom et prénom ?,Quelle est votre adresse postale ?\n2026-03-02,Yaourt périmé au magasin,2,Lou Exemple Durand,"12 rue des Lilas prolongée, 69003 Lyon"\n2026-03-03,Trop attendu en caisse,1,Max Exemple Petit,"4 avenue du Maréchal, 59000 Lille"\n',
    );
    expect(records.map(({ text }) => text)).toEqual(['Yaourt périmé au magasin', 'Trop attendu en caisse']);
  });

  it('are told beside the browser of who answers', async () => {
    const { records } = await read(
      '#,What did you dislike?,Submit Date (UTC),User Agent\nk1,The yoghurt was out of date and nobody answered,2026-02-01 10:02:00,Mozilla\nk2,Waiting at the till was far too long on Saturday,2026-02-02 10:03:00,Mozilla\n',
    );
    expect(records[0]?.channel).toBe('survey');
  });

  it('are none where a register says what was done', async () => {
    const { records } = await read(
      'Date;E-mail;Réclamation;Remboursé ?\n2026-03-02;a@b.example;Le yaourt était périmé hier soir;Oui\n2026-03-03;c@d.example;Trop attendu en caisse ce matin;Non\n',
    );
    expect(records[0]?.channel).toBe('message');
  });

  it('beside a ticket stay what they are: the ticket’s', async () => {
    const { records } = await read(
      'Ticket ID;Date;Agent;NPS;Verbatim;Que pouvons-nous améliorer ?\n12;2026-01-10;Max;3;Trois transferts pour une réponse;Répondre plus vite au téléphone\n13;2026-01-11;Max;9;Réponse claire et rapide, merci;Rien de plus à mon avis\n',
    );
    expect(records[0]?.channel).toBe('ticket');
    expect(records[0]?.text).not.toContain('\n');
  });
});
