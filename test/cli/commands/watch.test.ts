import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder } from '../../ingest/in-folder.js';
import { run } from '../run-here.js';

it('tells where events are posted to if a file beside the exports says so and nobody named it, and takes no address from the folder itself', async () => {
  const config = '{ "webhooks": [{ "url": "https://hook.example/a?b=c", "secretFrom": "HOOK_SECRET" }] }';
  const name = 'deversoir-watch.json';
  await inFolder({ [name]: config, 'depot/a.txt': '' }, async (folder) => {
    const watch = (...more: string[]): ReturnType<typeof run> =>
      run(
        'watch',
        join(folder, 'depot'),
        '--corpus',
        join(folder, 'c'),
        '--out',
        join(folder, 'o'),
        '--once',
        '--settle',
        '0',
        ...more,
      );
    const found = await watch();
    expect(found.code, found.err).toBe(0);
    expect(found.err).toContain(`events are posted to hook.example: ${join(folder, name)} says so`);
    expect((await watch('--watch-config', join(folder, name))).err).not.toContain('hook.example');
    copyFileSync(join(folder, name), join(folder, 'depot', name));
    const dropped = await watch();
    expect(dropped.err).toContain(`nothing is told to the addresses of ${join(folder, 'depot', name)}`);
    expect(dropped.err).not.toContain('hook.example');
  });
});

describe('watch', () => {
  const CSV = 'date;avis;note\n2026-03-01;Le yaourt était aigre;2\n2026-03-02;Très bon fromage;5\n';
  const files = { 'depot/avis.csv': CSV, 'depot/coupe.zip': 'PK\u0003\u0004 cut', 'depot/vide.csv': '' };
  const watch = (folder: string, corpus: string, ...more: string[]): ReturnType<typeof run> =>
    run('watch', join(folder, 'depot'), '--corpus', join(folder, corpus), '--once', '--settle', '0', ...more);

  it('tells what was read of new exports, which of them gave nothing and why, and what waits', async () => {
    await inFolder(files, async (folder) => {
      const out = join(folder, 'o');
      const first = await watch(folder, 'c', '--out', out, '--workers', '0');
      expect(first.out).toContain('3 read = 2 kept + 0 duplicates + 1 rejected');
      expect(first.out).toMatch(/file-\w+\.zip: nothing was kept: not read: damaged archive/);
      expect(first.out).toMatch(/read 2 files, .*\n1 file to wait for: empty, or not complete yet/);
      const second = await watch(folder, 'c', '--out', out, '--workers', '0');
      expect(second.out).toMatch(/^read 0 files, 0 new events, 0 delivered, 0 to deliver\n1 file/);
    });
  });

  it('writes nothing into the folder that it watches', async () => {
    await inFolder(files, async (folder) => {
      const own = await watch(folder, 'depot/c', '--out', join(folder, 'o'));
      expect([own.code, own.err]).toEqual([2, expect.stringContaining('would be read as exports')]);
      expect((await watch(folder, 'c', '--out', join(folder, 'depot'))).code).toBe(2);
    });
  });

  it('says at once that the secret of a webhook is not set', async () => {
    const config = '{ "webhooks": [{ "url": "https://hook.example/a", "secretFrom": "HOOK_SECRET" }] }';
    await inFolder({ 'w.json': config, 'depot/vide.csv': '' }, async (folder) => {
      const told = await watch(
        folder,
        'c',
        '--out',
        join(folder, 'o'),
        '--watch-config',
        join(folder, 'w.json'),
      );
      expect(told.err).toContain('HOOK_SECRET is not set: nothing is posted unsigned');
    });
  });
});
