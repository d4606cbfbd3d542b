import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildCorpus } from '../src/pipeline.js';
import { inFolder } from './ingest/in-folder.js';

const TEN = Array.from({ length: 10 }, (_, at) => at + 1);
const survey = (about: string): string =>
  `id;date;commentaire;note\n${TEN.map((id) => `${id};2026-03-${String(id).padStart(2, '0')};Mon avis sur ${about}, réponse ${id};3`).join('\n')}\n`;
const feed = (host: string, about: string, hour: number): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title><link>https://${host}/</link>${TEN.map(
    (id) =>
      `<item><guid isPermaLink="false">${id}</guid><title>${about}, article ${id}</title><link>https://${host}/a/${id}</link><pubDate>Mon, ${String(id + 1).padStart(2, '0')} Mar 2026 ${hour}:07:00 GMT</pubDate><description>Un texte sur ${about}, numéro ${id}, assez long pour être lu.</description></item>`,
  ).join('')}</channel></rss>`;
const desk = (host: string, about: string, hour: number): string =>
  JSON.stringify({
    tickets: TEN.map((id) => ({
      id,
      url: `https://${host}/api/v2/tickets/${id}.json`,
      subject: `${about} ${id}`,
      description: `Bonjour, mon ${about} numéro ${id} est arrivé cassé.`,
      status: 'open',
      created_at: `2026-03-${String(id).padStart(2, '0')}T${hour}:12:00Z`,
      requester_id: 100 + id,
      via: { channel: 'email' },
    })),
  });

it.each([
  ['surveys', { 'a.csv': survey('le beurre'), 'b.csv': survey('la crème') }],
  ['feeds', { 'a.rss': feed('un.example', 'Le beurre', 10), 'b.rss': feed('deux.example', 'La crème', 16) }],
  [
    'helpdesks',
    { 'a.json': desk('un.zendesk.com', 'pot', 10), 'b.json': desk('deux.zendesk.com', 'verre', 16) },
  ],
])('keeps the messages of two %s that number them alike', async (_, files) => {
  await inFolder(files, async (folder) => {
    const paths = Object.keys(files).map((name) => join(folder, name));
    const corpus = await buildCorpus(paths, join(folder, 'corpus'), { key: 'k', workers: 0 });
    const ids = (
      await corpus.query('SELECT CAST(count(DISTINCT messageId) AS DOUBLE) AS n FROM messages')
    ).get('n', 0);
    const { totals, files: read } = corpus.manifest;
    corpus.close();
    expect(read.map(({ format }) => format)).not.toContain(null);
    expect([totals.kept, totals.duplicates, totals.rejected, ids]).toEqual([20, 0, 0, 20]);
  });
});
