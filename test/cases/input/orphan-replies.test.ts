import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildCorpus } from '../../../src/pipeline.js';
import { temporaryFolder } from '../../temporary-folder.js';

const DESK = 'service@moulin.example';
const mail = (
  id: string,
  from: string,
  to: string,
  subject: string,
  text: string,
  answers?: string,
): string =>
  [
    `From ${from} Tue Feb  3 09:00:00 2026`,
    'Date: Tue, 03 Feb 2026 09:00:00 +0100',
    `From: ${from}`,
    `To: ${to}`,
    `Message-ID: <${id}@moulin.example>`,
    ...(answers === undefined ? [] : [`In-Reply-To: <${answers}@moulin.example>`]),
    `Subject: ${subject}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
    '',
  ].join('\n');

it('meets a reply with its mail by chain or by subject and person, and tells the replies that meet none', async () => {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'boite.mbox'),
    mail('a', 'ines@courriel.example', DESK, 'Farine', 'Il y a des mites dans ma farine, que faire ?') +
      mail('b', DESK, 'ines@courriel.example', 'RE: Farine', 'Nous vous envoyons un autre paquet.') +
      mail('c', DESK, 'noe@courriel.example', 'RE: Semoule', 'Votre semoule est partie hier.', 'gone'),
  );
  const corpus = await buildCorpus(join(folder, 'boite.mbox'), join(folder, 'corpus'), {
    key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    workers: 0,
    config: { brandAccounts: [DESK] },
  });
  // Ines is answered although nothing but subject and address ties the reply; what Noé wrote is not in the export.
  expect((await corpus.query('SELECT answeredAt IS NOT NULL AS answered FROM cases')).objects()).toEqual([
    { answered: true },
  ]);
  expect(
    (await corpus.query(`SELECT value, hint FROM doubts WHERE reason = 'orphan-reply'`)).objects(),
  ).toEqual([{ value: 'email', hint: expect.stringMatching(/^1 of 2 replies answer no message/) }]);
  corpus.close();
});
