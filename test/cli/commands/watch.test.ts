import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
