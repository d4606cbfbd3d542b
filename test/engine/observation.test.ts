import { expect, it } from 'vitest';
import { readObservation } from '../../src/engine/observation.js';
import { openDatabase } from '../../src/engine/database.js';

const DAY = 86_400_000;

it('ends each stage where its own exports end, stray dates apart', async () => {
  const database = await openDatabase();
  // mails on days 0 to 30 and one eight years later, posts on days 10 to 50; hour 6 of each day
  await database.run(`CREATE TABLE m AS
    SELECT 'private' AS stage, 'email' AS channel, 'message' AS kind, false AS dayOnly, make_timestamp_ms((day * 24 + 6) * 3600000) AS sentAt FROM (SELECT unnest(list_concat(range(31), [2952]))) AS t(day)
    UNION ALL SELECT 'public', 'x-post', 'post', false, make_timestamp_ms((day * 24 + 6) * 3600000) FROM (SELECT unnest(range(10, 51))) AS t(day)`);
  const { observedUntil, sources } = await readObservation('m', async (sql) =>
    (await database.query(sql)).objects(),
  );
  database.close();
  expect(observedUntil).toEqual({ private: 30.25 * DAY, public: 50.25 * DAY, press: null });
  expect(sources.find(({ stage }) => stage === 'private')?.stray).toEqual([{ day: 2952, n: 1 }]);
});
