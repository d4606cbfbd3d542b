import { describe, expect, it } from 'vitest';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { picked, readTable } from '../read-table.js';

describe('an account and the name that it shows', () => {
  const read = async (header: string, rows: string[]): Promise<unknown[][]> =>
    picked(
      (await readTable(genericTable, header, rows, { separator: ';' })).records,
      'authorName',
      'authorHandle',
    );
  it('are both read, whatever their columns are called', async () => {
    const rows = [
      '2026-05-02 | @lou.roy | Lou Roy | Encore un yaourt ouvert',
      '2026-05-03 | @mistral007 | Mistral | Le lait manque partout',
      '2026-05-04 | @lou.roy | Lou Roy | Toujours rien de nouveau',
    ];
    const both = [
      ['Lou Roy', '@lou.roy'],
      ['Mistral', '@mistral007'],
      ['Lou Roy', '@lou.roy'],
    ];
    expect(await read('Date;Compte;Nom affiché;Texte', rows)).toEqual(both);
    expect(
      await read(
        'Date;Auteur;Nom;Contenu',
        rows.map((row) => row.replace('@', '')),
      ),
    ).toEqual(both.map(([name, handle]) => [name, handle?.slice(1)]));
  });
  it('are not a first name and what it wrote about', async () => {
    const rows = [
      '2026-05-02 | Lou_R | Yaourt Nature | Encore un yaourt ouvert',
      '2026-05-03 | Lou_R | Lait Entier | Le lait manque partout',
      '2026-05-04 | Lou_R | Beurre Doux | Toujours rien de nouveau',
    ];
    expect(await read('Date;Auteur;Nom;Contenu', rows)).toEqual(rows.map(() => ['Lou_R', undefined]));
  });
  it('are not the shop that all accounts wrote of', async () => {
    const rows = [
      '2026-05-02 | lou.roy | Maison Durand | Encore un yaourt ouvert',
      '2026-05-03 | mistral007 | Maison Durand | Le lait manque partout',
      '2026-05-04 | zoe_57 | Maison Durand | Toujours rien de nouveau',
    ];
    expect(await read('Date;Auteur;Nom;Contenu', rows)).toEqual(
      rows.map((row) => [row.split(' | ')[1], undefined]),
    );
  });
});
