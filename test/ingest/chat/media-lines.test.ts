import { describe, expect, it } from 'vitest';
import { readMedia } from '../../../src/ingest/chat/media-lines.js';

describe('readMedia', () => {
  it.each([
    '<Médias omis>',
    'image omise',
    'Video omitted.',
    'audio weggelassen',
    'imagen omitida',
    'изображение пропущено',
    'location: https://maps.google.com/?q=47.2,-1.5',
  ])('takes "%s" for a medium without words', (text) => {
    expect(readMedia(text, false)).toEqual({ caption: '' });
  });
  it('keeps the words beside a file', () => {
    expect(readMedia('IMG-20260301-WA0001.jpg (fichier joint)\nLe pot est vide', false)).toEqual({
      caption: 'Le pot est vide',
    });
    expect(readMedia('Voici <pièce jointe : 0001-PHOTO.jpg> la photo', false)).toEqual({
      caption: 'Voici  la photo',
    });
  });
  it('leaves a person’s words alone, also about media; a short line the phone wrote is one', () => {
    for (const text of ['La photo est floue', 'images', 'a <b> c', 'voir https://maps.google.com/?q=1'])
      expect(readMedia(text, false), text).toBeUndefined();
    expect(readMedia('Photo à vue unique', true)).toEqual({ caption: '' });
    expect(readMedia('Bonjour', true)).toBeUndefined();
  });
});
