import { describe, expect, it } from 'vitest';
import { idFromUrl, keepsLongIds, readId } from '../../../src/ingest/values/ids.js';

describe('ids', () => {
  it('keeps them as text and takes off what tools put around', () => {
    expect([
      readId('"1955000000000000123"')?.id,
      readId("'123")?.id,
      readId('ID: 42')?.id,
      readId('7.62E3'),
      readId('-'),
      readId(' abc\ufeff')?.id,
      readId('="55"')?.id,
    ]).toEqual(['1955000000000000123', '123', '42', { id: '7.62E3', damaged: true }, undefined, 'abc', '55']);
  });
  it('sees what a spreadsheet did', () => {
    expect([
      readId('1.78E+17')?.damaged,
      readId('17890000000000000')?.damaged,
      readId('17890000000000001')?.damaged,
      readId('1,78E+17')?.damaged,
    ]).toEqual([true, true, false, true]);
  });
  it('takes one whole long id as a proof that no spreadsheet rounded those that end in zeros', () => {
    expect([
      keepsLongIds(['17890000000000000', '1.78E+17', '17890000000000012']),
      keepsLongIds(['17890000000000000', '1.78E+17', '178900000000012', 'Ug123']),
    ]).toEqual([true, false]);
  });
  it('finds them in addresses', () => {
    const urls = [
      'https://twitter.com/a/statuses/11',
      'https://www.facebook.com/1/posts/222222?comment_id=33',
      'https://www.facebook.com/x?comment_id=33&reply_comment_id=44',
      'https://www.instagram.com/reel/Cabc12_/',
      'https://www.tiktok.com/@a/video/55',
      'https://www.youtube.com/watch?v=abcdefghijk&lc=Ug.1',
      'https://youtu.be/abcdefghijk',
      't.me/chan/12',
      'https://www.reddit.com/r/x/comments/abc12/titre/def34/',
      'https://www.linkedin.com/feed/update/urn:li:activity:71',
      'https://www.linkedin.com/feed/update/urn:li:activity:71?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A71%2C81%29',
      'https://www.linkedin.com/feed/update/urn:li:activity:71?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A71%2C81%29&replyUrn=urn%3Ali%3Acomment%3A%28activity%3A71%2C82%29',
    ];
    expect(urls.map(idFromUrl)).toEqual([
      '11',
      '33',
      '44',
      'Cabc12_',
      '55',
      'Ug.1',
      'abcdefghijk',
      'chan/12',
      'def34',
      '71',
      '81',
      '82',
    ]);
  });
});
