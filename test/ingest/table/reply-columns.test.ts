import { describe, expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { type Reading, readWith } from '../read-sample.js';

const read = async (csv: string, map?: Record<string, string>): Promise<Reading> =>
  readWith(genericTable, await openBytes(Buffer.from(csv), 'a.csv'), {
    zone: 'Europe/Paris',
    dateOrder: 'dmy',
    ...(map && { map }),
  });

const REVIEWS = (reply: string, replied: string): string =>
  `Magasin;${replied};Date;Auteur;Note;Avis;${reply}
Brest;14/01/2026;12/01/2026;Zoé L;2;La caisse était fermée, dommage;Bonjour Zoé, elle rouvre lundi et nous vous prions de nous excuser.
Brest;;13/01/2026;Léo M;5;Rien à redire;
Vannes;16/01/2026;15/01/2026;Ana P;1;Pain rassis vendu comme frais;Merci de votre signalement.
`;

describe('the brand’s answer beside a review', () => {
  it.each([
    ['Réponse du propriétaire', 'Date de réponse'],
    ['Réponse de l’enseigne', 'Répondu le'],
    ['Réponse', 'Date de la réponse'],
    ['Owner response', 'Response date'],
    ['Reply text', 'Replied at'],
    ['Company Reply', 'Reply date'],
  ])('%s and %s are a message of the brand under it', async (reply, replied) => {
    const { records } = await read(REVIEWS(reply, replied));
    expect(records).toHaveLength(5);
    const [zoe, toZoe, leo, ana, toAna] = records;
    expect(zoe).toMatchObject({ text: 'La caisse était fermée, dommage', rating: 2, store: 'Brest' });
    expect(zoe?.sentAt?.raw).toBe('12/01/2026');
    expect(toZoe).toMatchObject({
      direction: 'outbound',
      authorIsBrand: true,
      parentId: zoe?.id,
      channel: 'web-review',
      stage: 'public',
    });
    expect(toZoe?.sentAt?.raw).toBe('14/01/2026');
    expect(leo?.id).toBeUndefined();
    expect(toAna).toMatchObject({ text: 'Merci de votre signalement.', parentId: ana?.id, store: 'Vannes' });
    expect(zoe?.attributes).toBeUndefined();
  });

  it('is the customer’s in a survey', async () => {
    const { records } = await read(
      'Horodateur;Question;Réponse\n12/01/2026;Que pensez-vous du pain ?;Il est trop cuit à mon goût\n13/01/2026;Que pensez-vous du pain ?;Rien à dire, il est très bon\n',
    );
    expect(records.map(({ text }) => text)).toContain('Il est trop cuit à mon goût');
    expect(records.every(({ direction }) => direction !== 'outbound')).toBe(true);
  });

  it('answers words under any name where it has a date of its own, and “No Reply” is none', async () => {
    const { records } = await read(
      'Company;Customer;Title;Date_review;Reply;Date_reply;Rating;Experience\n' +
        'Brel;Zoé L;Déçue;12/01/2026;Bonjour Zoé, nous sommes navrés de ce retard.;14/01/2026;2;Le colis a mis trois semaines à arriver jusqu’à la maison\n' +
        'Brel;Léo M;Parfait;13/01/2026;No Reply;13/01/2026;5;Tout est arrivé en bon état et bien avant la date annoncée\n',
    );
    expect(records.map(({ text, direction }) => [text?.slice(0, 12), direction])).toEqual([
      ['Le colis a m', undefined],
      ['Bonjour Zoé,', 'outbound'],
      ['Tout est arr', undefined],
    ]);
  });

  it('can be told', async () => {
    const { records } = await read(REVIEWS('Mot 2', 'Quand 2'), { reply: 'Mot 2', replyDate: 'Quand 2' });
    expect(records.filter(({ direction }) => direction === 'outbound')).toHaveLength(2);
  });
});

describe('a ticket whose export tells when it was first answered', () => {
  it('has an answer without words, at that time', async () => {
    const { records } = await read(
      `N° ticket;Date de création;Date 1ère réponse;Date de clôture;Demandeur;Description;Statut
7;06/01/2026 10:02;06/01/2026 15:30;07/01/2026 09:00;Zoé L;Mon colis n’est jamais arrivé chez moi;Clos
8;07/01/2026 09:00;;;Léo M;Le pot est arrivé fendu, encore une fois;Nouveau
`,
    );
    expect(records).toHaveLength(3);
    expect(records[1]).toMatchObject({
      direction: 'outbound',
      stage: 'private',
      threadId: '7',
      text: undefined,
    });
    expect(records[1]?.sentAt?.epochMs).toBe(Date.UTC(2026, 0, 6, 14, 30));
    expect(records[2]?.sentAt?.raw).toBe('07/01/2026 09:00');
  });
});

it('a certifier’s table of reviews that were published: public, with the answer of the merchant', async () => {
  const { records } =
    await read(`Référence commande;Date de commande;Date de l'avis;Note;Avis;Prénom;Nom;Statut;Réponse du marchand;Date de la réponse
C1;02/01/2026;09/01/2026 10:12;1;Beurre livré fondu et carton trempé;Zoé;Lenoir;Publié;Nous en sommes navrés, Zoé;10/01/2026 09:00
C2;03/01/2026;12/01/2026 18:40;5;Parfait du début à la fin;Léo;M.;Publié;;
`);
  expect(
    records.map(({ stage, kind, direction, authorName }) => [stage, kind, direction, authorName]),
  ).toEqual([
    ['public', 'review', undefined, 'Zoé Lenoir'],
    ['public', 'comment', 'outbound', undefined],
    ['public', 'review', undefined, 'Léo M.'],
  ]);
  expect(records[1]?.text).toBe('Nous en sommes navrés, Zoé');
  expect(records[0]?.sentAt?.raw).toBe('09/01/2026 10:12');
});

it('an answer told without its words has none, and who responded to reviews makes no survey', async () => {
  const table = `product,rating,review,reviewerName,additionDate,response,respondent,responseDate
Miel,2,Le bocal est arrivé fêlé,Lou,2026-02-03 10:00:00,Company has responded to this review.,Gwen,2026-02-04 10:00:00
Miel,5,Un miel très doux,Ana,2026-02-05 10:00:00,Merci de votre retour sur ce miel,Gwen,2026-02-06 10:00:00
`;
  const { records } = await readWith(genericTable, await openBytes(Buffer.from(table), 'reviews.csv'));
  expect(records.map(({ stage, direction, text }) => [stage, direction, text])).toEqual([
    ['public', undefined, 'Le bocal est arrivé fêlé'],
    ['public', 'outbound', undefined],
    ['public', undefined, 'Un miel très doux'],
    ['public', 'outbound', 'Merci de votre retour sur ce miel'],
  ]);
});

it.each(['Réponse apportée', 'Réponse donnée au client', 'Réponses apportées'])(
  '%s of a register is the brand’s answer',
  async (reply) => {
    const { records } = await read(
      `N°;Date réception;Nom du consommateur;N° lot;Description de la réclamation;${reply};Date réponse
1;04/03/2026;Ada Roux;L2604;Le bocal sentait le vinaigre;Analyse faite, le bocal est conforme.;09/03/2026
2;05/03/2026;Léon Petit;L2605;Un noyau entier dans la confiture;Nous vous présentons nos excuses.;10/03/2026
3;06/03/2026;Inès Morel;L2606;Le couvercle était rouillé dessous;;
`,
    );
    expect(records.map(({ direction, authorName }) => [direction, authorName])).toEqual([
      [undefined, 'Ada Roux'],
      ['outbound', undefined],
      [undefined, 'Léon Petit'],
      ['outbound', undefined],
      [undefined, 'Inès Morel'],
    ]);
  },
);
