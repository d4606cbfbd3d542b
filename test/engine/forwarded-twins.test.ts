import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildCorpus } from '../../src/pipeline.js';
import { temporaryFolder } from '../temporary-folder.js';

const mail = (id: string, at: string, from: string, subject: string, text: string): string =>
  `From ${from} ${at}\nDate: ${at}\nFrom: ${from}\nTo: conso@brel.example\nMessage-ID: <${id}@m.example>\nSubject: ${subject}\nContent-Type: text/plain; charset=utf-8\n\n${text}\n\n`;
const inside = (from: string, day: string, text: string): string =>
  `---------- Message transféré ---------\nDe : ${from}\nDate : ${day} à 08:00\nObjet : Pot\n\n${text}`;

it('counts a mail once that a later one forwards, and one that only the forward holds', async () => {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'boite.mbox'),
    [
      mail('a', 'Mon, 2 Feb 2026 08:00:31 +0100', 'ondine@post.example', 'Pot', 'Le pot était vide.'),
      mail(
        'b',
        'Thu, 5 Feb 2026 09:00:00 +0100',
        'ondine@post.example',
        'TR : Pot',
        `Je vous le renvoie.\n\n${inside('ondine@post.example', '2 février 2026', 'Le pot était vide.')}`,
      ),
      // Another day, or by somebody else, it is another mail.
      mail(
        'c',
        'Thu, 5 Mar 2026 09:00:00 +0100',
        'ondine@post.example',
        'TR : Pot',
        `Encore.\n\n${inside('ondine@post.example', '4 mars 2026', 'Le pot était vide.')}`,
      ),
      mail(
        'd',
        'Fri, 6 Feb 2026 09:00:00 +0100',
        'boutique@halle.example',
        'TR : Pot',
        `Pour vous.\n\n${inside('loic@post.example', '2 février 2026', 'Le pot était vide.')}`,
      ),
    ].join(''),
  );
  const corpus = await buildCorpus(folder, join(folder, '.corpus'), {
    key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    zone: 'Europe/Paris',
    workers: 0,
  });
  expect(corpus.manifest.totals).toEqual({ read: 7, kept: 6, duplicates: 1, rejected: 0 });
  const rows = (
    await corpus.query(
      'SELECT d."row" AS again, m."row" AS kept FROM duplicates d JOIN messages m ON m.messageId = d.duplicateOf',
    )
  ).objects();
  expect(rows.map((row) => Object.values(row as object).map(Number))).toEqual([[2, 1]]);
  corpus.close();
});
