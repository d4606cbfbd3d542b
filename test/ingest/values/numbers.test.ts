import { describe, expect, it } from 'vitest';
import { decideDecimal, readCount, readNumber, readRating } from '../../../src/ingest/values/numbers.js';

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
  it('reads ratings as pages of several languages write them', () => {
    expect(
      [
        'Rated 4 out of 5 stars',
        'Noté 5 sur 5',
        '5 star rating',
        '3 bintang',
        '4 Sterne',
        '2 stelle',
        '5 étoiles',
        '4,0 van de 5',
        '4 stars out of 5',
        '3,5 étoiles sur 5',
        'Noté 2 étoiles sur 5',
        '4 ★ / 5',
      ].map((text) => readRating(text)),
    ).toEqual([
      { rating: 4, max: 5 },
      { rating: 5, max: 5 },
      { rating: 5 },
      { rating: 3 },
      { rating: 4 },
      { rating: 2 },
      { rating: 5 },
      { rating: 4, max: 5 },
      { rating: 4, max: 5 },
      { rating: 3.5, max: 5 },
      { rating: 2, max: 5 },
      { rating: 4, max: 5 },
    ]);
  });
  it('reads ratings', () => {
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
});
