import type { HandFile, HandMessage } from '../../message.js';
import type { Plan } from '../../plan.js';
import { wall } from '../../rhythm.js';
import { grouped, iso, local, number, table } from '../cells.js';
import { serial, workbook } from './workbook.js';

const PAGE = '555000111';

/** Comments of the page: threads of the API, with shops that answer by their own pages, or the table of a publishing suite. */
export function pageComments({ layout, brand }: Plan, messages: readonly HandMessage[]): HandFile[] {
  const idOf = (id: string): string => number(id, 'fc');
  const name = (one: HandMessage): string => `${one.name ?? brand.name}`;
  const promos = messages.filter(({ purpose }) => purpose === 'promo');
  const under = new Set(promos.map(({ id }) => id));
  if ((layout['facebook'] ?? 0) < 0.5) {
    const shown: HandMessage[] = [];
    const answersTo = (id: string): HandMessage[] => messages.filter(({ parent }) => parent === id);
    const from = (one: HandMessage): object => ({
      name: name(one),
      id:
        one.side === 'customer'
          ? number(one.person?.id ?? '', 'fb')
          : one.name === undefined
            ? PAGE
            : number(one.name, 'page'),
    });
    const comment = (one: HandMessage): object => {
      shown.push(one);
      const below = answersTo(one.id);
      return {
        created_time: iso(one.at).replace('Z', '+0000'),
        from: from(one),
        message: one.text,
        id: `${idOf(one.thread)}_${idOf(one.id)}`,
        ...(below.length === 0
          ? {}
          : { comments: { data: below.map(comment), paging: { cursors: { before: 'a', after: 'b' } } } }),
      };
    };
    const lone = messages.filter(
      ({ id, thread, parent }) => parent === undefined && id === thread && !under.has(id),
    );
    const data = [...promos, ...lone].map((one) => {
      shown.push(one);
      return {
        created_time: iso(one.at).replace('Z', '+0000'),
        message: one.text,
        from: from(one),
        id: `${PAGE}_${idOf(one.id)}`,
        permalink_url: `https://www.facebook.com/${PAGE}/posts/${idOf(one.id)}`,
        comments: { data: answersTo(one.id).map(comment) },
      };
    });
    return [
      {
        path: 'social/page_feed.json',
        text: JSON.stringify({ data, paging: { next: '' } }),
        messages: shown,
      },
    ];
  }
  const comments = messages.filter(({ id }) => !under.has(id));
  const known = new Set(comments.map(({ id }) => id));
  const rows = comments.map((one) => {
    const { y, m, d, h, min } = local(one.at);
    return [
      `${d}/${m}/${y}`,
      `${h}:${min}`,
      'Facebook',
      brand.name,
      one.side === 'customer' ? 'Commentaire' : 'Réponse',
      name(one),
      one.text,
      idOf(one.id),
      one.parent !== undefined && known.has(one.parent) ? idOf(one.parent) : '',
      `https://www.facebook.com/${PAGE}/posts/${idOf(one.thread)}?comment_id=${idOf(one.id)}`,
      one.side === 'customer' ? 'Négatif' : '',
    ];
  });
  return [
    {
      path: 'social/inbox_facebook.csv',
      text: `\uFEFF${table([['Date', 'Heure', 'Réseau', 'Profil', 'Type', 'Auteur', 'Message', 'ID', 'ID parent', 'Lien', 'Tonalité'], ...rows], ';')}`,
      messages: comments,
    },
  ];
}

/** Comments below videos and pictures: threads of YouTube, or the list that a scraper of Instagram gives. */
export function mediaComments({ layout, brand }: Plan, messages: readonly HandMessage[]): HandFile[] {
  const comments = messages.filter(({ purpose }) => purpose !== 'promo');
  const known = new Map(comments.map((one) => [one.id, one]));
  const name = (one: HandMessage): string =>
    one.side === 'customer' ? `${one.handle}` : `${one.handle ?? brand.handle}`;
  const root = (one: HandMessage): HandMessage => {
    const parent = one.parent === undefined ? undefined : known.get(one.parent);
    return parent === undefined ? one : root(parent);
  };
  const threads = grouped(
    comments.toSorted((a, b) => a.at - b.at),
    root,
  );
  if ((layout['instagram'] ?? 0) < 0.5) {
    const snippet = (one: HandMessage, parent?: HandMessage): object => ({
      videoId: `v${number(one.thread, 'yt')}`,
      textDisplay: one.text,
      textOriginal: one.text,
      ...(parent === undefined ? {} : { parentId: `Ug${number(parent.id)}` }),
      authorDisplayName: `@${name(one)}`,
      authorChannelId: {
        value: `UC${one.side === 'customer' ? number(one.person?.id ?? '', 'yt') : number(name(one), 'yt')}`,
      },
      likeCount: 0,
      publishedAt: iso(one.at),
      updatedAt: iso(one.at),
    });
    const items = threads.map(([first, list]) => ({
      kind: 'youtube#commentThread',
      id: `Ug${number(first.id)}`,
      snippet: {
        channelId: 'UCbrand',
        videoId: `v${number(first.thread, 'yt')}`,
        topLevelComment: { kind: 'youtube#comment', id: `Ug${number(first.id)}`, snippet: snippet(first) },
        canReply: true,
        totalReplyCount: list.length - 1,
        isPublic: true,
      },
      ...(list.length > 1
        ? {
            replies: {
              comments: list
                .slice(1)
                .map((one) => ({
                  kind: 'youtube#comment',
                  id: `Ug${number(first.id)}.${number(one.id)}`,
                  snippet: snippet(one, first),
                })),
            },
          }
        : {}),
    }));
    return [
      {
        path: 'social/youtube_comments.json',
        text: JSON.stringify({
          kind: 'youtube#commentThreadListResponse',
          pageInfo: { totalResults: items.length, resultsPerPage: 100 },
          items,
        }),
        messages: threads.flatMap(([, list]) => list),
      },
    ];
  }
  const items = threads.map(([first, list]) => ({
    id: `17${number(first.id)}`,
    postUrl: `https://www.instagram.com/p/D${number(first.thread, 'ig')}/`,
    text: first.text,
    ownerUsername: name(first),
    ownerProfilePicUrl: '',
    timestamp: iso(first.at).replace('Z', '.000Z'),
    repliesCount: list.length - 1,
    replies: list
      .slice(1)
      .map((one) => ({
        id: `17${number(one.id)}`,
        text: one.text,
        ownerUsername: name(one),
        timestamp: iso(one.at).replace('Z', '.000Z'),
        repliesCount: 0,
        replies: [],
        likesCount: 0,
      })),
    likesCount: 0,
  }));
  return [
    {
      path: 'social/dataset_instagram-comment-scraper.json',
      text: JSON.stringify(items, undefined, 2),
      messages: threads.flatMap(([, list]) => list),
    },
  ];
}

/** Posts of X: a French listening tool’s table of several years’ habit, or a dashboard’s workbook. */
export function watchedPosts({ layout, brand }: Plan, messages: readonly HandMessage[]): HandFile[] {
  const known = new Map(messages.map((one) => [one.id, one]));
  const idOf = (id: string): string => `17${number(id, 'x')}`.padEnd(19, '1');
  const handle = (one: HandMessage): string => (one.side === 'customer' ? `${one.handle}` : brand.handle);
  const url = (one: HandMessage): string => `https://x.com/${handle(one)}/status/${idOf(one.id)}`;
  const parentOf = (one: HandMessage): HandMessage | undefined =>
    one.parent === undefined ? undefined : known.get(one.parent);
  const kind = (one: HandMessage): string =>
    one.purpose === 'reshare' ? 'Retweet' : parentOf(one) === undefined ? 'Tweet' : 'Réponse';
  if ((layout['x'] ?? 0) < 0.5) {
    const rows = messages.map((one) => {
      const { y, m, d, h, min, s } = local(one.at);
      const parent = parentOf(one);
      return [
        `${y}/${m}/${d} ${h}:${min}:${s}`,
        kind(one),
        one.text,
        url(one),
        `@${handle(one)}`,
        one.side === 'customer' ? one.name : brand.name,
        120,
        0,
        0,
        parent === undefined ? '' : url(parent),
      ];
    });
    const header = [
      'Date',
      'Type',
      'Texte',
      'URL',
      'Compte',
      'Nom affiché',
      'Abonnés',
      'Retweets',
      'J’aime',
      'En réponse à',
    ];
    return [
      {
        path: 'veille/export_tweets.csv',
        text: `\uFEFF${table([header, ...rows], ';').replaceAll('\n', '\r\n')}`,
        messages,
      },
    ];
  }
  const rows = messages.map((one) => {
    const parent = parentOf(one);
    return [
      serial(wall(Math.floor(one.at / 1000) * 1000)),
      'Twitter',
      kind(one),
      handle(one),
      one.side === 'customer' ? one.name : brand.name,
      one.text,
      url(one),
      parent === undefined ? '' : url(parent),
      'Neutre',
      100,
    ];
  });
  return [
    {
      path: 'veille/Mentions.xlsx',
      text: workbook([
        {
          name: 'Lisez-moi',
          rows: [['Export des mentions'], ['Requête', brand.name], ['Fuseau', 'Europe/Paris']],
        },
        {
          name: 'Mentions',
          rows: [
            ['Export des mentions'],
            [`Requête : ${brand.name}`],
            [],
            [
              'Date',
              'Source',
              'Type',
              'Auteur',
              'Nom',
              'Contenu',
              'Lien',
              'Lien parent',
              'Sentiment',
              'Portée',
            ],
            ...rows,
          ],
          merged: ['A1:J1'],
          dates: [0],
        },
      ]),
      messages: [undefined, undefined, ...messages],
    },
  ];
}

/** Articles: a provider’s workbook, or a feed. */
export function cuttings({ layout, brand }: Plan, messages: readonly HandMessage[]): HandFile[] {
  const link = (one: HandMessage): string =>
    `https://www.${`${one.name}`
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]/g, '')}.example/${number(one.id)}`;
  if ((layout['press'] ?? 0) < 0.5) {
    const rows = messages.map((one) => [
      serial(new Date(Math.floor(wall(one.at).getTime() / 86_400_000) * 86_400_000)),
      one.name,
      'Presse écrite',
      one.title,
      one.text,
      link(one),
      45_000,
      1200,
    ]);
    return [
      {
        path: 'presse/panorama.xlsx',
        text: workbook([
          {
            name: 'Retombées',
            rows: [
              [`Revue de presse ${brand.name}`],
              [],
              [
                'Date de parution',
                'Support',
                'Type de média',
                'Titre',
                'Extrait',
                'Lien',
                'Audience',
                'Équivalent publicitaire',
              ],
              ...rows,
              ['Total', `${rows.length} retombées`, '', '', '', '', rows.length * 45_000, rows.length * 1200],
            ],
            merged: ['A1:H1'],
            dates: [0],
          },
        ]),
        messages: [undefined, ...messages, undefined],
      },
    ];
  }
  const escaped = (text: string | undefined): string =>
    `${text}`.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const items = messages.map(
    (one) =>
      `<item><title>${escaped(one.title)}</title><link>${link(one)}</link><guid isPermaLink="false">${number(one.id)}</guid><pubDate>${new Date(one.at).toUTCString()}</pubDate><description>${escaped(`<p>${one.text}</p>`)}</description><source url="${link(one)}">${escaped(one.name)}</source></item>`,
  );
  return [
    {
      path: 'presse/veille.rss',
      text: `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>Veille ${escaped(brand.name)}</title><link>https://veille.example</link><description>Articles</description>${items.join('\n')}</channel></rss>\n`,
      messages,
    },
  ];
}
