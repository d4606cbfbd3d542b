import { expect, it } from 'vitest';
import { ClauseLanguages } from '../../src/topics/clause-language.js';
import { clausesOf } from '../../src/topics/phrase-words.js';

const isEnglish = (languages: ClauseLanguages, clause: string): boolean =>
  languages.isEnglish(clausesOf(clause)[0] ?? []);

it('reads a clause by its small words, else by the texts that its words stand in, else by all texts', () => {
  const languages = new ClauseLanguages();
  for (const text of ['The ladle is broken. Ladle recall', 'A ladle was in the soup', 'La louche est fendue'])
    languages.add(clausesOf(text));
  expect(isEnglish(languages, 'la louche fendue')).toBe(false);
  expect(isEnglish(languages, 'the broken ladle')).toBe(true);
  expect(isEnglish(languages, 'louche fendue')).toBe(false);
  expect(isEnglish(languages, 'ladle recall')).toBe(true);
  expect(isEnglish(languages, 'Zorglub')).toBe(true); // two texts of three
  expect(isEnglish(new ClauseLanguages(), 'ladle recall')).toBe(false);
});
