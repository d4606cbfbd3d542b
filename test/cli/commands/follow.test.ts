import { describe, expect, it } from 'vitest';
import { run } from '../run-here.js';
import { smallCorpus } from '../small-corpus.js';

describe('follow', () => {
  const { corpus } = smallCorpus();

  it('wants one id', async () => {
    for (const ids of [[], ['a', 'b']])
      expect(await run('follow', ...ids, '--corpus', corpus)).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('give one message or case id'),
      });
  });

  it('goes from an id of the export to file and row, with the key; what is printed is what --json says', async () => {
    const json = await run('follow', 'web:1', '--corpus', corpus, '--json');
    expect(json.code, json.err).toBe(0);
    const path = JSON.parse(json.out) as { message?: { messageId?: string } };
    expect(JSON.stringify(path)).toContain('avis.csv');
    const lines = await run('follow', 'web:1', '--corpus', corpus);
    expect(lines.out).toContain('Le yaourt était aigre et moisi');
    expect(lines.out).toMatch(/avis\.csv/);
    const shown = /web:[0-9a-f]{12}/.exec(json.out)?.[0] ?? '';
    expect((await run('follow', shown, '--corpus', corpus)).out).toBe(lines.out);
  });

  it('says that there is no such message, or no such corpus', async () => {
    expect(await run('follow', 'web:99', '--corpus', corpus)).toMatchObject({ code: 2, out: '' });
    expect((await run('follow', 'web:1', '--corpus', `${corpus}-none`)).err).toMatch(/-none/);
  });
});
