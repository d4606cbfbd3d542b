import { expect, it } from 'vitest';
import { shareOfVoice } from '../../../src/metrics/basic/share-of-voice.js';
import { fakeCorpus } from '../fake-corpus.js';

const messages = ['Brindaure', 'Brindaure', 'Lactanie', 'Ortelan', 'Ortelan', 'Ortelan'].map((brand, at) => ({
  messageId: `m${at}`,
  stage: 'press' as const,
  platform: 'press',
  brands: [brand],
}));

it('compares the brands of the configuration where none is named, else those most mentioned', async () => {
  const of = async (config: object | undefined, brands?: readonly string[]): Promise<unknown> => {
    const corpus = await fakeCorpus({
      messages,
      manifest: { options: config === undefined ? {} : { config } },
    });
    const { value, n } = await shareOfVoice(corpus, brands === undefined ? {} : { brands });
    return [value, n];
  };
  expect(await of(undefined)).toEqual([3 / 6, 6]);
  expect(await of({ brand: 'Brindaure' })).toEqual([3 / 6, 6]);
  expect(await of({ brand: 'Brindaure', competitors: ['Lactanie'] })).toEqual([2 / 3, 3]);
  expect(await of({ brand: 'Brindaure', competitors: ['Lactanie'] }, ['Brindaure', 'Ortelan'])).toEqual([
    2 / 5,
    5,
  ]);
});
