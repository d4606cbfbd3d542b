import { afterAll, beforeAll, expect, it } from 'vitest';
import { toneShares } from '../../../src/cases/input/tone-shares.js';
import { openDatabase, type Database } from '../../../src/engine/database.js';

let database: Database;
beforeAll(async () => {
  database = await openDatabase({ memoryLimitMb: 100 });
  await database.run(`CREATE TABLE said AS SELECT *, CASE WHEN complaintProbability >= .5 THEN ['complaint'] ELSE [] END AS intents FROM (VALUES
    ('public', 'inbound', 'own', 'post', 0.9, -0.8, ['taste']),
    ('public', 'inbound', 'own', 'post', 0.1, -0.5, ['taste']),
    ('public', 'inbound', 'own', 'post', 0.9, 0.4, []),
    ('public', 'inbound', 'own', 'post', 0.1, 0.0, []),
    ('public', 'inbound', 'own', 'post', NULL, NULL, []),
    ('public', 'inbound', 'own', 'post', 0.0, 0.8, ['taste']),
    ('public', 'inbound', 'own', 'post', 0.3, 0.8, ['taste']),
    ('public', 'outbound', 'own', 'post', 0.9, -0.8, ['taste']),
    ('private', 'inbound', 'own', 'post', 0.9, -0.8, ['taste'])
  ) AS t(stage, direction, speech, kind, complaintProbability, polarity, drivers)`);
});
afterAll(() => database.close());

it('shares out what customers say in public that does not speak well, or may only seem to', async () => {
  // two against on a subject, one on none though it sounds friendly; of nothing bad one that may be irony, and two on none: each once more
  expect(await toneShares(database, 'said')).toEqual([3 / 10, 2 / 10, 2 / 10, 3 / 10]);
});
