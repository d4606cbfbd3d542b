import { expect, it } from 'vitest';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { picked, readTable } from '../read-table.js';

const REVIEWS = ['Crème bien fraîche et légère', 'Pot arrivé cassé et tiède', 'Casino bonus here for you'];
const stages = async (name: string, cells: readonly string[], column = 'review'): Promise<unknown[]> => {
  const { records } = await readTable(
    genericTable,
    `id,date,rating,${column},product_url,${name}`,
    REVIEWS.map((text, at) => `${at},2026-05-01,4,${text},https://shop.example/p/7,${cells[at] ?? ''}`),
  );
  return picked(records, 'stage').flat();
};

it('reads what is held back, refused or spam as private', async () => {
  expect(await stages('Published', ['TRUE', 'FALSE', ''])).toEqual(['public', 'private', 'public']);
  expect(await stages('comment_approved', ['1', '0', 'spam'])).toEqual(['public', 'private', 'private']);
  expect(await stages('Statut de modération', ['Publié', 'En attente', 'Refusé'])).toEqual([
    'public',
    'private',
    'private',
  ]);
  expect(await stages('status', ['approved', 'pending', 'rejected'])).toEqual([
    'public',
    'private',
    'private',
  ]);
});

it('reads what is held back as private beside words of moderation that are not known', async () => {
  expect(await stages('comment_approved', ['1', 'post-trashed', '0'])).toEqual([
    'public',
    'private',
    'private',
  ]);
  expect(await stages('moderation_status', ['escalated', 'rejected', 'approved'])).toEqual([
    'public',
    'private',
    'public',
  ]);
  expect(await stages('Statut de modération', ['Validé', 'En cours de modération', 'Non validé'])).toEqual([
    'public',
    'private',
    'private',
  ]);
  expect(await stages('status', ['approved', 'flagged', 'rejected'])).toEqual([
    'public',
    'public',
    'private',
  ]);
});

it('leaves other states and dates of publication alone', async () => {
  for (const [name, cells] of [
    ['status', ['open', 'pending', 'closed']],
    ['Published', ['2026-05-01', '2026-05-02', '2026-05-03']],
    ['review_status', ['answered', 'pending', 'escalated']],
    ['status', ['no', 'no', 'no']],
  ] as const)
    expect(new Set(await stages(name, cells)).size).toBe(1);
});
