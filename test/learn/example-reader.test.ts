import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ExampleReader, type RecipeOptions } from '../../src/learn/example-reader.js';
import { feedKey } from '../../src/learn/feed-labels.js';
import { SOURCES } from '../../src/learn/sources.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const unstated = Object.values(SOURCES).find(({ stated }) => !stated);
beforeAll(() => {
  write(
    'own/care.tsv',
    'text\tsentiment\tintents\tdrivers\tstage\nCher\tnegative\tcomplaint,question\tprice\tprivate\n',
  );
  write('own/messages.tsv', 'text\tsentiment\tintents\tdrivers\tstage\nMerci\tpositive\tthanks\t\tpublic\n');
  write('own/registers.tsv', 'text\tregister\tsentiment\tcomplaint\nOffre\tpromotion\tneutral\tno\n');
  write('own/public-talk.tsv', 'text\tregister\tsentiment\tcomplaint\nTrop cher\tcustomer\tnegative\tyes\n');
  write('own/register-calls.tsv', 'text\tregister\tsentiment\tcomplaint\nRappel\tfollowup\tnegative\tyes\n');
  write('own/urgent.tsv', 'text\tlabel\nVite\turgent\nBof\tother\n');
  const { path } = SOURCES.umsabFr;
  for (const [split, text] of [
    ['train', 'bon'],
    ['test', 'caché'],
  ] as const) {
    write(`sets/${path}/${split}_text.txt`, `${text}\nfade\n`);
    write(`sets/${path}/${split}_labels.txt`, '2\n0\n');
  }
});
const reader = (more: Partial<RecipeOptions> = {}): ExampleReader =>
  new ExampleReader({
    folder: join(folder, 'sets'),
    own: join(folder, 'own'),
    unlicensed: true,
    splits: ['train'],
    ...more,
  });

describe('ExampleReader', () => {
  it('reads the splits it may learn from, what the recipe picks of them, and tells the source', () => {
    const read = reader();
    const found = read.read('umsabFr', 'sentiment', (label) =>
      label === 'positive' ? { labels: [1] } : undefined,
    );
    expect(found).toEqual([{ text: 'bon', group: undefined, labels: [1] }]);
    expect(read.sources).toEqual([{ name: SOURCES.umsabFr.name, rows: 1 }]);
  });
  it('reads the texts whose drivers were labelled by key, of any split it may learn from', () => {
    const { path } = SOURCES.trustpilot,
      header = 'key\tfile\tdrivers\tdoubtful\n';
    const samples = ['posts', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
    for (const name of ['driver-labels', ...samples.map((sample) => `feed-labels-${sample}`)])
      write(`own/${name}.tsv`, header);
    const keyed = ['train', 'val', 'test'].map((split) => {
      write(
        `sets/${path}/${split}.tsv`,
        `stars\tcompany\tdate\ttext\n1\tb\td\tCher ${split}\n1\tb\td\tAutre\n`,
      );
      const file = `labelled/${path}/${split}.tsv`;
      return `${feedKey(file, `Cher ${split}`)}\t${file}\tprice\t-\n`;
    });
    write(`sets/${SOURCES.complaints.path}/complaints-data.csv`, '1,Where is my parcel?,1,apparel\n');
    write('own/feed-labels-eighth.tsv', header + keyed.join(''));
    const found = reader({ splits: ['train', 'val'] }).readDrivers(({ drivers }) => ({
      labels: [drivers.length],
    }));
    expect(found.map(({ text, labels }) => [text, ...labels])).toEqual([
      ['Cher train', 1],
      ['Cher val', 1],
    ]);
  });
  it('reads posts that were read for complaints, and of sets where hardly any complains those that nobody read', () => {
    for (const id of ['umsabEn', 'emotion', 'irony', 'offensive'] as const) {
      write(`sets/${SOURCES[id].path}/train_text.txt`, `${id} lu\n${id} non lu\n`);
      write(`sets/${SOURCES[id].path}/train_labels.txt`, '0\n0\n');
    }
    write(`sets/${SOURCES.mlma.path}`, 'HITId,tweet,sentiment\n1,mlma non lu,normal\n');
    const row = (file: string, text: string, split: string, complaint: string): string =>
      `${feedKey(file, text)}\t${file}\t${split}\t${complaint}\n`;
    const of = (id: keyof typeof SOURCES): string => `labelled/${SOURCES[id].path}/train_text.txt`;
    write(
      'own/feed-labels-complaints.tsv',
      `key\tfile\tsplit\tcomplaint\n${row(of('umsabFr'), 'bon', 'locked', '1')}${row(of('umsabEn'), 'umsabEn lu', 'train', 'doubt')}${row(of('emotion'), 'emotion lu', 'train', '1')}${row(of('offensive'), 'offensive lu', 'train', '0')}`,
    );
    const found = reader({ unlicensed: false }).readPosts((complains) => ({
      labels: complains === null ? [] : [Number(complains)],
    }));
    expect(found.map(({ text, labels }) => [text, ...labels])).toEqual([
      ['fade'],
      ['umsabEn non lu'],
      ['emotion lu', 1],
      ['offensive lu', 0],
      ['offensive non lu'],
      ['mlma non lu'],
    ]);
  });
  it('leaves sets without a stated licence out when asked', () => {
    expect(unstated).toBeDefined();
    const id = (Object.keys(SOURCES) as (keyof typeof SOURCES)[]).find((one) => SOURCES[one] === unstated)!;
    const read = reader({ unlicensed: false });
    expect(read.read(id, 'sentiment', () => ({ labels: [0] }))).toEqual([]);
    expect(read.readCells(id, 'text', () => ({ labels: [0] }))).toEqual([]);
    expect(read.readFeeds(() => ({ labels: [0] }))).toEqual([]);
    expect(read.sources).toEqual([]);
  });
  it('reads our own sets, several labels a row', () => {
    const read = reader();
    expect(read.readCare(({ intents, drivers }) => ({ labels: [intents.length, drivers.length] }))).toEqual([
      { text: 'Cher', labels: [2, 1] },
      { text: 'Merci', labels: [1, 1] },
    ]);
    expect(read.readOwn('urgent', (label) => (label === 'urgent' ? { labels: [0] } : undefined))).toEqual([
      { text: 'Vite', labels: [0] },
    ]);
    const registers = (files?: readonly string[]) =>
      reader()
        .readRegisters(({ complaint }) => ({ labels: [complaint ? 1 : 0] }), files)
        .map(({ text, labels }) => [text, ...labels]);
    expect(registers()).toEqual([
      ['Offre', 0],
      ['Trop cher', 1],
      ['Rappel', 1],
    ]);
    expect(registers(['registers'])).toEqual([['Offre', 0]]);
  });
  it('gives the same text of a column once', () => {
    const read = reader({ splits: ['train', 'test'] });
    expect(read.readCells('umsabFr', 'text', () => ({ labels: [] })).map(({ text }) => text)).toEqual([
      'caché',
      'fade',
      'bon',
    ]);
  });
});
