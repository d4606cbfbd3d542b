import { expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { readWith } from '../read-sample.js';

const kinds = async (text: string, name = 'export.csv'): Promise<unknown> => {
  const { records } = await readWith(genericTable, await openBytes(Buffer.from(text), name));
  return records.map(({ kind, platform, parentId }) => [kind, platform, parentId]);
};

it('a column of kinds tells comments from posts, whatever they answer, and no network', async () => {
  expect(
    await kinds(
      `Created at;Network;Type;Author;Content;In reply to
2026-02-03 10:00:00;Facebook;Comment;Lou Verdier;Le bocal est arrivé fêlé;
2026-02-03 11:00:00;Facebook;Reply;Ruche;Écrivez-nous en message privé;7001
2026-02-03 12:00:00;Instagram;Post;Ana Petit;Très déçue de cette ruche;
`,
    ),
  ).toEqual([
    ['comment', 'facebook', undefined],
    ['comment', 'facebook', '7001'],
    ['post', 'instagram', undefined],
  ]);
});

it('a type that says « chat » beside « chien » is of animals, and hides no review', async () => {
  const pets = `Date;Type;Produit;Note;Titre;Avis;Pseudo;Avis vérifié
2026-03-02;Chat;Croquettes saumon;1;Malade;Mon chat a été malade deux jours après ce paquet;lilou;oui
2026-03-04;Chien;Croquettes boeuf;5;Parfait;Mon chien adore ces croquettes;jef;oui
`;
  expect(await kinds(pets)).toEqual([
    ['review', 'web', undefined],
    ['review', 'web', undefined],
  ]);
  expect(await kinds(pets.replace('Chien', 'E-mail'))).toEqual([
    ['message', 'web', undefined],
    ['message', 'web', undefined],
  ]);
});

it('a store of applications is where a review was written', async () => {
  const apps = `Date;Store;App;Author;Rating;Title;Review
2026-03-02;App Store;Drive Norval;juju67;1;Plante;L’application plante à chaque commande
2026-03-04;Google Play;Drive Norval;Karim B;5;;Très pratique pour faire mes courses
`;
  expect(await kinds(apps)).toEqual([
    ['review', 'app-store', undefined],
    ['review', 'google-play', undefined],
  ]);
});

it('rows of a table of comments are comments under posts that are left out', async () => {
  const rows = `;Réseau;Date;Auteur
7001;;Facebook;03/02/2026 10:00;Lou Verdier;Le bocal est arrivé fêlé
7002;7001;Facebook;03/02/2026 11:00;Ruche;Écrivez-nous en message privé
`;
  const told = [
    ['comment', 'facebook', undefined],
    ['comment', 'facebook', '7001'],
  ];
  expect(
    await kinds(`ID commentaire;ID commentaire parent${rows.replace('Auteur', 'Auteur;Commentaire')}`),
  ).toEqual(told);
  expect(await kinds(`ID;ID parent${rows.replace('Auteur', 'Auteur;Texte')}`)).toEqual([
    ['post', 'facebook', undefined],
    told[1],
  ]);
});

it('Instaloader’s comments are Instagram’s', async () => {
  const owner = (username: string): object => ({
    id: '31',
    is_verified: false,
    profile_pic_url: 'https://x.example/p.jpg',
    username,
  });
  const comments = [
    {
      id: 7001,
      created_at: 1770112800,
      text: 'Le bocal est arrivé fêlé',
      owner: owner('lou_v'),
      likes_count: 2,
      answers: [
        {
          id: 7002,
          created_at: 1770116400,
          text: 'Écrivez-nous en message privé',
          owner: owner('ruche'),
          likes_count: 0,
        },
      ],
    },
    {
      id: 7003,
      created_at: 1770120000,
      text: 'Trop bon !',
      owner: owner('ana'),
      likes_count: 0,
      answers: [],
    },
  ];
  expect(await kinds(JSON.stringify(comments), '2026-02-03_09-00-00_UTC_comments.json')).toEqual([
    ['comment', 'instagram', undefined],
    ['comment', 'instagram', '7001'],
    ['comment', 'instagram', undefined],
  ]);
});
