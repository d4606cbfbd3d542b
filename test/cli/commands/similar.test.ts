import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../run-here.js';
import { smallCorpus } from '../small-corpus.js';

describe('similar', () => {
  const { at, corpus } = smallCorpus();

  it('wants one text of words that are known, and a whole number', async () => {
    for (const args of [[], ['a', 'b'], ['🙂🙂'], ['colis', '--n', '0'], ['colis', '--n', '1.5']])
      expect(await run('similar', ...args, '--corpus', corpus), args.join(' ')).toMatchObject({
        code: 2,
        out: '',
      });
  });

  it('prints the nearest first, in other words; --json says the same', async () => {
    const lines = (await run('similar', 'colis arrivé trop tard', '--corpus', corpus, '--n', '2')).out.split(
      '\n',
    );
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^0\.\d\d {2}public {2}2026-03-04 {2}.*Livraison en retard, honteux$/);
    const json = await run('similar', 'colis arrivé trop tard', '--corpus', corpus, '--n', '2', '--json');
    const { messages } = JSON.parse(json.out) as { messages: { messageId: string; text: string }[] };
    expect(messages.map(({ messageId }) => messageId)).toEqual(
      lines.map((line) => /\S+:\S+/.exec(line)?.[0]),
    );
    expect(messages[0]?.text).toBe('Livraison en retard, honteux');
  });

  it('hides the texts of private messages unless they are asked for', async () => {
    const [file, folder] = [at('messages.csv'), at('private')];
    writeFileSync(file, 'id;Date;Message;Auteur\n1;01/03/2026 10:00;Mon colis est en retard;Zoé\n');
    const told = await run('ingest', file, '--out', folder, '--workers', '0', '--map', 'stage==private');
    expect(told.code, told.err).toBe(0);
    const asked = ['similar', 'colis en retard', '--corpus', folder];
    expect((await run(...asked)).out).toMatch(/ {2}private {2}.*\(private, hidden\)$/);
    expect((await run(...asked, '--json')).out).toContain('"text": null');
    expect((await run(...asked, '--private')).out).toMatch(/Mon colis est en retard$/);
  });
});
