import { expect, it } from 'vitest';
import { execFileSync } from 'node:child_process';
import { shellWord } from '../../src/util/shell-word.js';

it('a shell reads back the word, whatever it holds', () => {
  for (const word of ['a/b.csv', 'mes exports', "l'été à 100 %", '$HOME "x" `y`', '*'])
    expect(execFileSync('sh', ['-c', `printf %s ${shellWord(word)}`], { encoding: 'utf8' })).toBe(word);
});
