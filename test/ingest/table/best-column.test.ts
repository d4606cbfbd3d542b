import { expect, it } from 'vitest';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { picked, readTable } from '../read-table.js';

it('reads the rating and the author of the review, not those of its place', async () => {
  const { records } = await readTable(
    genericTable,
    'place_id,name,rating,review_text,review_rating,review_time,review_author',
    [
      'ChIJx0a1b2c3d4e5f6g7h8,Crèmerie du Port,4.2,Le beurre était rance ce matin,1,vor 4 Monaten,Ida M.',
      'ChIJx0a1b2c3d4e5f6g7h8,Crèmerie du Port,4.2,On y trouve un très bon fromage,5,vor einem Jahr,Noé',
    ],
  );
  expect(picked(records, 'platform', 'stage', 'store', 'rating', 'authorName', 'sentAt')).toEqual([
    ['google', 'public', 'Crèmerie du Port', 1, 'Ida M.', undefined],
    ['google', 'public', 'Crèmerie du Port', 5, 'Noé', undefined],
  ]);
});

it('takes the plain rating rather than that of the venue before it', async () => {
  const { records } = await readTable(genericTable, 'venue,venue_rating,reviewer,rating,comment', [
    'Halle 3,4.3,Ida M.,2,The bread was dry and the queue long',
    'Halle 3,4.3,Noé,5,A warm place with good bread',
  ]);
  expect(picked(records, 'store', 'rating', 'authorName')).toEqual([
    ['Halle 3', 2, 'Ida M.'],
    ['Halle 3', 5, 'Noé'],
  ]);
});

it('reads ratings in words', async () => {
  const { records } = await readTable(genericTable, 'star,date,title,review', [
    '1 out of 5 stars,2025-03-04,Sour,The cream was sour on the first day',
    '4 out of 5 stars,2025-03-05,Fresh,A fresh and light cream to cook with',
  ]);
  expect(picked(records, 'rating', 'ratingMax')).toEqual([
    [1, 5],
    [4, 5],
  ]);
});

it('takes no count and no mean of ratings for the rating', async () => {
  for (const [name, of] of [
    ['user_ratings_total', 87],
    ['Note moyenne des avis', 4.2],
    ['reviewer rating count', 12],
  ] as const) {
    const { records } = await readTable(genericTable, `name,rating,${name},author_name,date,text`, [
      `Halle 3,1,${of},Ida M.,2026-05-01,The bread was dry and the queue long`,
      `Halle 3,5,${of},Noé,2026-05-02,A warm place with good bread`,
    ]);
    expect(picked(records, 'rating').flat(), name).toEqual([1, 5]);
  }
});

it('reads the words of a comment, not those it stands under, however short they are and few under each', async () => {
  const posts = [
    'Notre nouvelle terrine aux noix arrive en rayon',
    'Portes ouvertes à l’atelier, venez goûter',
  ];
  const read = async (header: string): Promise<unknown[][]> => {
    const { records } = await readTable(genericTable, header, [
      `2026-02-01 10:00,8_1,Ida M.,Trop salée hélas,${posts[0]}`,
      `2026-02-02 10:00,9_2,Noé,On viendra à trois,"${posts[1]}"`,
    ]);
    return picked(records, 'text');
  };
  for (const name of ['Post message', 'Post', 'Caption', 'Légende'])
    expect(await read(`Created time,Comment ID,Author name,Message,${name}`), name).toEqual([
      ['Trop salée hélas'],
      ['On viendra à trois'],
    ]);
  // no comments: the post speaks
  expect(await read('Created time,Post ID,Author name,Message,Post message')).toEqual(
    posts.map((post) => [post]),
  );
});
