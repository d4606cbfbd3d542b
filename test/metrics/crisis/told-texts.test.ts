import { describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import type { CriticalMessage } from '../../../src/metrics/crisis/public-movement.js';
import { textReader, wordsOfMessages } from '../../../src/metrics/crisis/told-texts.js';

const message = (messageId: string, places: string[]): CriticalMessage => ({
  messageId,
  at: 0,
  brand: 'Brel',
  drivers: [],
  products: ['sirop'],
  places,
  textKey: null,
  reach: null,
  authorKey: null,
});

describe('wordsOfMessages', () => {
  it('leaves out the brand, in one word too', async () => {
    const rows = [{ messageId: 'a', said: 'Chez Maison-Brel, caisse fermée #maisonbrel' }];
    const corpus = { query: () => Promise.resolve({ objects: () => rows }) } as unknown as CorpusTables;
    const said = await wordsOfMessages(corpus, [{ ...message('a', []), brand: 'Maison Brel' }]);
    expect([...(said.get('a') ?? [])]).toEqual(['chez', 'caisse', 'fermee']);
  });
});

describe('textReader', () => {
  it('reads a place without its capital where most of those who say the word name it', () => {
    const messages = ['a', 'b', 'c'].map((id) => message(id, id === 'c' ? [] : ['Lille'])),
      said = new Map(messages.map(({ messageId }) => [messageId, new Set(['lille'])]));
    const wordsOf = (known: readonly CriticalMessage[]): string[] => [
      ...textReader(known, said)(messages[2] as CriticalMessage).words,
    ];
    expect(wordsOf(messages)).toEqual(['lille', ':sirop', ':@Lille']);
    const others = ['d', 'e'].map((id) => message(id, []));
    for (const { messageId } of others) said.set(messageId, new Set(['lille']));
    expect(wordsOf([...messages.slice(1), ...others])).toEqual(['lille', ':sirop']);
  });
});
