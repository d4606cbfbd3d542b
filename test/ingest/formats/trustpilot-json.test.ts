import { expect, it } from 'vitest';
import { trustpilotJson } from '../../../src/ingest/formats/trustpilot-json.js';
import { readText } from '../read-source.js';

it('reads the location of a review as its store, of the reply too', async () => {
  const review = (id: string, location: object | null): object => ({
    id,
    consumer: { displayName: 'Ana' },
    dates: { publishedDate: '2026-01-05T08:00:00.000Z' },
    rating: 2,
    text: 'Caisses fermées.',
    reply: { message: 'Pardon.', publishedDate: '2026-01-06T08:00:00.000Z' },
    location,
  });
  const reviews = [
    review('1', { id: 'x', name: 'Halterive Metz', urlFormattedName: 'HalteriveMetz' }),
    review('2', null),
  ];
  const { records } = await readText(trustpilotJson, JSON.stringify(reviews), 'avis.json');
  expect(records.map(({ store }) => store)).toEqual([
    'Halterive Metz',
    'Halterive Metz',
    undefined,
    undefined,
  ]);
});
