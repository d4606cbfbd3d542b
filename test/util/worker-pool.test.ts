import { describe, expect, it } from 'vitest';
import { DeversoirError } from '../../src/util/errors.js';
import { errorSaying, openWorkerPool } from '../../src/util/worker-pool.js';

/** A thread that squares, says each task, and fails as it is told. */
const MODULE = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from 'node:worker_threads';
    parentPort.on('message', (n) => {
      if (n === 'end') process.exit(3);
      if (n === 'fail') { parentPort.postMessage({ error: 'no square', code: 'data-invalid' }); return; }
      parentPort.postMessage({ note: 'squaring ' + n });
      parentPort.postMessage({ output: n * n + workerData });
    });
    parentPort.postMessage('ready');`)}`,
);
const open = (size: number) => openWorkerPool<number | string, number, string>(MODULE, size, 100);

describe('a pool of threads', () => {
  it('runs more tasks than threads, each with its own result and notes', async () => {
    const pool = await open(2);
    const notes: string[] = [];
    const results = await Promise.all([1, 2, 3, 4, 5].map((n) => pool.run(n, (note) => notes.push(note))));
    await pool.close();
    expect(results).toEqual([101, 104, 109, 116, 125]);
    expect(notes.toSorted()).toEqual([1, 2, 3, 4, 5].map((n) => `squaring ${n}`));
  });
  it('tells an error of a task as one of the library, and goes on', async () => {
    const pool = await open(1);
    await expect(pool.run('fail')).rejects.toMatchObject({ code: 'data-invalid' });
    expect(await pool.run(3)).toBe(109);
    await pool.close();
  });
  it('fails all that waits when a thread ends, and what comes after', async () => {
    const pool = await open(1);
    const [first, second] = await Promise.allSettled([pool.run('end'), pool.run(2)]);
    expect([first?.status, second?.status]).toEqual(['rejected', 'rejected']);
    await expect(pool.run(3)).rejects.toThrow(/ended with code 3/);
    await pool.close();
  });
  it('ends what runs and waits when its listener throws', async () => {
    const pool = await open(1);
    const stop = (): never => {
      throw new Error('enough');
    };
    const [first, second] = await Promise.allSettled([pool.run(1, stop), pool.run(2)]);
    expect([first, second].map((one) => String((one as PromiseRejectedResult).reason))).toEqual([
      'Error: enough',
      'Error: enough',
    ]);
    await pool.close();
  });
  it('says an error as it crosses', () => {
    expect(errorSaying(new DeversoirError('data-invalid', 'bad'))).toMatchObject({ code: 'data-invalid' });
    expect(errorSaying('odd')).toEqual({ error: 'odd', code: 'internal' });
  });
});
