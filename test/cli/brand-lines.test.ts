import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inFolder } from '../ingest/in-folder.js';
import { run } from './run-here.js';

const rows = (count: number, brand: string): string =>
  Array.from(
    { length: count },
    (_, at) => `2026-03-0${at + 1};${brand};Le fromage était moisi, avis ${at}`,
  ).join('\n');
const EXPORT = `Date;Marque;Avis\n${rows(7, 'Brelande')}\n${rows(5, 'Anouvette')}\n${rows(2, 'Rarette')}\n${rows(8, '$(touch x)')}\n`;

it('proposes the brands that exports name most where nobody named one, and says nothing where one is named', async () => {
  await inFolder(
    { 'e/avis.csv': EXPORT, 'f/avis.csv': EXPORT, 'f/deversoir.json': '{"brand":"Brelande"}' },
    async (at) => {
      const ingest = async (folder: string): Promise<string> =>
        (await run('ingest', join(at, folder), '--out', join(at, `c-${folder}`), '--workers', '0')).out;
      const told = await ingest('e');
      expect(told).toContain(
        'no brand is named: a report tells of whoever is spoken of, of several brands here',
      );
      expect(told).toContain('deversoir init FOLDER --brand "Brelande"');
      expect(told).toContain('(messages that name brands: Brelande 7, Anouvette 5)');
      expect(await ingest('f')).not.toContain('no brand is named');
    },
  );
});
