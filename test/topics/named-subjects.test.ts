import { beforeAll, describe, expect, it } from 'vitest';
import { Labels } from '../../src/topics/topic-labels.js';
import { nameSubjects, subjectReader, type NamedSubject } from '../../src/topics/named-subjects.js';
import { loadPhraseTest, type PhraseTest } from '../../src/topics/noun-phrase.js';
import { PhraseIndex } from '../../src/topics/phrase-index.js';
import { indexTerms, rowOf, termsOf } from '../../src/topics/terms.js';
import { loadStopWords } from '../../src/util/stop-words.js';

let isPhrase: PhraseTest;
beforeAll(async () => {
  isPhrase = loadPhraseTest();
});

const stops = loadStopWords();
const repeat = (n: number, ...texts: readonly string[]): string[] =>
  Array.from({ length: n }, (_, at) => texts[at % texts.length] as string);
const LOUCHE = repeat(9, 'la louche fendue coupe la soupe', 'une louche fendue, soupe perdue');
const SOUPE = repeat(3, 'la soupe coupe');
const TAPIS = repeat(8, 'le tapis troué glisse', 'un tapis troué qui glisse');
const IDLE = ['tout disparaît', 'perdu'];
const OTHERS = repeat(80, 'un balai perd ses poils', 'la rampe rouille', 'ce tiroir grince', 'quelle nappe');

function subjectsOf(parts: readonly (readonly string[])[]): {
  readonly subjects: readonly NamedSubject[];
  tell(text: string, ofClass: number): string | undefined;
} {
  const texts = [...parts.flat(), ...OTHERS].map((text, at) => `${text} ${at}`);
  const terms = texts.map((text) => termsOf(text, stops));
  const rows = indexTerms(terms, 2);
  const idOf = new Map(rows.stems.map((stem, id) => [stem, id]));
  const classOf = Int32Array.from([
    ...parts.flatMap((part, kind) => part.map(() => kind)),
    ...OTHERS.map(() => -1),
  ]);
  const labels = new Labels(rows, terms, new PhraseIndex(texts, stops), isPhrase);
  const subjects = nameSubjects(rows, classOf, { count: parts.length, terms, stops, labels, least: 5 });
  return {
    subjects,
    tell: (text, ofClass) =>
      subjects[subjectReader(subjects)(rowOf(termsOf(text, stops), idOf), ofClass)]?.label.name,
  };
}

describe('nameSubjects', () => {
  it('makes two subjects of a class about two things, and leaves what is about neither', () => {
    const { subjects, tell } = subjectsOf([[...LOUCHE, ...TAPIS, ...IDLE]]);
    expect(subjects.map(({ label }) => label.name).toSorted()).toEqual(['louche fendue', 'tapis troué']);
    expect(tell('Louche fendue !', 0)).toBe('louche fendue');
    expect(tell('tout a disparu, perdu', 0)).toBeUndefined();
  });

  it('holds a text without the name by two terms that are key to it, not by one', () => {
    const { tell } = subjectsOf([[...LOUCHE, ...SOUPE]]);
    expect(tell('la soupe coupe', 0)).toBe('louche fendue');
    expect(tell('la soupe', 0)).toBeUndefined();
  });

  it('counts a fixed phrase, as the name of a product, as one of the two', () => {
    const spoon = repeat(
      9,
      'une louche fendue tombe, riz au safran',
      'riz au safran, ma louche fendue tombe',
    );
    const rice = repeat(28, 'le riz au safran gonfle', 'gonfle, ce riz au safran');
    const { tell } = subjectsOf([spoon, rice]);
    expect(tell('le riz au safran', 0)).toBe('riz au safran');
    expect(tell('le riz tombe', 0)).toBe('louche fendue');
  });

  it('tells a text of another class by a name of several words alone', () => {
    const { tell } = subjectsOf([LOUCHE, TAPIS]);
    expect(tell('ma louche fendue sur le tapis', -1)).toBe('louche fendue');
    expect(tell('la soupe coupe', -1)).toBeUndefined();
    expect(tell('ma louche fendue', 1)).toBe('louche fendue');
  });

  it('makes no subject of fewer texts than asked, nor of what has no name', () => {
    expect(subjectsOf([LOUCHE.slice(0, 4), repeat(9, 'bravo merci', 'voilà')]).subjects).toEqual([]);
  });
});
