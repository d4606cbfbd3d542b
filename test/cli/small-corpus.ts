import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { run } from './run-here.js';
import { temporaryFolder } from '../temporary-folder.js';

/** Three reviews and their total, one file that nobody recognises. */
const FILES = {
  'avis.csv':
    'id;Date;Avis;Note;Auteur\n1;01/03/2026 10:00;Le yaourt était aigre et moisi;1;Zoé\n2;02/03/2026 10:00;Très bon fromage;5;Max\n3;04/03/2026 10:00;Livraison en retard, honteux;1;Zoé\nTotal;;;3;\n',
  'notes.bin': '\u0000\u0001\u0002\u0003',
};

/** Exports and the corpus of them, made once for a file of tests. */
export function smallCorpus(): { readonly at: (name: string) => string; readonly corpus: string } {
  const folder = temporaryFolder();
  const at = (name: string): string => join(folder, name);
  beforeAll(async () => {
    for (const [name, content] of Object.entries(FILES)) writeFileSync(at(name), content);
    const told = await run(
      'ingest',
      at('avis.csv'),
      '--out',
      at('corpus'),
      '--workers',
      '0',
      '--zone',
      'UTC',
    );
    if (told.code !== 0) throw new Error(told.err);
  });
  return { at, corpus: at('corpus') };
}
