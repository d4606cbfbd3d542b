import { expect, it } from 'vitest';
import { listShares } from '../../../src/metrics/basic/list-shares.js';
import { fakeCorpus } from '../fake-corpus.js';

it('counts public customers’ messages by what their list holds, most first', async () => {
  const message = (harms: readonly string[], rest: object = {}): object => ({
    stage: 'public',
    text: 'Texte',
    sentiment: 'neutral',
    harms,
    ...rest,
  });
  const corpus = await fakeCorpus({
    messages: [
      message(['scam', 'spam']),
      message(['spam']),
      message([]),
      message([]),
      message(['scam'], { stage: 'private' }),
      message(['scam'], { text: null, sentiment: null }),
      // in a language that is not read
      message([], { sentiment: null }),
    ] as never,
  });
  const shares = await listShares(corpus, 'harms', 'harm', ['scam', 'spam', 'hate'], 0.95);
  expect(shares).toMatchObject({
    n: 4,
    value: 2 / 4,
    rows: [
      { harm: 'spam', messages: 2, n: 4, share: 2 / 4 },
      { harm: 'scam', messages: 1, share: 1 / 4 },
      { harm: 'hate', messages: 0, share: 0 },
    ],
  });
  expect(shares?.interval).toMatchObject({ level: 0.95, method: 'wilson' });
  const empty = await fakeCorpus({});
  expect(await listShares(empty, 'harms', 'harm', ['scam'], 0.95)).toBeUndefined();
});
