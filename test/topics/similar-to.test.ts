import { beforeAll, describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../src/engine/corpus-tables.js';
import { messageVectors, similarTo } from '../../src/topics/similar-to.js';
import { fakeCorpus } from '../metrics/fake-corpus.js';

const TEXTS = [
  'Toujours pas reçu mon paquet, dix jours de retard',
  'my parcel never arrived',
  'Ce fromage a un goût délicieux',
  'La caissière était très aimable',
  'Ce fromage a un goût délicieux',
  '🙂🙂',
];

describe('messages that say nearly the same', () => {
  let corpus: CorpusTables;
  beforeAll(async () => {
    corpus = await fakeCorpus({
      messages: [
        ...TEXTS.map((text, at) => ({ messageId: `m${at}`, text })),
        { messageId: 'notice', text: 'Votre paquet est en retard', speech: 'service' as const },
      ],
    });
  });

  it('come nearest first, in other words and in the other language; each text once, notices never', async () => {
    const found = await similarTo(corpus, 'mon colis n’est pas arrivé', { n: 3 });
    expect(
      found
        .slice(0, 2)
        .map(({ messageId }) => messageId)
        .toSorted(),
    ).toEqual(['m0', 'm1']);
    expect(found).toHaveLength(3);
    for (const [at, { similarity }] of found.entries()) {
      expect(similarity).toBeGreaterThan(0);
      expect(similarity).toBeLessThanOrEqual(1.000001);
      if (at > 0) expect(similarity).toBeLessThanOrEqual(found[at - 1]!.similarity);
    }
    const cheese = await similarTo(corpus, 'fromage', { n: 10 });
    expect(cheese[0]).toMatchObject({ messageId: 'm2', text: TEXTS[2], stage: 'public' });
    expect(cheese.filter(({ text }) => text === TEXTS[2])).toHaveLength(1);
  });

  it('are none that deny what is asked, and variants of one text are one, told how many', async () => {
    const many = await fakeCorpus({
      messages: [
        'Merci, colis bien reçu',
        'Merci beaucoup, colis bien reçu !',
        ...['Nadia', 'Omar', 'Paul'].map((name) => `Colis toujours pas reçu, ${name}`),
        'Mon paquet n’est jamais arrivé',
      ].map((text, at) => ({ messageId: `v${at}`, text })),
    });
    const found = await similarTo(many, 'colis jamais reçu', { n: 3 });
    expect(found.map(({ text, messages }) => [text.slice(0, 10), messages])).toEqual([
      ['Colis touj', 3],
      ['Mon paquet', 1],
      ['Merci, col', 2],
    ]);
    expect((await similarTo(many, 'colis bien reçu', { n: 1 }))[0]).toMatchObject({ messages: 2 });
  });

  it('are refused without a known word or with an odd number', async () => {
    await expect(similarTo(corpus, '🙂')).rejects.toThrow('no word of the text is known');
    await expect(similarTo(corpus, 'colis', { n: 0 })).rejects.toThrow('n: 0');
  });

  it('have vectors of length 1 in the order of their ids, none where no word is known', async () => {
    const all = [];
    for await (const one of messageVectors(corpus)) all.push(one);
    expect(all.map(({ messageId }) => messageId)).toEqual(['m0', 'm1', 'm2', 'm3', 'm4', 'm5']);
    expect(all[5]!.vector).toBeNull();
    expect(Math.hypot(...all[0]!.vector!)).toBeCloseTo(1, 5);
  });
});
