import { describe, expect, it } from 'vitest';
import { discourse } from '../../../src/ingest/formats/discourse.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(discourse, ['topic.json']);

describe('two forums in one corpus', () => {
  it('are told apart by the address of a picture', async () => {
    const topic = (host: string): string =>
      JSON.stringify({
        title: 'Lait',
        post_stream: {
          posts: [
            {
              id: 1,
              topic_id: 7,
              post_number: 1,
              user_id: 3,
              username: 'ines',
              cooked: '<p>Bonjour</p>',
              created_at: '2025-03-01T10:00:00Z',
              avatar_template: `/user_avatar/${host}/ines/{size}/1.png`,
            },
            {
              id: 2,
              topic_id: 7,
              post_number: 2,
              reply_to_post_number: 1,
              user_id: 4,
              username: 'bo',
              cooked: '<p>Salut</p>',
              created_at: '2025-03-01T11:00:00Z',
            },
          ],
        },
      });
    const [one, two] = [
      await readText(discourse, topic('forum.a.example'), 'a.json'),
      await readText(discourse, topic('b.example'), 'b.json'),
    ];
    expect(
      one.records.map(({ id, threadId, parentId, authorId }) => [id, threadId, parentId, authorId]),
    ).toEqual([
      ['forum.a.example/7#1', 'forum.a.example/7', undefined, 'forum.a.example/3'],
      ['forum.a.example/7#2', 'forum.a.example/7', 'forum.a.example/7#1', 'forum.a.example/4'],
    ]);
    expect(two.records[0]?.id).toBe('b.example/7#1');
  });
});

describe('what a post quotes', () => {
  const post = { topic_id: 7, username: 'bo', created_at: '2025-03-01T11:00:00Z' };
  const texts = async (...bodies: object[]): Promise<(string | undefined)[]> => {
    const posts = bodies.map((body, at) => ({ ...post, cooked: '', ...body, post_number: at + 1 }));
    const text = JSON.stringify({ title: 'Lait', post_stream: { posts } });
    return (await readText(discourse, text, 'topic.json')).records.map((record) => record.text);
  };
  it('is left to who wrote it, as written and as shown', async () => {
    const inner = '[quote="zoe, post:1, topic:7"]Encore tourné ![/quote]';
    const shown = (name: string, words: string): string =>
      `<aside class="quote no-group" data-username="${name}"><div class="title">${name}:</div><blockquote><p>${words}</p></blockquote></aside>`;
    expect(
      await texts(
        { raw: `[quote="ines, post:1, topic:7"]\n${inner}\nTrop cher\n[/quote]\n\nChez moi tout va bien.` },
        { raw: 'Non. [quote]Trop cher[/quote] Pas du tout.' },
        {
          cooked: `${shown('ines', `${shown('zoe', 'Tourné')}Trop cher`)}<p>Tout va bien</p><aside class="onebox">Fiche</aside>`,
        },
      ),
    ).toEqual(['Chez moi tout va bien.', 'Non.  Pas du tout.', 'Tout va bien\n\nFiche']);
  });
  it('stays where it never closes, and alone is no text', async () => {
    expect(
      await texts(
        { raw: 'Voir [quote="ines, post:1, topic:7"] plus haut' },
        { raw: '[quote]Trop cher[/quote]' },
      ),
    ).toEqual(['Voir [quote="ines, post:1, topic:7"] plus haut', undefined]);
  });
});
