import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase, sqlText } from '../../src/engine/database.js';
import { writeMetricTables } from '../../src/engine/metric-tables.js';
import { written } from '../report/written.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();

it('writes a Parquet file a metric, with types, lists and absent values, and the same bytes twice', async () => {
  const at = new Date('2026-03-05T08:30:00.250Z');
  const metrics = [
    await written('spillRate', 'share', {
      value: 0.2,
      rows: [
        { driver: 'taste "x"', share: 0.25, at, sure: true, stages: ['private', 'public'] },
        { driver: null, share: null, at: null, sure: false, stages: [] },
      ],
    }),
    await written('empty', 'share', {}),
  ];
  const bytes = async (): Promise<Buffer> => {
    await writeMetricTables(metrics, folder);
    return readFileSync(join(folder, 'spillRate.parquet'));
  };
  const first = await bytes();
  expect((await bytes()).equals(first)).toBe(true);
  expect(readdirSync(folder)).toEqual(['spillRate.parquet']);
  expect(statSync(join(folder, 'spillRate.parquet')).mode & 0o777).toBe(0o600);
  const database = await openDatabase();
  const rows = await database.query(
    `SELECT * FROM read_parquet(${sqlText(join(folder, 'spillRate.parquet'))})`,
  );
  expect(rows.objects()).toEqual([
    { driver: 'taste "x"', share: 0.25, at, sure: true, stages: ['private', 'public'] },
    { driver: null, share: null, at: null, sure: false, stages: [] },
  ]);
  database.close();
});
