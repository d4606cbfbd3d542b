import { expect, it } from 'vitest';
import { pressFindings } from '../../../../src/report/story/findings/press.js';
import { headlinesOf } from '../../../../src/report/story/headlines.js';
import type { Finding } from '../../../../src/report/story/story.js';
import { wordsOf } from '../../../../src/report/story/words.js';
import type { Language } from '../../../../src/util/language.js';
import { plain, telling, written } from '../../written.js';

async function told(
  copies: readonly number[],
  {
    language = 'fr',
    publicToo = 0,
    untitled = 0,
  }: { readonly language?: Language; readonly publicToo?: number; readonly untitled?: number } = {},
): Promise<Finding[]> {
  const n = copies.reduce((sum, one) => sum + one, 0);
  const metrics = [
    await written('pressArticles', 'articles', {
      value: n,
      n,
      rows: copies.map((count, at) => ({
        title: at < untitled ? null : `Titre ${at + 1}`,
        source: "L'Écho",
        sentAt: new Date(Date.UTC(2026, 2, 20 - at, 12)),
        driver: at === 0 ? 'price' : null,
        copies: count,
      })),
    }),
    await written('volumeByChannel', 'messages', {
      rows: [
        { stage: 'press', channel: 'press-article', n },
        ...(publicToo > 0 ? [{ stage: 'public', channel: 'x-post', n: publicToo }] : []),
      ],
    }),
    await written('messageVolume', 'messages', {
      rows: ['2026-03-09', '2026-03-16'].map((period) => ({ period, grain: 'week', stage: 'press', n: 1 })),
    }),
  ];
  return pressFindings(telling(metrics, { language }));
}

it('tells the press on the first page where nothing else was exported', async () => {
  const [finding] = await told([1, 1, 1]);
  expect(plain(finding?.title ?? '')).toBe(
    '3 articles de presse ; le plus récent : « Titre 1 » (L’Écho, 20 mars 2026)',
  );
  expect(plain(finding?.text ?? '')).toContain('« Prix » (1)');
  expect(finding?.headlines.map(({ source }) => plain(source))).toEqual([
    'L’Écho · 20 mars 2026',
    'L’Écho · 19 mars 2026',
    'L’Écho · 18 mars 2026',
  ]);
  expect(finding?.chart?.series[0]?.marks).toHaveLength(2);
  const { happened } = headlinesOf(await told([1]), [], wordsOf('fr', 'UTC'));
  expect(happened).toHaveLength(1);
});

it('does not say of an article that it is the latest where a later one has no title', async () => {
  const [finding] = await told([1, 1], { untitled: 1 });
  expect(plain(finding?.title ?? '')).toBe(
    '2 articles de presse ; le plus récent qui ait un titre : « Titre 2 » (L’Écho, 19 mars 2026)',
  );
});

it('names the text that was taken up most, in English too', async () => {
  const [finding] = await told([1, 4], { language: 'en' });
  expect(plain(finding?.title ?? '')).toMatch(
    /^5 press articles; taken up most, 4 times: “Titre 2” \(L'Écho, /,
  );
});

it('leaves the press to the other findings where people speak as much', async () => {
  expect(await told([1, 1, 1], { publicToo: 3 })).toEqual([]);
  expect(await told([1, 1, 1], { publicToo: 2 })).toHaveLength(1);
});
