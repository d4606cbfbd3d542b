import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inFolder } from '../../ingest/in-folder.js';
import { run } from '../run-here.js';

it('tells where events are posted to, if a file beside the exports says so and nobody named it', async () => {
  const config = '{ "webhooks": [{ "url": "https://hook.example/a?b=c", "secretFrom": "HOOK_SECRET" }] }';
  await inFolder({ 'deversoir-watch.json': config }, async (folder) => {
    const watch = (...more: string[]): ReturnType<typeof run> =>
      run(
        'watch',
        folder,
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
    expect(found.err).toBe(
      `events are posted to hook.example: ${join(folder, 'deversoir-watch.json')} says so`,
    );
    expect((await watch('--watch-config', join(folder, 'deversoir-watch.json'))).err).toBe('');
  });
});
