import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type TaggedSpan, spansOf } from '../../../src/learn/evaluation/tagged-spans.js';
import { type TaggedSentence, trainNameTagger } from '../../../src/learn/name-tagger.js';
import { describeShared, shared } from '../../shared.js';

function readSentences(path: string): TaggedSentence[] {
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n\n')
    .map((block) => {
      const cells = block.split('\n').map((line) => line.split('\t'));
      return { words: cells.map((row) => row[1] ?? ''), tags: cells.map((row) => row[2] ?? 'O') };
    });
}

describeShared('names of WikiNEuRal, French', () => {
  it('finds spans with F1 of at least 82, learnt on the first half of val and tested on the second', () => {
    const sentences = readSentences(shared('data/labelled/wikineural/fr/val.conllu'));
    const tagger = trainNameTagger(sentences.slice(0, sentences.length / 2), { epochs: 14 });
    const tests = sentences.slice(sentences.length / 2);
    const key = ({ type, from, to }: TaggedSpan): string => `${type} ${from} ${to}`;
    let right = 0,
      told = 0,
      real = 0,
      words = 0;
    const start = performance.now();
    const answers = tests.map((sentence) => tagger.tag(sentence.words));
    const seconds = (performance.now() - start) / 1000;
    tests.forEach((sentence, i) => {
      const gold = new Set(spansOf(sentence.tags).map(key));
      const found = spansOf(answers[i] ?? []).map(key);
      words += sentence.words.length;
      real += gold.size;
      told += found.length;
      right += found.filter((span) => gold.has(span)).length;
    });
    const f1 = (2 * right) / (told + real);
    console.log(
      `names: ${tests.length} sentences, span F1 ${(100 * f1).toFixed(1)}, ${Math.round(words / seconds)} words/s`,
    );
    expect(f1).toBeGreaterThan(0.82);
  }, 240_000);
});
