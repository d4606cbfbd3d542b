import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { knownTexts, reviewSamples, sampleTexts } from '../../src/learn/known-texts.js';
import { SOURCES } from '../../src/learn/sources.js';
import type { RecipeOptions } from '../../src/learn/example-reader.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();
beforeAll(() => {
  const own = join(folder, 'own');
  for (const [id, text, label] of [
    ['umsabFr', 'fade', '0'],
    ['umsabEn', 'great', '2'],
  ] as const) {
    const set = join(folder, 'sets', SOURCES[id].path);
    mkdirSync(set, { recursive: true });
    writeFileSync(join(set, 'train_text.txt'), `${text}\n`);
    writeFileSync(join(set, 'train_labels.txt'), `${label}\n`);
  }
  mkdirSync(own);
  const write = (name: string, ...lines: readonly string[]): void =>
    writeFileSync(join(own, `${name}.tsv`), `${lines.join('\n')}\n`);
  const care = 'text\tsentiment\tintents\tdrivers\tstage';
  write('care', care, 'Cher\tnegative\tcomplaint,question\tprice\tprivate');
  write('messages', care, 'Merci\tpositive\tthanks\t\tpublic');
  const feed =
    'key\tfile\tfield\tfamily\tsplit\tgroup\tnearTrain\tregister\tsentiment\tcomplaint\tdrivers\tdoubt';
  write('feed-labels', feed, 'a\tx.csv\ttext\treview\ttrain\tg\t0\tcustomer\tnegative\t1\t-\t0');
  const sample = 'key\tfile\tplace\tdrivers\tdoubtful\tcomplaint';
  write('feed-labels-third', sample, 'b\tx.csv\treview\t-\t-\t1', 'c\tx.csv\tfeed\t-\t-\t1');
  write('feed-labels-fourth', sample, 'b\tx.csv\treview\t-\t-\t0', 'b\tx.csv\treview\t-\t-\tdoubt');
});
const options = (unlicensed = true): RecipeOptions => ({
  folder: join(folder, 'sets'),
  own: join(folder, 'own'),
  splits: ['train'],
  unlicensed,
  feeds: new Map([
    ['a', { text: 'Nul', stars: 1 }],
    ['b', { text: 'Rien reçu', stars: 2 }],
    ['c', { text: 'Bof', stars: null }],
  ]),
});

it('puts each text under its head, kind and language', () => {
  const found = knownTexts(options(false)).map(({ head, genre, language, text, truth }) => [
    head,
    genre,
    language,
    text,
    truth,
  ]);
  expect(found).toEqual([
    ['sentiment', 'tweet', 'fr', 'fade', 0],
    ['sentiment', 'tweet', 'en', 'great', 2],
    ['sentiment', 'private', null, 'Cher', 0],
    ['complaint', 'private', null, 'Cher', 1],
    ['sentiment', 'comment', null, 'Merci', 2],
    ['complaint', 'comment', null, 'Merci', 0],
  ]);
});

it('takes of the samples the reviews that are decided, the third without its stars; none without a licence', () => {
  expect(
    reviewSamples(options()).map(({ source, text, stars, truth }) => [source, text, stars, truth]),
  ).toEqual([
    ['third locked sample', 'Rien reçu', null, 1],
    ['fourth locked sample', 'Rien reçu', 2, 0],
  ]);
  expect(sampleTexts(options(false))).toEqual([]);
});
