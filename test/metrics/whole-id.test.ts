import { beforeAll, describe, expect, it } from 'vitest';
import { wholeId, type FollowedCorpus } from '../../src/metrics/whole-id.js';
import { fakeCorpus } from './fake-corpus.js';

let corpus: FollowedCorpus;
beforeAll(async () => {
  const tables = await fakeCorpus({
    cases: [{ caseId: 'case:abcd1111' }, { caseId: 'case:abcd2222' }, { caseId: 'case:beef0000' }],
    messages: [
      { messageId: 'web:~beef9999' },
      { messageId: 'web:~feed1234' },
      { messageId: 'email:77' },
      { messageId: 'email:770011' },
    ],
  });
  corpus = { ...tables, folder: 'c' };
});

describe('the id that is meant', () => {
  it.each([
    ['a whole one, though another begins with it', 'email:77', 'email:77'],
    ['a mark of a case', 'abcd1', 'case:abcd1111'],
    ['a mark of a case before one of a message', 'beef', 'case:beef0000'],
    ['a mark of a message, without the sign of a hash', 'feed1', 'web:~feed1234'],
    ['a beginning of the whole', 'email:7700', 'email:770011'],
  ])('%s', async (_, asked, found) => {
    expect(await wholeId(corpus, asked)).toBe(found);
  });

  it('is that of a platform, keyed, before any other that there is', async () => {
    expect(await wholeId(corpus, 'abcd1', 'email:770011')).toBe('email:770011');
    expect(await wholeId(corpus, 'abcd1', 'email:absent')).toBe('case:abcd1111');
  });

  it('is not guessed: two that begin so, one too short, none', async () => {
    await expect(wholeId(corpus, 'abcd')).rejects.toThrow(/"abcd" begins several ids/);
    await expect(wholeId(corpus, 'fee')).rejects.toThrow(/no message or case "fee" in c/);
    await expect(wholeId(corpus, 'cafe')).rejects.toThrow(/no message or case "cafe"/);
  });
});
