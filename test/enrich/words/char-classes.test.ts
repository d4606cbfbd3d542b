import { expect, it } from 'vitest';
import { C, CLASS, FOLDED, LOWER } from '../../../src/enrich/words/char-classes.js';

const NAMES = Object.fromEntries(Object.entries(C).map(([name, code]) => [code, name]));
const classOf = (char: string): string => NAMES[CLASS[char.charCodeAt(0)] as number] as string;

it('tells what each unit is', () => {
  const expected: Readonly<Record<string, string>> = {
    é: 'letter',
    Я: 'letter',
    語: 'letter',
    '7': 'digit',
    '７': 'digit',
    ' ': 'space',
    '\u00a0': 'space',
    '\n': 'newline',
    '.': 'punct',
    '!': 'mark',
    '…': 'mark',
    '’': 'apostrophe',
    '\u0301': 'combining',
    '★': 'emoji',
    '\u200d': 'joiner',
    '\u202e': 'joiner',
    '\ud83d': 'high',
    '\ude00': 'low',
    '\u0000': 'other',
  };
  expect(Object.fromEntries(Object.keys(expected).map((char) => [char, classOf(char)]))).toEqual(expected);
});

it('folds case and accents, and every apostrophe to one', () => {
  const folded = (text: string): string =>
    [...text].map((char) => String.fromCharCode(FOLDED[char.charCodeAt(0)] as number)).join('');
  expect(folded('ÉÇàñΩЯ＠Ａ’`')).toBe("ecanωя@a''");
  expect(String.fromCharCode(LOWER['É'.charCodeAt(0)] as number)).toBe('é');
  expect(String.fromCharCode(LOWER['’'.charCodeAt(0)] as number)).toBe("'");
});
