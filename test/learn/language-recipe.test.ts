import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { LanguageGrams } from '../../src/enrich/language/language-grams.js';
import { buildLanguageHead, umsabSamples } from '../../src/learn/language-recipe.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();
beforeAll(() => {
  const write = (name: string, split: string, lines: readonly string[]): void => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, `${split}_text.txt`), `${lines.join('\n')}\n`);
  };
  write('french', 'train', ['Le pain est très bon ce matin', 'La livraison était en retard']);
  write('french', 'test', ['Jamais lu ici']);
  write('english', 'train', ['The bread is very good today', 'The delivery was late again']);
  write('hindi', 'train', ['yeh bahut acha hai bhai', 'good morning to all']);
});

it('reads the splits asked for; a text of the Hindi set has two words of it', () => {
  expect(umsabSamples(folder, ['train', 'val'])).toEqual([
    { text: 'The bread is very good today', language: 'en' },
    { text: 'The delivery was late again', language: 'en' },
    { text: 'Le pain est très bon ce matin', language: 'fr' },
    { text: 'La livraison était en retard', language: 'fr' },
    { text: 'yeh bahut acha hai bhai', language: 'hi' },
  ]);
});

it('learns a head whose sources are told, the same bytes each time', () => {
  const build = () => buildLanguageHead(folder, 'nl\tHet brood is erg lekker vandaag\n', ['train']);
  const head = build();
  expect(head.labels).toEqual(['en', 'fr', 'hi', 'other']);
  expect(head.sources).toEqual([
    { name: 'UMSAB, 7 languages, train', rows: 5 },
    { name: 'own texts in other languages', rows: 1 },
  ]);
  expect(build().weights).toEqual(head.weights);
  const grams = new LanguageGrams(head.bits);
  const told = (text: string): string => {
    const sums = head.labels.map(() => 0);
    for (const bucket of grams.bucketsOf(text))
      sums.forEach((_, k) => {
        sums[k]! += head.weights[bucket * sums.length + k]! * head.scales[k]!;
      });
    return head.labels[sums.indexOf(Math.max(...sums))]!;
  };
  expect([told('Le pain était très bon'), told('The bread was good')]).toEqual(['fr', 'en']);
});
