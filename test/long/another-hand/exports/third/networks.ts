import type { HandFile, HandMessage } from '../../message.js';
import type { Plan } from '../../plan.js';
import { grouped, iso, local, number, table } from '../cells.js';
import { MONTHS } from '../mail.js';

/** Comments below one post a file, numbered, replies after what they answer. */
export function commentFiles({ brand }: Plan, messages: readonly HandMessage[]): HandFile[] {
  const promos = new Set(messages.filter(({ purpose }) => purpose === 'promo').map(({ id }) => id));
  const comments = messages.filter(({ id }) => !promos.has(id));
  const byPost = grouped(comments, ({ thread }) => (promos.has(thread) ? thread : 'page'));
  return byPost.map(([post, list]) => {
    const ids = new Set(list.map(({ id }) => id));
    const root = (one: HandMessage): string => {
      const parent = list.find(({ id }) => id === one.parent);
      return parent === undefined ? one.id : root(parent);
    };
    const ordered = grouped(
      list.toSorted((a, b) => a.at - b.at),
      root,
    );
    const shown = ordered.flatMap(([, thread]) => thread);
    const rows = ordered.flatMap(([, thread], index) =>
      thread.map((one, reply) => {
        const { y, m, d, h, min, s } = local(one.at);
        return [
          index + 1,
          reply === 0 ? '' : reply,
          one.side === 'customer' ? one.name : brand.name,
          `${d}/${m}/${y.slice(2)} ${h}:${min}:${s}`,
          one.parent !== undefined && ids.has(one.parent) ? 0 : 2,
          one.text,
          'view comment',
        ];
      }),
    );
    return {
      path: `social/fb-comments_${number(post)}.csv`,
      text: table([['id ', '', 'Name', 'Date', 'Likes', 'Comment', '(view source)'], ...rows], ','),
      messages: shown,
    };
  });
}

/** Posts of X: a listening tool in English, or the API. */
export function postsOfX({ layout, brand }: Plan, messages: readonly HandMessage[]): HandFile {
  const idOf = (id: string): string => `18${number(id, 'x')}`.padEnd(19, '3');
  const known = new Map(messages.map((one) => [one.id, one]));
  const handle = (one: HandMessage): string => (one.side === 'customer' ? `${one.handle}` : brand.handle);
  const name = (one: HandMessage): string => (one.side === 'customer' ? `${one.name}` : brand.name);
  const parentOf = (one: HandMessage): HandMessage | undefined =>
    one.parent === undefined ? undefined : known.get(one.parent);
  if ((layout['x'] ?? 0) < 0.5) {
    const header =
      'Date	Headline	URL	Opening Text	Hit Sentence	Source	Influencer	Country	Language	Reach	Sentiment	Input Name	Tweet Id	Twitter Id	Twitter Screen Name	Time	Likes	Replies	Retweets	Views	Parent URL	Document ID'.split(
        '\t',
      );
    const url = (one: HandMessage): string => `https://twitter.com/${handle(one)}/statuses/${idOf(one.id)}`;
    const rows = messages.map((one) => {
      const { y, m, d, h, min } = local(one.at),
        parent = parentOf(one);
      const hour = Number(h),
        clock = `${hour % 12 === 0 ? 12 : hour % 12}:${min}`,
        half = hour < 12 ? 'AM' : 'PM';
      return [
        `${d}-${MONTHS[Number(m) - 1]}-${y} ${clock.padStart(5, '0')}${half}`,
        '',
        url(one),
        one.text,
        one.text,
        'Twitter',
        `@${handle(one)}`,
        'France',
        'French',
        40,
        'Neutral',
        brand.name,
        `"${idOf(one.id)}"`,
        `"${number(handle(one))}"`,
        name(one),
        `${clock} ${half}`,
        0,
        0,
        0,
        12,
        parent === undefined || one.purpose === 'reshare' ? '' : url(parent),
        `"${number(one.id, 'd')}"`,
      ];
    });
    const text = `\uFEFF${table([header, ...rows], '\t')}`;
    return { path: 'listening/mentions.csv', text: Buffer.from(text, 'utf16le'), messages };
  }
  const tweet = (one: HandMessage): object => {
    const parent = parentOf(one);
    return {
      id: idOf(one.id),
      text: one.text,
      author_id: number(handle(one)),
      conversation_id: idOf(one.thread),
      created_at: iso(one.at).replace('Z', '.000Z'),
      lang: 'fr',
      public_metrics: { retweet_count: 0, reply_count: 0, like_count: 0, quote_count: 0 },
      ...(parent === undefined
        ? {}
        : {
            referenced_tweets: [
              { type: one.purpose === 'reshare' ? 'retweeted' : 'replied_to', id: idOf(parent.id) },
            ],
          }),
      edit_history_tweet_ids: [idOf(one.id)],
    };
  };
  // Newest first, a hundred a page.
  const back = messages.toReversed();
  const pages = Array.from({ length: Math.ceil(back.length / 100) }, (_, at) =>
    back.slice(at * 100, at * 100 + 100),
  );
  const lines = pages.map((page) =>
    JSON.stringify({
      data: page.map(tweet),
      includes: {
        users: grouped(page, handle).map(([username, [one]]) => ({
          id: number(username),
          username,
          name: name(one as HandMessage),
        })),
      },
      meta: { result_count: page.length },
    }),
  );
  return { path: 'listening/tweets.jsonl', text: `${lines.join('\n')}\n`, messages: back };
}

const LONG = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const WEEK = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];

/** Articles of a press database, as its page shows them. */
export function articlePage(_: Plan, messages: readonly HandMessage[]): HandFile {
  const articles = messages.map((one) => {
    const { y, m, d } = local(one.at);
    const week = WEEK[new Date(Date.UTC(Number(y), Number(m) - 1, Number(d))).getUTCDay()];
    const code = `${one.name}`.replace(/[^A-Z]/g, '');
    return `<article><header><img sourcecode="${code}" src="http://nouveau.eureka.cc/x.gif" /><div><span class="DocPublicationName">${one.name}</span></div><div><span class="DocHeader">Économie, ${week} ${Number(d)} ${LONG[Number(m) - 1]} ${y}, p. ${(Number(d) % 20) + 1}</span></div><div class="titreArticle"><p class="titreArticleVisu">${one.title}</p></div><div>Rédaction</div></header><section><div class="DocText"><div class='docOcurrContainer'><p>${one.text}</p></div></div></section><footer><small>© ${y} ${one.name}. Tous droits réservés.</small><p>Numéro de document : news·${y}${m}${d}·${code}·${number(one.id)}</p></footer></article>`;
  });
  return {
    path: 'media/europresse.html',
    text: `<!DOCTYPE html><html><head><meta charset="utf-8"><style>article+article{page-break-before:always}.titreArticleVisu{font-weight:bold}</style></head><body>\n${articles.join('\n')}\n</body></html>\n`,
    messages,
  };
}
