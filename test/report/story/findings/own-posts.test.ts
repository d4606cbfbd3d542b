import { expect, it } from 'vitest';
import type { Finding } from '../../../../src/report/story/story.js';
import { ownPostFindings } from '../../../../src/report/story/findings/own-posts.js';
import { plain, telling, written } from '../../written.js';

/** What is told of posts of the brand beside so many messages of customers. */
async function told(inbound: number, post: Readonly<Record<string, unknown>>): Promise<Finding[]> {
  const metrics = [
    await written('volumeByChannel', 'messages', { rows: [{ channel: 'facebook-post', inbound, n: 60 }] }),
    await written('engagement', 'messages', {
      rows: [
        {
          channel: 'facebook-post',
          voice: 'brand',
          n: 60,
          interactions: 2650,
          perMessage: 44.2,
          base: 'views',
          baseN: 60,
          rate: 0.063,
          low: 0.06,
          high: 0.065,
          ...post,
        },
      ],
    }),
  ];
  return ownPostFindings(telling(metrics));
}

it('tells how the brand’s own posts are taken where nobody else speaks, and that no customer does', async () => {
  const [alone] = await told(0, {});
  expect(plain(alone?.title ?? '')).toBe(
    '« Facebook (publications) » : 60 messages de la marque recueillent 2 650 interactions, 6,3 % des vues',
  );
  expect(alone?.text).toContain('Aucun message de client');
  expect(alone?.figures[0]).toMatchObject({ column: 'rate', low: 0.06, high: 0.065, n: 60 });
  expect(alone?.rank.score).toBeGreaterThan(0.02);
  const [unseen] = await told(0, { base: null, rate: null, low: null, high: null });
  expect(plain(unseen?.title ?? '')).toMatch(/2 650 interactions$/);
  expect(plain((await told(0, { base: 'reach' }))[0]?.title ?? '')).toMatch(/6,3 % de la portée$/);
});

it('says nothing where a customer speaks, or of fewer than ten posts', async () => {
  expect(await told(1, {})).toEqual([]);
  expect(await told(0, { n: 9 })).toEqual([]);
});
