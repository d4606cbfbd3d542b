import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { readLabelFiles, readLabels } from '../../src/cli/label-file.js';
import { temporaryFolder } from '../temporary-folder.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

it('hands the errors of a second reader on with its labels', async () => {
  const counts = [
    [8, 1, 1],
    [1, 8, 1],
    [1, 1, 8],
  ];
  const errors = JSON.stringify([{ source: 'a set', genre: 'review', counts }]).replaceAll('"', '""');
  const file = join(folder, 'second.csv');
  const write = (cell: string): void =>
    writeFileSync(
      file,
      `messageId,head,label,reader,readerErrors\nm1,sentiment,negative,slow,"${cell}"\nm2,sentiment,positive,slow,\nm3,sentiment,neutral,,\n`,
    );
  write(errors);
  const labels = await readLabels(file);
  expect(labels[1]?.readerErrors).toMatchObject([
    {
      head: 'sentiment',
      genre: 'review',
      labels: ['negative', 'neutral', 'positive'],
      edges: [-0.2, 0.2],
      counts,
    },
  ]);
  expect(labels.map(({ readerErrors }) => readerErrors !== undefined)).toEqual([true, true, false]);
  write('[1]');
  await expect(readLabels(file)).rejects.toMatchObject({ place: { file, row: 2, column: 'readerErrors' } });
});

it('reads what a French hand wrote and a French spreadsheet saved', async () => {
  const file = join(folder, 'fr.csv');
  const rows = [
    'm1;sentiment;Négatif',
    'm2;sentiment;neutre ',
    'm3;sentiment;POSITIF',
    'm4;complaint;plainte',
    'm5;harm;aucun',
    'm6;complaint;Réclamation',
    'm7;complaint;oui',
    'm8;harm;oui',
    'm9;sentiment;neutre ou mêlé',
  ];
  for (const encoding of ['utf8', 'latin1'] as const) {
    writeFileSync(file, Buffer.from(['messageId;head;label', ...rows].join('\r\n'), encoding));
    const labels = await readLabels(file);
    expect(labels.map(({ label }) => label)).toEqual([
      'negative',
      'neutral',
      'positive',
      'complaint',
      'none',
      'complaint',
      'complaint',
      'harm',
      'neutral',
    ]);
  }
});

it('says which row and column is wrong', async () => {
  const file = join(folder, 'l.csv');
  writeFileSync(file, 'messageId,head,label\nm1,sentiment,bad\n');
  await expect(readLabels(file)).rejects.toMatchObject({ place: { file, row: 2, column: 'label' } });
  writeFileSync(file, 'messageId,label\nm1,negative\n');
  await expect(readLabels(file)).rejects.toThrow('no column head');
  writeFileSync(file, 'secret\n');
  await expect(readLabels(file)).rejects.toThrow('no column messageId');
  writeFileSync(file, 'messageId;head;label\n\nm1;sentiment;negative\nm2;sentiment\n');
  await expect(readLabels(file)).rejects.toMatchObject({
    message: expect.stringContaining('2 cells') as string,
    place: { file, row: 4 },
  });
  writeFileSync(file, 'messageId,head,label\nm1,sentiment,\n');
  expect(await readLabels(file)).toEqual([]);
  await expect(readLabelFiles([file])).rejects.toThrow(/no label in .*l\.csv: fill the column label/);
  expect(await readLabelFiles([])).toEqual([]);
});
