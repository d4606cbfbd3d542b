import { describe, expect, it } from 'vitest';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { metaPosts } from '../../../src/ingest/formats/publishing-suites.js';
import { readText } from '../read-source.js';
import { picked, readTable } from '../read-table.js';

const semicolons = { separator: ';' };
const TEXTS = [
  'Le couvercle du pot était fendu',
  'Un bocal au goût de brûlé',
  'Une part bien plus petite qu’avant',
  'Rien à redire, on en rachètera',
];
const json = (value: unknown) => readText(genericTable, JSON.stringify(value), 'export.json');

describe('layouts of tools that no format declares', () => {
  it('takes as the press what a column of kinds of sources calls news', async () => {
    for (const [kind, news] of [
      ['Category', 'News'],
      ['Resource type', 'News'],
      ['Type de média', 'Actualités'],
    ]) {
      const { records } = await readTable(
        genericTable,
        `Date;Titre;Texte;URL;${kind};Auteur;Influence score`,
        [
          `2026-03-13 | Un rappel | ${TEXTS[0]} | https://journal.example/1 | ${news} | Lou Roy | 3`,
          `2026-03-14 | Un avis | ${TEXTS[1]} | https://forum.example/2 | Forums | Max | 4`,
        ],
        semicolons,
      );
      expect(picked(records, 'stage', 'rating')).toEqual([
        ['press', undefined],
        ['public', undefined],
      ]);
    }
  });

  it('takes a list of cuttings by its values of publicity, whatever their media', async () => {
    const { records } = await readTable(
      genericTable,
      'News Date;News Headline;Outlet Name;Contact Name;Media Type;UVPM;Publicity Value;News Text',
      ['Online', 'Print', 'Radio'].map(
        (media, at) =>
          `03/0${4 + at}/2026 | Un rappel ${at} | Le Val | Lou Roy | ${media} | 9 | 12.5 | ${TEXTS[at]}`,
      ),
      semicolons,
    );
    expect(picked(records, 'stage')).toEqual([['press'], ['press'], ['press']]);
  });

  it('tells public rows by their type beside private messages', async () => {
    const { records } = await readTable(
      genericTable,
      'Conversation ID;Created Time;Channel Type;Message Type;Sender Name;Message',
      [
        `1 | 2026-03-13 10:00:00 | Facebook | Facebook Comment | Lou Roy | ${TEXTS[0]}`,
        `2 | 2026-03-14 10:00:00 | Facebook | Facebook Private Message | Max Bel | ${TEXTS[1]}`,
        `3 | 2026-03-15 10:00:00 | Twitter | Twitter Mention | Zoé Val | ${TEXTS[2]}`,
      ],
      semicolons,
    );
    expect(picked(records, 'platform', 'stage')).toEqual([
      ['facebook', 'public'],
      ['facebook', 'private'],
      ['x', 'public'],
    ]);
  });

  it.each([
    ['Date;Type;Auteur;Message', 'E-mail', 'Commentaire'],
    ['Date;Catégorie;Nom;Retour client', 'TV', 'TV'],
  ])('keeps private what a desk calls a comment or a shop a department: %s', async (header, one, other) => {
    const { records } = await readTable(
      genericTable,
      header,
      [one, other].map((kind, at) => `13/03/2026 1${at}:00 | ${kind} | Lou Roy ${at} | ${TEXTS[at]}`),
      semicolons,
    );
    expect(picked(records, 'stage')).toEqual([['private'], ['private']]);
  });

  it('takes reviews of shops as public beside the mail address of who bought', async () => {
    const { records } = await readTable(
      genericTable,
      'product_handle;rating;author;email;body;created_at;verified_purchase',
      TEXTS.slice(0, 2).map(
        (text) => `brel | 2 | Lou Roy | lou@exemple.example | ${text} | 2026-03-13 | TRUE`,
      ),
      semicolons,
    );
    expect(picked(records, 'stage', 'kind')).toEqual([
      ['public', 'review'],
      ['public', 'review'],
    ]);
  });

  it('reads posts of a forum as public, and votes as no rating', async () => {
    const forum = await readTable(
      genericTable,
      'post_id;topic_id;forum_id;poster_id;post_time;post_username;post_subject;post_text',
      TEXTS.map((text, at) => `${at} | 7 | 3 | ${50 + at} | 177339${at}000 | Lou${at} | Re: pots | ${text}`),
      semicolons,
    );
    expect(picked(forum.records, 'stage', 'threadId', 'authorId', 'authorName')[1]).toEqual([
      'public',
      '7',
      '51',
      'Lou1',
    ]);
    const votes = await readTable(
      genericTable,
      'title;score;id;url;num_comments;body;created',
      TEXTS.map(
        (text, at) =>
          `Question ${at} | 12 | a${at} | https://www.reddit.com/r/x/comments/a${at}/q/ | 4 | ${text} | 1773390000.0`,
      ),
      semicolons,
    );
    expect(picked(votes.records, 'rating', 'likes')[0]).toEqual([undefined, 12]);
  });

  it('reads reviews under what is no message, and the answers in them as those of the brand', async () => {
    const reviews = TEXTS.map((review, at) => ({
      id_review: `r${at}`,
      review_date: `2026-03-1${at}T10:00:00.000Z`,
      rate: String(at + 1),
      review,
      firstname: 'Lou',
      lastname: `R${at}.`,
      email: '',
      publish_date: `2026-03-1${at}T10:00:00.000Z`,
      count_helpful_yes: '0',
      moderation:
        at === 0
          ? [{ comment_date: '2026-03-20T10:00:00.000Z', comment: 'Bonjour, nous vous écrivons ce jour' }]
          : [],
    }));
    const { records } = await json([{ reviews, count: 4 }]);
    expect(picked(records, 'text', 'rating', 'direction', 'stage').slice(0, 3)).toEqual([
      [TEXTS[0], 1, undefined, 'public'],
      ['Bonjour, nous vous écrivons ce jour', undefined, 'outbound', 'public'],
      [TEXTS[1], 2, undefined, 'public'],
    ]);
    expect(records).toHaveLength(5);
    expect(records[1]?.parentId).toBe(records[0]?.id);
  });

  it('takes the rating, not the ends of its scale', async () => {
    const { records } = await json({
      reviews: TEXTS.map((review, at) => ({
        customer: { display_name: `Lou ${at}` },
        service: {
          rating: { min: 1, max: 5, rating: at + 1 },
          review,
          created_at: `2026-03-1${at}T10:00:00Z`,
        },
      })),
    });
    expect(picked(records, 'rating', 'authorName')[1]).toEqual([2, 'Lou 1']);
  });

  it('leaves out trials of a survey, and dates an answer by when it came', async () => {
    const { records, rejects } = await readTable(
      genericTable,
      'Response Type;Score;Comment;Survey Created At;Survey Responded At;NPS',
      [
        ...TEXTS.map(
          (text) => `promoter | 9 | ${text} | 2026-03-13 08:00:00 UTC | 2026-03-13 18:00:00 UTC | 9`,
        ),
        'Survey Preview | 9 | Essai de nos équipes avant envoi | 2026-03-13 08:00:00 UTC | 2026-03-13 18:00:00 UTC | 9',
      ],
      semicolons,
    );
    expect(rejects.map(({ hint }) => hint)).toEqual(['a trial of the survey, no answer']);
    expect(picked(records, 'sentAt')[0]).toEqual(['2026-03-13T18:00:00.000Z']);
  });

  it('dates a score of recommendation by its answer, which is no answer of the brand', async () => {
    const { records } = await readTable(
      genericTable,
      "Date d'envoi;Date de réponse;Email;Note NPS;Commentaire",
      TEXTS.map(
        (text, at) =>
          `13/03/2026 10:00 | 1${4 + at}/03/2026 11:00 | l${at}@exemple.example | ${at} | ${text}`,
      ),
      semicolons,
    );
    expect(picked(records, 'sentAt', 'direction')).toHaveLength(4);
    expect(picked(records, 'sentAt')[0]).toEqual(['2026-03-14T11:00:00.000Z']);
  });

  it('dates a review by itself, not by the meal, and reads the right of reply', async () => {
    const { records } = await readTable(
      genericTable,
      "Date de réservation;Date de l'avis;Restaurant;Client;Évaluation globale;Commentaire;Droit de réponse",
      TEXTS.map(
        (text, at) =>
          `13/03/2026 | 1${4 + at}/03/2026 | Brel | Lou ${at} | ${at + 2} | ${text} | Bonjour, merci de nous écrire`,
      ),
      semicolons,
    );
    expect(picked(records, 'sentAt', 'rating', 'direction').slice(0, 2)).toEqual([
      ['2026-03-14T00:00:00.000Z', 2, undefined],
      [undefined, undefined, 'outbound'],
    ]);
  });

  it('tells comments by a kind before the network, beside Messenger', async () => {
    const { records } = await readTable(
      genericTable,
      'Date;Type de message;Auteur;Message',
      ['Commentaire Facebook', 'Messenger', 'Message privé Instagram'].map(
        (kind, at) => `1${3 + at}/03/2026 10:00 | ${kind} | Lou Roy ${at} | ${TEXTS[at]}`,
      ),
      semicolons,
    );
    expect(picked(records, 'stage')).toEqual([['public'], ['private'], ['private']]);
  });

  it('reads month first where day first would be one day of many months, and says so', async () => {
    const { records, doubts } = await readTable(
      genericTable,
      'Date;Author;Body;Rating',
      [4, 5, 6, 7, 8].map((day) => `03/0${day}/2026 | Lou ${day} | ${TEXTS[day % 4]} | 4`),
      semicolons,
    );
    expect(picked(records, 'sentAt')[0]).toEqual(['2026-03-04T00:00:00.000Z']);
    expect(doubts.find(({ reason }) => reason === 'date-order')?.hint).toMatch(/read month first/);
    const monthly = await readTable(
      genericTable,
      'Date;Author;Body;Rating',
      [4, 5, 6, 7, 8].map((month) => `01/0${month}/2026 | Lou ${month} | ${TEXTS[month % 4]} | 4`),
      semicolons,
    );
    expect(picked(monthly.records, 'sentAt')[0]).toEqual(['2026-04-01T00:00:00.000Z']);
  });

  it('reads posts of Meta in English as in French', async () => {
    const { records } = await readTable(
      metaPosts,
      'Post ID;Page ID;Page name;Title;Description;Publish time;Permalink;Post type;Views',
      [
        `1 | 9 | Brel | Nos crêpes arrivent |  | 03/13/2026 10:30 | https://www.instagram.com/p/Cab1/ | Photo | 12`,
      ],
      semicolons,
    );
    expect(picked(records, 'platform', 'text', 'title', 'authorIsBrand', 'views')).toEqual([
      ['instagram', 'Nos crêpes arrivent', undefined, true, 12],
    ]);
  });
});
