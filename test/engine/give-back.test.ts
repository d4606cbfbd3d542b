import { describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/engine/database.js';

const LIMIT = `SELECT current_setting('memory_limit') AS "limit"`;

/** A process that holds so many megabytes outside JavaScript, and as many in it. */
const used = (megabytes: number): NodeJS.MemoryUsage => {
  const bytes = megabytes * 2 ** 20;
  return { rss: 2 * bytes, heapTotal: bytes / 2, external: bytes / 2, heapUsed: 0, arrayBuffers: 0 };
};

describe('givingBack', () => {
  it('sets the limit again after a statement where much is held and has grown', async () => {
    const database = await openDatabase({ memoryLimitMb: 300 }),
      run = vi.spyOn(database.connection, 'run'),
      usage = vi.spyOn(process, 'memoryUsage');
    const givesBack = async (megabytes: number, ask: () => Promise<unknown>): Promise<boolean> => {
      usage.mockReturnValue(used(megabytes));
      run.mockClear();
      await ask();
      return run.mock.calls.some(([sql]) => sql === `SET memory_limit = '300MB'`);
    };
    const columns = (): Promise<unknown> => database.columns('SELECT 1'),
      select = (): Promise<unknown> => database.select('SELECT 1'),
      write = (): Promise<unknown> => database.run('CREATE OR REPLACE TABLE one AS SELECT 1');
    try {
      expect([
        await givesBack(449, columns),
        await givesBack(500, columns),
        await givesBack(649, select),
        await givesBack(651, select),
        await givesBack(800, write),
        await givesBack(320, write),
        await givesBack(471, write),
      ]).toEqual([false, true, false, true, false, false, true]);
    } finally {
      usage.mockRestore();
      database.close();
    }
  });

  it('leaves a limit that someone else set', async () => {
    const database = await openDatabase(),
      usage = vi.spyOn(process, 'memoryUsage').mockReturnValue(used(100_000));
    try {
      await database.run(`SET memory_limit = '1GiB'`);
      expect(await database.columns(LIMIT)).toEqual({ limit: ['1.0 GiB'] });
    } finally {
      usage.mockRestore();
      database.close();
    }
  });
});
