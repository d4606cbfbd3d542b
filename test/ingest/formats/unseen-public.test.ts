import { describe, expect, it } from 'vitest';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { readText } from '../read-source.js';
import { picked, readTable } from '../read-table.js';

const semicolons = { separator: ';' };
const TEXTS = [
  'La barquette fuyait dans le sac',
  'Un biscuit mou dès l’ouverture',
  'Des portions qui rétrécissent encore',
  'Bonne pâte, on y revient volontiers',
];
const json = (value: unknown) => readText(genericTable, JSON.stringify(value), 'export.json');

describe('public layouts of a third set', () => {
  it('takes ratings with the seller’s answer as public beside numbers of orders', async () => {
    const mirakl = await readTable(
      genericTable,
      'Date de l’évaluation;Numéro de commande;Nom du client;Note globale;Commentaire;Réponse du vendeur',
      TEXTS.map((text, at) => `0${4 + at}/05/2026 | 7${at} | Lou Roy ${at} | ${1 + at} | ${text} | `),
      semicolons,
    );
    expect(picked(mirakl.records, 'stage', 'rating')[0]).toEqual(['public', 1]);
    const amazon = await readTable(
      genericTable,
      'Date;Évaluation;Commentaires;Votre réponse;Numéro de commande;E-mail de l’évaluateur',
      TEXTS.map(
        (text, at) =>
          `0${4 + at}/05/26 | ${1 + at} | ${text} | ${at === 1 ? 'Nous regrettons ce biscuit mou' : ''} | 40-${at} | x${at}@poste.example`,
      ),
      semicolons,
    );
    expect(picked(amazon.records, 'stage', 'rating', 'direction')).toEqual([
      ['public', 1, undefined],
      ['public', 2, undefined],
      ['public', undefined, 'outbound'],
      ['public', 3, undefined],
      ['public', 4, undefined],
    ]);
  });

  it('leaves private what staff mark, registers answer and customers tell the brand alone', async () => {
    for (const columns of [
      'Date;Évaluateur;Magasin;Note;Commentaire',
      'Date;Client;Numéro de réclamation;Note;Commentaire;Réponse de l’établissement',
      'Date;Type;E-mail;Note;Commentaire',
      'Date;Collaborateur;Note;Commentaire;Réponse de la direction',
    ]) {
      const cells: Readonly<Record<string, string>> = {
        Note: '3',
        Type: 'Avis',
        'E-mail': 'lou@poste.example',
        'Numéro de réclamation': 'R7',
      };
      const rows = TEXTS.map((text, at) =>
        columns
          .split(';')
          .map((name) =>
            name === 'Date' ? `0${4 + at}/05/2026` : name === 'Commentaire' ? text : (cells[name] ?? 'Foix'),
          )
          .join(' | '),
      );
      const { records } = await readTable(genericTable, columns, rows, semicolons);
      expect(new Set(picked(records, 'stage').flat())).toEqual(new Set(['private']));
    }
  });

  it('tells comments under advertisements from direct messages, and their network', async () => {
    const kinds = [
      'Commentaire de publicité Facebook',
      'Message privé Facebook',
      'Réponse à une story Instagram',
      'Mention Instagram',
    ];
    const { records } = await readTable(
      genericTable,
      'Date de création;Type d’élément;Auteur;Contenu;Statut;Traité par',
      TEXTS.map(
        (text, at) => `0${4 + at}/05/2026 10:00 | ${kinds[at]} | Lou Roy ${at} | ${text} | Traité | Zoé`,
      ),
      semicolons,
    );
    expect(picked(records, 'stage', 'platform')).toEqual([
      ['public', 'facebook'],
      ['private', 'facebook'],
      ['private', 'instagram'],
      ['public', 'instagram'],
    ]);
  });

  it('reads rows that are all of the kind of reviews as public, an answer in its own object as the brand’s', async () => {
    const items = TEXTS.map((comment, at) => ({
      id: `r${at}`,
      accountRef: 'acc-1',
      type: 'SERVICE_REVIEW',
      state: 'APPROVED',
      rating: 1 + at,
      title: `Mon colis ${at}`,
      comment,
      createdAt: `2026-05-0${4 + at}T10:00:00.000Z`,
      customer: { fullName: `Lou Roy ${at}`, email: `lou${at}@poste.example` },
      questionnaire: { id: 'q' },
      ...(at === 0 && {
        reply: { comment: 'Un autre colis part demain', createdAt: '2026-05-09T08:00:00.000Z' },
      }),
    }));
    const { records } = await json({ items });
    expect(picked(records, 'stage', 'text', 'sentAt', 'authorId')).toEqual(
      [
        ['public', TEXTS[0], '2026-05-04T10:00:00.000Z', undefined],
        ['public', 'Un autre colis part demain', '2026-05-09T08:00:00.000Z', undefined],
      ].concat(
        TEXTS.slice(1).map((text, at) => ['public', text, `2026-05-0${5 + at}T10:00:00.000Z`, undefined]),
      ),
    );
  });

  it('reads texts under names of two words, and chats of videos', async () => {
    const scraped = await json(
      TEXTS.map((reviewBody, at) => ({
        authorName: `Lou Roy ${at}`,
        datePublished: `2026-05-0${4 + at}T10:00:00.000Z`,
        reviewHeadline: `Achat ${at}`,
        reviewBody,
        ratingValue: 1 + at,
        replyMessage: at === 0 ? 'Toutes nos excuses pour ce sac' : null,
        replyPublishedDate: at === 0 ? '2026-05-09T08:00:00.000Z' : null,
      })),
    );
    expect(picked(scraped.records, 'title', 'text', 'rating', 'sentAt').slice(0, 2)).toEqual([
      ['Achat 0', TEXTS[0], 1, '2026-05-04T10:00:00.000Z'],
      [undefined, 'Toutes nos excuses pour ce sac', undefined, '2026-05-09T08:00:00.000Z'],
    ]);
    const chat = await json({
      video: { title: 'Atelier', created_at: '2026-05-04T18:00:00Z' },
      comments: TEXTS.map((body, at) => ({
        _id: `c${at}`,
        created_at: `2026-05-04T18:0${at}:00Z`,
        content_offset_seconds: 60 * at,
        commenter: { display_name: `lou_${at}`, _id: `${at}` },
        message: { body },
      })),
    });
    expect(picked(chat.records, 'stage', 'platform', 'authorName')[0]).toEqual(['public', 'twitch', 'lou_0']);
  });

  it('reads articles of which JSON or a table tells titles alone', async () => {
    const { records } = await json({
      articles: TEXTS.map((title, at) => ({
        url: `https://gazette.example/${at}`,
        title,
        seendate: `2026050${4 + at}T101500Z`,
        socialimage: '',
        domain: 'gazette.example',
        sourcecountry: 'France',
      })),
    });
    expect(picked(records, 'stage', 'title', 'sentAt')[0]).toEqual([
      'press',
      TEXTS[0],
      '2026-05-04T10:15:00.000Z',
    ]);
    const table = await readTable(
      genericTable,
      'Title;URL;Author Name;Published Date;Domain Name;Total Facebook Shares;Num Linking Domains',
      TEXTS.map(
        (title, at) =>
          `${title} | https://gazette.example/${at} | Lou Roy | 2026-05-0${4 + at} 10:00:00 | gazette.example | 4 | 1`,
      ),
      semicolons,
    );
    expect(picked(table.records, 'stage', 'title')[0]).toEqual(['press', TEXTS[0]]);
  });

  it('reads both halves of a review, and the answer to it', async () => {
    const { records } = await readTable(
      genericTable,
      'Nom du client;Date du commentaire;Titre du commentaire;Commentaire positif;Commentaire négatif;Note;Réponse de l’établissement',
      [
        `Lou Roy | 2026-05-04 10:00:00 | Un soir |  | ${TEXTS[0]} | 4.0 | Nous changeons de sac`,
        `Zoé Val | 2026-05-05 10:00:00 | Midi | ${TEXTS[3]} | ${TEXTS[2]} | 8.0 | `,
        `Max Bel | 2026-05-06 10:00:00 | Matin | ${TEXTS[3]} |  | 9.0 | `,
      ],
      semicolons,
    );
    expect(picked(records, 'stage', 'title', 'direction').slice(0, 2)).toEqual([
      ['public', 'Un soir', undefined],
      ['public', undefined, 'outbound'],
    ]);
    expect(records[2]?.text).toContain(TEXTS[3]);
    expect(records[2]?.text).toContain(TEXTS[2]);
    expect(records[3]?.text).toBe(TEXTS[3]);
  });

  it('reads questions about products with the answers of the brand', async () => {
    const { records } = await readTable(
      genericTable,
      'Date de la question;Référence produit;Produit;Pseudo du client;Question;Réponse;Date de la réponse',
      TEXTS.map(
        (text, at) =>
          `0${4 + at}/05/2026 10:00 | R${at} | Biscuits 150 g | lou${at} | ${text} ? | ${at === 0 ? 'Le sac est en papier' : ''} | ${at === 0 ? '09/05/2026 08:00' : ''}`,
      ),
      semicolons,
    );
    expect(picked(records, 'text', 'product', 'authorName', 'direction').slice(0, 2)).toEqual([
      [`${TEXTS[0]} ?`, 'Biscuits 150 g', 'lou0', undefined],
      ['Le sac est en papier', undefined, undefined, 'outbound'],
    ]);
  });

  it('completes a day with an hour whose column says its zone, and dates a score by its answer', async () => {
    const { records } = await readTable(
      genericTable,
      'Date;Time (UTC);Platform;Username;Post Text;Permalink;Reaction Score',
      TEXTS.map(
        (text, at) =>
          `2026-05-0${4 + at} | 11:5${at} AM | Twitter | lou_${at} | ${text} | https://x.com/lou/${at} | ${at}`,
      ),
      { ...semicolons, zone: 'Europe/Paris' },
    );
    expect(picked(records, 'sentAt', 'rating')[0]).toEqual(['2026-05-04T11:50:00.000Z', undefined]);
    const asked = await readTable(
      genericTable,
      'response_id;name;email;sent;opened;responded;score;comment',
      TEXTS.map(
        (text, at) =>
          `${at} | Lou Roy | lou${at}@poste.example | 2026-05-01 10:00:00 | 2026-05-02 10:00:00 | 2026-05-0${3 + at} 10:00:00 | ${6 + at} | ${text}`,
      ),
      semicolons,
    );
    expect(picked(asked.records, 'sentAt', 'stage', 'rating')[0]).toEqual([
      '2026-05-03T10:00:00.000Z',
      'private',
      6,
    ]);
  });
});
