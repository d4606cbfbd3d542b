import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/learn/evaluation/evaluate.js';
import { readSet, splitOfName } from '../../../src/learn/sets/layouts.js';
import { evaluationLines } from '../../../src/cli/commands/evaluate.js';
import { temporaryFolder } from '../../temporary-folder.js';

const folder = temporaryFolder();
const path = (name: string): string => join(folder, name);
const write = (name: string, text: string): void => {
  mkdirSync(join(path(name), '..'), { recursive: true });
  writeFileSync(path(name), text);
};
const GOOD = [
  'Excellent fromage, un régal',
  'Très bon accueil, merci',
  'Super produit, je recommande',
  'Parfait, livraison rapide',
  'Délicieux, rien à redire',
];
const BAD = [
  'Produit infect, à fuir',
  'Très déçu, service nul',
  'Honteux, jamais remboursé',
  'Mauvais goût, immangeable',
  'Arnaque, commande jamais reçue',
];
const PLAIN = [
  'Le magasin ouvre à 9 h',
  'Il y a trois rayons',
  'La réunion est mardi',
  'Voir le lien',
  'On parle du marché',
];

beforeAll(() => {
  const texts = [...BAD, ...PLAIN, ...GOOD],
    labels = texts.map((_, i) => Math.floor(i / 5));
  for (const split of ['train', 'test']) {
    write(`pair/${split}_text.txt`, `${texts.join('\n')}\n`);
    write(`pair/${split}_labels.txt`, `${labels.join('\n')}\n`);
  }
  write(
    'stars/train.tsv',
    `stars\ttext\n${texts.map((text, i) => `${1 + 2 * Math.floor(i / 5)}\t${text}`).join('\n')}\n`,
  );
  write(
    'stars/test.tsv',
    `stars\ttext\n${texts.map((text, i) => `${1 + 2 * Math.floor(i / 5)}\t${text}`).join('\n')}\n`,
  );
  const opinion = (text: string, category: string, polarity: string, id: number): string =>
    `<Review rid="r${id}"><sentences><sentence id="r${id}:0"><text>${text}</text><Opinions><Opinion target="NULL" category="${category}" polarity="${polarity}" from="0" to="0"/></Opinions></sentence><sentence id="r${id}:1" OutOfScope="TRUE"><text>x</text></sentence></sentences></Review>`;
  const sentences = Array.from({ length: 40 }, (_, i) =>
    i % 2 === 0
      ? opinion(`Le plat ${i} était délicieux &amp; frais`, 'FOOD#QUALITY', 'positive', i)
      : opinion(`Le serveur ${i} était odieux`, 'SERVICE#GENERAL', 'negative', i),
  );
  write('xml/Rest_Train.xml', `<Reviews>${sentences.join('')}</Reviews>`);
  write('xml/Rest_Gold.xml', `<Reviews>${sentences.slice(0, 10).join('')}</Reviews>`);
  write('xml/Museums_Gold.xml', `<Reviews>${opinion('Le musée', 'MUSEUM#GENERAL', 'positive', 1)}</Reviews>`);
  write(
    'names/val.conllu',
    Array.from(
      { length: 30 },
      (_, i) =>
        `0\tAvec\tO\n1\t${i % 2 ? 'Camille' : 'Dominique'}\tB-PER\n2\tVerdier\tI-PER\n3\tà\tO\n4\tRezé\tB-LOC\n`,
    ).join('\n'),
  );
  write(
    'spam/comments.csv',
    `CONTENT,CLASS\n${Array.from({ length: 30 }, (_, i) => (i % 2 ? `"Subscribe to my channel, free gift ${i}",1` : `"I love this song ${i}, so nice",0`)).join('\n')}\n`,
  );
  write(
    'harm/all.tsv',
    'text\tlabel\nYou are a fucking idiot, kill yourself\tharm\nThanks a lot, great cheese and lovely staff\tnone\nFerme ta gueule espèce de connard\tharm\nMerci pour cet accueil, excellent fromage\tnone\n',
  );
});

describe('layouts', () => {
  it('tells the split by the name of a file', () => {
    const names = [
      'train_text.txt',
      'val.tsv',
      'dev.tsv',
      'test.tsv',
      'test_text.txt',
      'ABSA_Restaurants_Gold-withcontent.xml',
      'EN_REST_SB1_TEST_gold.xml',
      'ABSA_Train_v2.xml',
      'incidents_valid.csv',
      'all.tsv',
      'contest.csv',
    ];
    expect(names.map(splitOfName)).toEqual([
      'train',
      'val',
      'val',
      'test',
      'test',
      'test',
      'test',
      'train',
      'val',
      null,
      null,
    ]);
  });

  it('reads the domain of the train file of a folder with several', () => {
    expect(readSet(path('xml')).map(({ cells }) => cells['text'])).not.toContain('Le musée');
    expect(readSet(path('xml'))).toHaveLength(50);
    expect(readSet(path('xml'))[0]?.cells['text']).toBe('Le plat 0 était délicieux & frais');
  });

  it('says what is missing', () => {
    expect(() => readSet(path('nowhere'))).toThrow(/expected a folder or a file/);
    write('lame/train_text.txt', 'a\nb\n');
    write('lame/train_labels.txt', '1\n2\n3\n4\n');
    expect(() => readSet(path('lame'))).toThrow(/3 texts, 4 labels/);
  });
});

describe('evaluate', () => {
  it('measures the shipped head on the test split', async () => {
    const one = await evaluate({ task: 'sentiment', data: path('stars') });
    expect(one.split).toBe('test');
    expect(one.n).toBe(15);
    expect(one.model).toContain('sentiment-review');
    expect(one.macroF1).toBeGreaterThan(0.6);
    expect(one.confusion.flat().reduce((a, b) => a + b, 0)).toBe(15);
    expect(one.baselines.map(({ name }) => name)).toEqual(['majority', 'lexicons']);
    expect(evaluationLines(one).join('\n')).toMatch(/macro-F1 +\d/);
  });

  it('learns from the train split first, and gives the same answer twice', async () => {
    const options = { task: 'sentiment', data: path('pair'), train: path('pair'), split: 'test' } as const;
    const one = await evaluate(options);
    expect(one.model).toContain('15 training rows');
    // The test rows are the train rows.
    expect(one.accuracy).toBe(1);
    expect(await evaluate(options)).toEqual(one);
  });

  it('holds rows out where a set is judged on itself', async () => {
    const one = await evaluate({ task: 'spam', data: path('spam'), train: path('spam') });
    expect(one.split).toBe('all, by held-out folds');
    expect(one.n).toBe(30);
    expect(one.mcc).toBeGreaterThan(0.9);
  });

  it("judges harm by the shipped head of each text's language", async () => {
    const one = await evaluate({ task: 'harm', data: path('harm') });
    expect(one.model).toBe('shipped head harm-english, harm');
    expect(one.confusion).toEqual([
      [2, 0],
      [0, 2],
    ]);
    expect(one.labels).toEqual(['none', 'harm']);
  });

  it('judges names by spans', async () => {
    await expect(evaluate({ task: 'entities', data: path('names'), train: path('names') })).rejects.toThrow(
      /nothing is learnt: leave out --train/,
    );
    const lists = await evaluate({ task: 'entities', data: path('names') });
    expect(lists.perClass.find(({ label }) => label === 'PER')?.recall).toBe(0);
    expect(lists.baselines).toHaveLength(1);
    expect(evaluationLines(lists).join('\n')).toMatch(
      /baseline fr-compromise +\d+\.\d% macro-F1, \d+\.\d% F1/,
    );
  });

  it('says which splits there are', async () => {
    await expect(evaluate({ task: 'sentiment', data: path('pair'), split: 'val' })).rejects.toThrow(
      /no val split: the set has: test, train|no val split/,
    );
  });

  it('does not judge emotions that are bare numbers: an error, not 0 %', async () => {
    await expect(evaluate({ task: 'emotion', data: path('pair') })).rejects.toThrow(
      /emotion "0".*mapping\.txt/s,
    );
  });
});
