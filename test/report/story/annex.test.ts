import { expect, it } from 'vitest';
import { satisfactionProxies } from '../../../src/metrics/basic/satisfaction-proxies.js';
import { firstReplyTime } from '../../../src/metrics/care/first-reply-time.js';
import { resolutionTime } from '../../../src/metrics/care/resolution-time.js';
import { driverShares } from '../../../src/metrics/basic/driver-shares.js';
import { annexOf, styleOfColumn } from '../../../src/report/story/annex.js';
import { FRENCH_HEADS } from '../../../src/report/story/column-heads.js';
import { wordsOf } from '../../../src/report/story/words.js';
import { measure } from '../../../src/metrics/measure.js';
import { richRows } from '../../metrics/rich-rows.js';
import { fakeCorpus } from '../../metrics/fake-corpus.js';

it('prints bounds as what they bound', async () => {
  const corpus = await fakeCorpus(richRows(60));
  const [replies, resolution, proxies, drivers] = [
    await firstReplyTime(corpus),
    await resolutionTime(corpus),
    await satisfactionProxies(corpus),
    await driverShares(corpus),
  ];
  expect(['p90', 'p90Low', 'p90High'].map((column) => styleOfColumn(column, replies))).toEqual([
    'hours',
    'hours',
    'hours',
  ]);
  expect(
    ['medianHours', 'medianHoursLow', 'stayedShare', 'stayedHigh'].map((column) =>
      styleOfColumn(column, resolution),
    ),
  ).toEqual(['hours', 'hours', 'share', 'share']);
  expect(['csatProxy', 'npsProxy', 'npsHigh'].map((column) => styleOfColumn(column, proxies))).toEqual([
    'share',
    'share',
    'share',
  ]);
  expect(['negativeShare', 'negativeLow', 'low'].map((column) => styleOfColumn(column, drivers))).toEqual([
    'share',
    'share',
    'score',
  ]);
  corpus.close();
});

it('says every code of the model in words', async () => {
  const corpus = await fakeCorpus(richRows(60));
  const metrics = await measure(corpus);
  const codes =
    /^(?:total|driver|channel|positive|negative|neutral|mixed|complaint|none|all|comment|private|public|review|tweet|rising|falling|steady|others|brand|reach|views|retail|[a-z]+-(?:[a-z]+-)*[a-z]+)$/;
  for (const language of ['fr', 'en'] as const) {
    const tables = annexOf([...metrics], wordsOf(language, 'UTC'));
    expect(tables.length).toBeGreaterThan(10);
    if (language === 'fr') {
      const heads = new Set(Object.values(FRENCH_HEADS));
      expect(
        tables
          .filter(({ id }) => id !== 'not-measured')
          .flatMap(({ id, columns }) =>
            columns.filter(({ title }) => !heads.has(title)).map(({ title }) => `${id}: ${title}`),
          ),
      ).toEqual([]);
    }
    const raw = tables.flatMap(({ id, rows }) => rows.flat().map((cell) => `${id}: ${cell}`));
    expect(raw.filter((cell) => codes.test(cell.slice(cell.indexOf(': ') + 2)))).toEqual([]);
  }
  corpus.close();
});
