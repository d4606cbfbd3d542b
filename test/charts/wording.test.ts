import { expect, it } from 'vitest';
import { channelLabel, label, placeName, WORDING } from '../../src/charts/wording.js';
import { catalogue } from '../../src/metrics/index.js';
import { doubtColumns, rejectColumns } from '../../src/model/index.js';
import { PAGE_ONLY } from '../../src/report/metrics-json.js';

it('names codes in both languages, and writes unknown ones as words', () => {
  expect([label('driver', 'click-and-collect'), label('driver', 'click-and-collect', 'en')]).toEqual([
    'Drive et retrait',
    'Click & collect',
  ]);
  expect([label('driver', 'new-thing'), label('driver', 'new-thing', 'en')]).toEqual([
    'New thing',
    'New thing',
  ]);
  expect([label('stage', 'private', 'en'), label('platform', 'whatsapp', 'en')]).toEqual([
    'Private',
    'WhatsApp',
  ]);
  // No name of the language itself is one of a code.
  expect(label('driver', 'constructor')).toBe('Constructor');
});

it('names channels by platform and form, each once', () => {
  expect(channelLabel('whatsapp')).toBe('WhatsApp');
  expect(channelLabel('facebook-comment')).toBe('Facebook (commentaires)');
  expect(channelLabel('facebook-dm', 'en')).toMatch(/^Facebook \(/);
  expect(channelLabel('une-chose')).toBe('Une chose');
  expect(channelLabel('autre')).toBe('Autre');
});

it('names every reason of a reject and of a doubt', () => {
  const { reject, doubt } = WORDING;
  expect(rejectColumns.reason.values.filter((reason) => !Object.hasOwn(reject, reason))).toEqual([]);
  expect(doubtColumns.reason.values.filter((reason) => !Object.hasOwn(doubt, reason))).toEqual([]);
});

it('names languages in French and in English', () => {
  expect(Object.values(WORDING.language).filter((name) => typeof name === 'string')).toEqual([]);
  expect(label('language', 'de', 'en')).toBe('German');
});

it('names countries as the language does, other places by their one name', () => {
  expect(
    ['États-Unis', 'Royaume-Uni', 'Hauts-de-France', 'Carrefour Rezé'].map((one) => placeName(one, 'en')),
  ).toEqual(['United States', 'United Kingdom', 'Hauts-de-France', 'Carrefour Rezé']);
  expect(placeName('États-Unis', 'fr')).toBe('États-Unis');
});

it('names a sheet for every metric of a workbook, each once and no longer than a spreadsheet takes', () => {
  const names = catalogue()
    .map(({ name }) => name)
    .filter((name) => !PAGE_ONLY.has(name));
  expect(Object.keys(WORDING.tab).toSorted()).toEqual(names.toSorted());
  for (const language of ['fr', 'en'] as const) {
    const tabs = names.map((name) => label('tab', name, language));
    expect(new Set(tabs.map((tab) => tab.toLowerCase())).size).toBe(tabs.length);
    expect(tabs.filter((tab) => tab.length > 31 || /[[\]:*?/\\]|^'|'$/.test(tab))).toEqual([]);
  }
});
