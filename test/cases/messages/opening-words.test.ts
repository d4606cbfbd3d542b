import { describe, expect, it } from 'vitest';
import { cueOf } from '../../../src/cases/messages/opening-words.js';

describe('cueOf', () => {
  it.each([
    ['Bonjour, le couvercle ferme mal.', 'opens'],
    ['J’ai un autre souci, avec la livraison cette fois', 'opens'],
    ['Bonjour, je relance mon dossier', 'goes on'],
    ['Toujours rien ce matin', 'goes on'],
    ['Any news please?', 'goes on'],
    ['Acheté samedi à Lyon', undefined],
    ['', undefined],
  ] as const)('%s: %s', (text, cue) => {
    expect(cueOf(text)).toBe(cue);
  });
});
