import { describe, expect, it } from 'vitest';
import { decideDecimal, readCount, readNumber, readRating } from '../../src/ingest/values/numbers.js';
import { idFromUrl, readId } from '../../src/ingest/values/ids.js';
import {
  hostOf,
  isPress,
  languageOf,
  platformOf,
  sentimentOf,
} from '../../src/ingest/table/column-labels.js';

describe('numbers', () => {
  it('reads thousands and decimals of any locale', () => {
    expect([
      readNumber('1.234,5'),
      readNumber('1,234.5'),
      readNumber('1 234,5'),
      readNumber("1'234.5"),
      readNumber('1.234.567'),
      readNumber('−3'),
      readNumber('6.5%'),
    ]).toEqual([1234.5, 1234.5, 1234.5, 1234.5, 1234567, -3, 6.5]);
  });
  it('reads one group of three as thousands for counts only', () => {
    expect([
      readCount('407.137'),
      readCount('7,032'),
      readNumber('4.125'),
      readNumber('4,125', { decimal: ',' }),
    ]).toEqual([407137, 7032, 4.125, 4.125]);
  });
  it('reads what pandas and networks write', () => {
    expect([
      readCount('25.0'),
      readCount('1.2K'),
      readCount('3M'),
      readCount('1,5 k'),
      readCount('-4'),
      readCount('abc'),
      readCount(''),
    ]).toEqual([25, 1200, 3e6, 1500, undefined, undefined, undefined]);
  });
  it('lets a column decide', () => {
    expect([
      decideDecimal(['1,4', '407.137']),
      decideDecimal(['1.4', '2.5']),
      decideDecimal(['1.200']),
      decideDecimal(['1,4', '1.4']),
    ]).toEqual([',', '.', undefined, undefined]);
    expect([readCount('1.200'), readCount('1.200', '.'), readRating('4,125', ',')]).toEqual([
      1200,
      1,
      { rating: 4.125 },
    ]);
  });
});

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
    ]);
  });
});

describe('labels', () => {
  it('reads languages, sentiments, ratings', () => {
    expect(
      ['French', 'français', 'Französisch', 'fr_FR', 'fra', 'Chinese (simplified)', 'xx', undefined].map(
        languageOf,
      ),
    ).toEqual(['fr', 'fr', 'fr', 'fr', 'fr', 'zh', undefined, undefined]);
    expect(['NEGATIVE', 'positif', 'Neutral', '5', '0.0', 'n/a'].map(sentimentOf)).toEqual([
      'negative',
      'positive',
      'neutral',
      'positive',
      'neutral',
      undefined,
    ]);
    expect(
      ['5', '4,5', '4/5', '3 sur 5', '★★☆☆☆', '12 étoiles', 'bof', '-1'].map((text) => readRating(text)),
    ).toEqual([
      { rating: 5 },
      { rating: 4.5 },
      { rating: 4, max: 5 },
      { rating: 3, max: 5 },
      { rating: 2, max: 5 },
      { rating: 12 },
      undefined,
      undefined,
    ]);
  });
  it('finds platforms and the press', () => {
    expect([
      platformOf('https://m.facebook.com/a'),
      platformOf('https://notfacebook.com/'),
      platformOf(undefined, 'Twitter'),
      platformOf('https://fr.trustpilot.com/review/x'),
      hostOf('https://www.Example.org:8080/a'),
    ]).toEqual(['facebook', undefined, 'x', 'trustpilot', 'example.org']);
    expect(
      ['News', 'ONLINENEWS_NEWSPAPER', 'print', 'Presse', 'blog', 'Social News', undefined].map(isPress),
    ).toEqual([true, true, true, true, false, false, false]);
  });
});
