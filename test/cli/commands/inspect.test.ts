import { existsSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../run-here.js';
import { smallCorpus } from '../small-corpus.js';

describe('inspect', () => {
  const { at } = smallCorpus();

  it('wants one file', async () => {
    for (const files of [[], [at('avis.csv'), at('notes.bin')]])
      expect(await run('inspect', ...files)).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('give one file'),
      });
  });

  it('refuses a folder, whose files would be told as one', async () => {
    expect(await run('inspect', at('.'), '--lang', 'fr')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('est un dossier\u00a0: donner un de ses fichiers'),
    });
  });

  it('says what is not recognised, doubted and absent in French', async () => {
    const { out } = await run('inspect', at('notes.bin'), '--lang', 'fr');
    expect(out).toContain('non reconnu (aucun format ne le reconnaît)');
    const file = at('verbatims.csv');
    writeFileSync(file, 'date;avis\n01/03/2026;Le yaourt était aigre et moisi\n');
    const table = (await run('inspect', file, '--lang', 'fr')).out;
    expect(table).toContain('reconnu à\u00a0: un tableau dont la colonne «\u00a0avis\u00a0» est du texte');
    expect(table).toContain('doute sur le fichier\u00a0: guessed-mapping');
    expect(table).toContain('01/03/2026 · – · Le yaourt');
  });

  it('says how a file would be read, and takes the options that reading takes', async () => {
    const file = at('avis.csv');
    const plain = await run('inspect', file);
    expect([plain.code, plain.err]).toEqual([0, '']);
    for (const word of ['table', 'Avis', 'Note', 'Le yaourt était aigre et moisi'])
      expect(plain.out).toContain(word);
    const mapping = async (...more: string[]): Promise<Record<string, string>> => {
      const { out } = await run('inspect', file, '--json', ...more);
      return (JSON.parse(out) as { mapping: Record<string, string> }).mapping;
    };
    expect(await mapping()).toMatchObject({ text: 'Avis', date: 'Date', rating: 'Note' });
    expect(await mapping('--map', 'text=Auteur')).toMatchObject({ text: 'Auteur' });
    const first = async (...more: string[]): Promise<number | undefined> => {
      const { out } = await run('inspect', file, '--json', ...more);
      return (JSON.parse(out) as { records: { sentAt: { epochMs: number } }[] }).records[0]?.sentAt.epochMs;
    };
    expect(await first()).toBe(Date.UTC(2026, 2, 1, 10));
    expect(await first('--zone', 'Europe/Paris')).toBe(Date.UTC(2026, 2, 1, 9));
    expect(await first('--date-order', 'mdy')).toBe(Date.UTC(2026, 0, 3, 10));
    writeFileSync(at('conf.json'), '{ "zone": "Europe/Paris", "dateOrder": "mdy" }');
    expect(await first('--config', at('conf.json'))).toBe(Date.UTC(2026, 0, 3, 9));
    expect(await first('--config', at('conf.json'), '--date-order', 'dmy')).toBe(Date.UTC(2026, 2, 1, 9));
    expect((await run('inspect', file, '--config', at('none.json'))).code).toBe(1);
    expect((await run('inspect', file, '--date-order', 'ymd')).code).toBe(2);
    expect((await run('inspect', file, '--as', 'nope')).code).not.toBe(0);
    expect(existsSync('corpus')).toBe(false);
  });

  it('names nobody unless asked to', async () => {
    const file = at('tickets.csv');
    writeFileSync(
      file,
      'Numéro de ticket;Demandeur;E-mail;Description;Date de création\n12;Camille Exemple;camille@exemple.fr;Rappelez-moi au 06 12 34 56 78, merci. Camille Exemple;12/03/2026\n13;Dominique Exemple;d@exemple.fr;Le pot est fendu;32/13/2026 dit Camille\n',
    );
    const people = /Camille|Dominique|exemple\.fr|06 12/;
    for (const more of [[], ['--json']]) {
      const { code, out, err } = await run('inspect', file, ...more);
      expect([code, people.exec(out + err)]).toEqual([0, null]);
      expect(out).toContain('Xxxxxxx Xxxxxxx');
      expect(out).toContain('Rappelez-moi au [téléphone], merci. [nom]');
      expect((await run('inspect', file, '--unmasked', ...more)).out).toMatch(people);
    }
  });
});
