import type { HandFile, HandMessage } from '../../message.js';
import type { Plan } from '../../plan.js';
import { wall } from '../../rhythm.js';
import { grouped, iso, local, number, table } from '../cells.js';
import { serial, workbook } from '../fourth/workbook.js';

const SHORT = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ');
/** “3 janv. 2026 à 14 h 05”, as dates of French Canada. */
const spoken = (at: number): string => {
  const { y, m, d, h, min } = local(at);
  return `${Number(d)} ${SHORT[Number(m) - 1]} ${y} à ${Number(h)} h ${min}`;
};
/** Bytes of UTF-16, little end first, behind their mark. */
const utf16 = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');

/** Comments of the page: a scraper’s list with answers inside, or the inbox of a suite as “Unicode text”. */
export function pageInbox({ layout, brand }: Plan, messages: readonly HandMessage[]): HandFile[] {
  const comments = messages.filter(({ purpose }) => purpose !== 'promo');
  const known = new Map(comments.map((one) => [one.id, one]));
  const name = (one: HandMessage): string => (one.side === 'customer' ? `${one.name}` : brand.name);
  const account = (one: HandMessage): string =>
    one.side === 'customer' ? number(one.person?.id ?? '', 'fb') : '1000077';
  const post = (one: HandMessage): string =>
    `https://www.facebook.com/${brand.handle}/posts/${number(one.thread, 'fb')}`;
  const link = (one: HandMessage): string => `${post(one)}?comment_id=${number(one.id, 'fc')}`;
  const parentOf = ({ parent }: HandMessage): HandMessage | undefined =>
    parent === undefined ? undefined : known.get(parent);
  if ((layout['facebook'] ?? 0) < 0.5) {
    const items = comments.map((one) => {
      const above = parentOf(one);
      return {
        facebookUrl: post(one),
        commentUrl:
          above === undefined ? link(one) : `${link(above)}&reply_comment_id=${number(one.id, 'fc')}`,
        id: Buffer.from(`comment:${number(one.thread, 'fb')}_${number(one.id, 'fc')}`).toString('base64'),
        feedbackId: Buffer.from(`feedback:${number(one.thread, 'fb')}_${number(one.id, 'fc')}`).toString(
          'base64',
        ),
        date: iso(one.at).replace('Z', '.000Z'),
        text: one.text,
        profileUrl: `https://www.facebook.com/people/${account(one)}`,
        profilePicture: 'https://scontent.example/p.jpg',
        profileId: account(one),
        profileName: name(one),
        likesCount: '0',
        commentsCount: 0,
        comments: [],
        threadingDepth: above === undefined ? 0 : parentOf(above) === undefined ? 1 : 2,
        ...(above === undefined
          ? {}
          : {
              replyToCommentId: Buffer.from(
                `comment:${number(one.thread, 'fb')}_${number(above.id, 'fc')}`,
              ).toString('base64'),
            }),
        facebookId: '1000077',
        postTitle: 'Publication',
        inputUrl: post(one),
      };
    });
    return [
      {
        path: 'Réseaux/dataset_facebook-comments-scraper.json',
        text: JSON.stringify(items, undefined, 2),
        messages: comments,
      },
    ];
  }
  const rows = comments.map((one) => {
    const above = parentOf(one);
    return [
      spoken(one.at),
      'Facebook',
      brand.name,
      one.side === 'customer' ? 'Reçu' : 'Envoyé',
      name(one),
      one.text.replaceAll('\n', ' '),
      link(one),
      above === undefined ? '' : link(above),
      one.side === 'customer' ? 'Négatif' : 'Neutre',
      '0,35',
    ];
  });
  const header = [
    'Date de création',
    'Réseau social',
    'Profil',
    'Sens',
    'Expéditeur',
    'Contenu',
    'Permalien',
    'Permalien parent',
    'Sentiment',
    'Score',
  ];
  return [
    {
      path: 'Réseaux/Boîte de réception Facebook.txt',
      text: utf16(table([header, ...rows], '\t').replaceAll('\n', '\r\n')),
      messages: comments,
    },
  ];
}

/** Comments of Instagram: media with comments by the Graph API, or a phantom’s table. */
export function mediaInbox({ layout, brand }: Plan, messages: readonly HandMessage[]): HandFile[] {
  const promos = messages.filter(({ purpose }) => purpose === 'promo'),
    comments = messages.filter(({ purpose }) => purpose !== 'promo');
  const known = new Map(comments.map((one) => [one.id, one]));
  const name = (one: HandMessage): string => (one.side === 'customer' ? `${one.handle}` : brand.handle);
  const root = (one: HandMessage): HandMessage => {
    const parent = one.parent === undefined ? undefined : known.get(one.parent);
    return parent === undefined ? one : root(parent);
  };
  const idOf = (one: HandMessage): string => `178${number(one.id, 'ig').padStart(14, '0')}`;
  if ((layout['instagram'] ?? 0) < 0.5) {
    const shown: HandMessage[] = [];
    const comment = (one: HandMessage, below: readonly HandMessage[]): object => {
      shown.push(one);
      return {
        id: idOf(one),
        text: one.text,
        timestamp: iso(one.at).replace('Z', '+0000'),
        username: name(one),
        like_count: 0,
        ...(below.length === 0 ? {} : { replies: { data: below.map((each) => comment(each, [])) } }),
      };
    };
    const media = (id: string, post: HandMessage | undefined, own: readonly HandMessage[]): object => {
      if (post !== undefined) shown.push(post);
      return {
        id: `179${number(id, 'igp').padStart(14, '0')}`,
        media_type: 'IMAGE',
        permalink: `https://www.instagram.com/p/C${number(id, 'igp')}/`,
        ...(post === undefined
          ? {}
          : { caption: post.text, timestamp: iso(post.at).replace('Z', '+0000'), username: brand.handle }),
        comments: {
          data: grouped(own, root).map(([first, list]) =>
            comment(
              first,
              list.filter((one) => one !== first),
            ),
          ),
        },
      };
    };
    const data = promos.map((post) =>
      media(
        post.id,
        post,
        comments.filter(({ thread }) => thread === post.id),
      ),
    );
    const under = new Set(promos.map(({ id }) => id));
    const loose = grouped(
      comments.filter(({ thread }) => !under.has(thread)),
      ({ thread }) => thread,
    );
    data.push(...loose.map(([thread, list]) => media(thread, undefined, list)));
    return [{ path: 'Réseaux/ig_media.json', text: JSON.stringify({ data, paging: {} }), messages: shown }];
  }
  const rows = comments.map((one) => {
    const top = root(one);
    return [
      `https://www.instagram.com/${name(one)}/`,
      name(one),
      one.side === 'customer' ? '' : brand.name,
      number(one.person?.id ?? brand.handle, 'ig'),
      idOf(one),
      one.text,
      iso(one.at).replace('Z', '.000Z'),
      0,
      0,
      top === one ? '' : idOf(top),
      `https://www.instagram.com/p/C${number(one.thread, 'igp')}/`,
      '2026-04-02T09:30:00.000Z',
    ];
  });
  const header =
    'profileUrl,username,fullName,ownerId,commentId,comment,commentDate,likeCount,replyCount,parentCommentId,postUrl,timestamp'.split(
      ',',
    );
  return [{ path: 'Réseaux/result.csv', text: table([header, ...rows], ','), messages: comments }];
}

/** Short posts: those of Bluesky as its search lists them, or a listening tool’s workbook with two rows of header. */
export function shortPosts({ layout, brand }: Plan, all: readonly HandMessage[]): HandFile[] {
  const messages = all.filter(({ purpose }) => purpose !== 'reshare');
  const known = new Map(messages.map((one) => [one.id, one]));
  const handle = (one: HandMessage): string => (one.side === 'customer' ? `${one.handle}` : brand.handle);
  const name = (one: HandMessage): string => (one.side === 'customer' ? `${one.name}` : brand.name);
  const parentOf = ({ parent }: HandMessage): HandMessage | undefined =>
    parent === undefined ? undefined : known.get(parent);
  if ((layout['x'] ?? 0) < 0.5) {
    const did = (one: HandMessage): string =>
      `did:plc:${one.side === 'customer' ? number(one.person?.id ?? '', 'did') : 'marque'}`;
    const uri = (one: HandMessage): string => `at://${did(one)}/app.bsky.feed.post/3k${number(one.id, 'b')}`;
    const cid = (one: HandMessage): string => `bafyrei${number(one.id, 'c')}`;
    const ref = (one: HandMessage): object => ({ uri: uri(one), cid: cid(one) });
    const root = (one: HandMessage): HandMessage => {
      const above = parentOf(one);
      return above === undefined ? one : root(above);
    };
    const posts = messages.toReversed().map((one) => {
      const above = parentOf(one);
      return {
        uri: uri(one),
        cid: cid(one),
        author: {
          did: did(one),
          handle: `${handle(one)}${one.side === 'customer' ? '.bsky.social' : ''}`,
          displayName: name(one),
          labels: [],
        },
        record: {
          $type: 'app.bsky.feed.post',
          createdAt: iso(one.at).replace('Z', '.214Z'),
          langs: ['fr'],
          ...(above === undefined ? {} : { reply: { parent: ref(above), root: ref(root(one)) } }),
          text: one.text,
        },
        replyCount: 0,
        repostCount: 0,
        likeCount: 1,
        quoteCount: 0,
        indexedAt: iso(one.at).replace('Z', '.914Z'),
        labels: [],
      };
    });
    return [
      {
        path: 'Réseaux/searchPosts.json',
        text: JSON.stringify({ cursor: '100', hitsTotal: posts.length, posts }),
        messages: messages.toReversed(),
      },
    ];
  }
  const url = (one: HandMessage): string =>
    `https://x.com/${handle(one)}/status/18${number(one.id, 'x').padEnd(17, '3')}`;
  const rows = messages.map((one) => {
    const above = parentOf(one);
    return [
      serial(wall(Math.floor(one.at / 1000) * 1000)),
      'X (Twitter)',
      above === undefined ? 'Publication' : 'Réponse',
      name(one),
      `@${handle(one)}`,
      number(one.side === 'customer' ? (one.person?.id ?? '') : 'brand', 'fol').slice(0, 3),
      one.text,
      url(one),
      above === undefined ? '' : url(above),
      '12,5',
      'Neutre',
    ];
  });
  return [
    {
      path: 'Veille/Export mentions.xlsx',
      text: workbook([
        {
          name: 'Mentions',
          rows: [
            [`Veille ${brand.name}`],
            ['Export du', '2 avr. 2026 à 9 h 12', 'Fuseau : Europe/Paris'],
            [],
            ['Publication', '', '', 'Auteur', '', '', 'Mention', '', '', 'Mesures', ''],
            [
              'Date',
              'Source',
              'Type',
              'Nom',
              'Identifiant',
              'Abonnés',
              'Texte',
              'Lien',
              'En réponse à',
              'Visibilité',
              'Tonalité',
            ],
            ...rows,
          ],
          merged: ['A1:K1', 'A4:C4', 'D4:F4', 'G4:I4', 'J4:K4'],
          dates: [0],
        },
        {
          name: 'TCD',
          rows: [
            ['Étiquettes de lignes', 'Nombre de Texte'],
            ['X (Twitter)', rows.length],
            ['Total général', rows.length],
          ],
        },
      ]),
      messages: [undefined, undefined, undefined, ...messages],
    },
  ];
}

/** Articles: a tab-separated table in UTF-16 with English names, or a French provider’s workbook. */
export function coverage({ layout, brand }: Plan, messages: readonly HandMessage[]): HandFile[] {
  const link = (one: HandMessage): string =>
    `https://www.${`${one.name}`
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]/g, '')}.example/a/${number(one.id)}`;
  if ((layout['press'] ?? 0) < 0.5) {
    const rows = messages.map((one) => {
      const { y, m, d } = local(one.at);
      return [
        `${m}/${d}/${y}`,
        one.title,
        one.text.replaceAll('\n', ' '),
        one.name,
        'Newspaper',
        'Rédaction',
        '45,000',
        '1.9',
        'Neutral',
        link(one),
        'France',
      ];
    });
    const header = [
      'News Date',
      'News Headline',
      'News Text',
      'Outlet Name',
      'Media Type',
      'Contact Name',
      'Audience Reach',
      'Publicity Value',
      'Tone',
      'News Attachment',
      'Outlet Country',
    ];
    return [{ path: 'Presse/NewsExport.csv', text: utf16(table([header, ...rows], '\t')), messages }];
  }
  const rows = messages.map((one) => [
    spoken(one.at).replace(/ à .*/, ''),
    one.name,
    'PQR',
    one.title,
    one.text,
    'Rédaction',
    link(one),
    '45 000',
    '1 200,50 €',
  ]);
  return [
    {
      path: 'Presse/Retombées presse.xlsx',
      text: workbook([
        {
          name: 'Retombées',
          rows: [
            [`Panorama ${brand.name}`, '', '', '', '', '', '', '', ''],
            ['', 'Média', '', 'Article', '', '', '', 'Audience', ''],
            ['Date', 'Support', 'Famille', 'Titre', 'Résumé', 'Auteur', 'Lien', 'Diffusion', 'EAE'],
            ...rows,
          ],
          merged: ['A1:I1', 'B2:C2', 'D2:G2', 'H2:I2'],
        },
      ]),
      messages: [undefined, undefined, ...messages],
    },
  ];
}
