import { describe, expect, it } from 'vitest';
import { languageCode } from '../../../src/ingest/values/language-names.js';

describe('languageCode', () => {
  it.each([
    ['EN', 'en'],
    ['fr-CA', 'fr'],
    ['zh_Hans', 'zh'],
    ['zhTW', 'zh'],
    ['Englisch', 'en'],
    ['Français', 'fr'],
    ['Deutsch', 'de'],
    ['German', 'de'],
    ['FRENCH; FRANÇAIS', 'fr'],
    ['中文', 'zh'],
    ['Español', 'es'],
    ['inglese', 'en'],
    ['Chinese (Simplified)', 'zh'],
    ['日本語', 'ja'],
    ['fr_FR', 'fr'],
    ['fra', 'fr'],
    ['iw', 'he'],
    ['nb', 'no'],
    ['Norwegian Bokmål', 'no'],
    ['English US', 'en'],
  ])('%s is %s', (name, code) => {
    expect(languageCode(name)).toBe(code);
  });
  it.each(['', undefined, 'KIN3', '0 2017', 'Copyright', 'All rights reserved', 'xx', 'und', 'qst', 'news'])(
    '%s is none',
    (name) => {
      expect(languageCode(name)).toBeUndefined();
    },
  );
});
