import { describe, expect, it } from 'vitest';
import type { MessageRecord } from '../../src/model/index.js';
import { createIdentity, idFromAddress } from '../../src/normalise/message-id.js';
import { createPseudonymiser } from '../../src/normalise/pseudonym.js';

const { messageId, ofPlatformId, threadId } = createIdentity(createPseudonymiser('k'));

const record = (fields: Partial<MessageRecord>): MessageRecord => ({
  row: 1,
  platform: 'x',
  stage: 'public',
  kind: 'post',
  ...fields,
});

describe('messageId', () => {
  it('is the same for one post exported by two tools under their own ids', () => {
    const a = record({ id: 'mention-1', url: 'https://twitter.com/someone/status/1700000000000000001' });
    const b = record({ id: '99', url: 'https://x.com/someone/statuses/1700000000000000001?s=20' });
    expect(messageId(a)).toBe(ofPlatformId('x', '1700000000000000001'));
    expect(messageId(b)).toBe(messageId(a));
  });

  it.each([
    ['facebook', 'https://www.facebook.com/page/posts/1?comment_id=222222&reply_comment_id=333333', '333333'],
    ['facebook', 'https://www.facebook.com/page/posts/1?comment_id=222222', '222222'],
    ['youtube', 'https://www.youtube.com/watch?v=abc&lc=Ugabcdefghij', 'Ugabcdefghij'],
    ['youtube', 'https://www.youtube.com/watch?v=abc', undefined],
    ['trustpilot', 'https://twitter.com/a/status/12345', undefined],
    ['x', 'https://twitter.com/a', undefined],
  ])('%s %s', (platform, url, id) => {
    expect(idFromAddress(platform, url)).toBe(id);
  });

  it('is keyed: no id of a platform, and no hash without the key, is in it', () => {
    const mail = record({
      platform: 'email',
      stage: 'private',
      kind: 'message',
      id: 'zoe.test@poste-de-zoe.example',
    });
    expect(messageId(mail)).toMatch(/^email:[0-9a-f]{16}$/);
    expect(ofPlatformId('email', 'zoe.test@poste-de-zoe.example')).toBe(messageId(mail));
    expect(createIdentity(createPseudonymiser('other')).messageId(mail)).not.toBe(messageId(mail));
    const chat = record({
      platform: 'whatsapp',
      stage: 'private',
      authorName: '+33 6 39 98 00 01',
      text: 'oui',
    });
    expect(messageId(chat)).toMatch(/^whatsapp:~[0-9a-f]{16}$/);
    expect(createIdentity(createPseudonymiser('other')).messageId(chat)).not.toBe(messageId(chat));
  });

  it('gives a public thread the id of the post it begins with, a private one a pseudonym', () => {
    expect(threadId(record({ threadId: '12' }))).toBe(ofPlatformId('x', '12'));
    expect(threadId(record({ threadId: '12', stage: 'private' }))).not.toBe(ofPlatformId('x', '12'));
    expect(threadId(record({}))).toBeNull();
  });

  it('does not read the address of a private message', () => {
    expect(messageId(record({ stage: 'private', id: '5', url: 'https://x.com/a/status/12345' }))).toBe(
      ofPlatformId('x', '5'),
    );
  });
});
