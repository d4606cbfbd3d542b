import type { HandFile, HandMessage } from '../message.js';
import type { Plan } from '../plan.js';
import { iso, local, number, table } from './cells.js';

const PAGE = '100200300';

/** Comments under the posts of the page: the Graph API, or a table of a comment tool. */
export function facebookFile({ layout, brand }: Plan, messages: readonly HandMessage[]): HandFile {
  const promos = new Map(messages.filter(({ purpose }) => purpose === 'promo').map((one) => [one.id, one]));
  const idOf = (id: string): string => number(id, 'fb');
  const user = (one: HandMessage): { name: string | undefined; id: string } =>
    one.side === 'customer'
      ? { name: one.name, id: number(one.person?.id ?? '', 'fb') }
      : { name: brand.name, id: PAGE };
  if ((layout['facebook'] ?? 0) < 0.6) {
    const loose = messages.filter(({ thread, purpose }) => purpose !== 'promo' && !promos.has(thread));
    const shown: HandMessage[] = [];
    const comment = (one: HandMessage, post: string): object => {
      shown.push(one);
      return {
        id: `${idOf(post)}_${idOf(one.id)}`,
        from: user(one),
        message: one.text,
        created_time: iso(one.at).replace('Z', '+0000'),
        like_count: 0,
        ...(one.parent === undefined || one.parent === post
          ? {}
          : { parent: { id: `${idOf(post)}_${idOf(one.parent)}` } }),
      };
    };
    const post = (one: HandMessage): object => {
      shown.push(one);
      return {
        id: `${PAGE}_${idOf(one.id)}`,
        from: user(one),
        message: one.text,
        created_time: iso(one.at).replace('Z', '+0000'),
        permalink_url: `https://www.facebook.com/${PAGE}/posts/${idOf(one.id)}`,
        comments: {
          data: messages
            .filter((each) => each.thread === one.id && each !== one)
            .map((each) => comment(each, one.id)),
        },
      };
    };
    const roots = [...promos.values(), ...loose.filter((one) => one.thread === one.id)];
    const data = roots.map(post);
    return {
      path: 'public/facebook-page.json',
      text: JSON.stringify({ data }, undefined, 1),
      messages: shown,
    };
  }
  const comments = messages.filter(({ purpose }) => purpose !== 'promo');
  const rows = comments.map((one) => {
    const { y, m, d, h, min, s } = local(one.at);
    return [
      idOf(one.id),
      one.parent === undefined || promos.has(one.parent) ? '' : idOf(one.parent),
      `https://www.facebook.com/${PAGE}/posts/${idOf(one.thread)}?comment_id=${idOf(one.id)}`,
      `${y}-${m}-${d} ${h}:${min}:${s}`,
      user(one).name,
      one.text,
      0,
    ];
  });
  return {
    path: 'public/facebook-commentaires.csv',
    text: table(
      [['Comment ID', 'Parent ID', 'Lien', 'Date', 'Auteur', 'Commentaire', 'Likes'], ...rows],
      ';',
    ),
    messages: comments,
  };
}

/** Comments of Instagram, as Apify gives them. */
export function instagramFile({ brand }: Plan, messages: readonly HandMessage[]): HandFile {
  const comments = messages.filter(({ purpose }) => purpose !== 'promo');
  const idOf = (id: string): string => `18${number(id, 'ig')}`.padEnd(17, '0');
  const rows = comments.map((one) => {
    const post = `https://www.instagram.com/p/C${number(one.thread, 'ig')}/`;
    const parent =
      one.parent === undefined || one.parent === one.thread ? '' : `${post}c/${idOf(one.parent)}/`;
    return [
      idOf(one.id),
      one.text,
      iso(one.at).replace('Z', '.000Z'),
      one.side === 'customer' ? one.handle : brand.handle,
      0,
      0,
      post,
      `${post}c/${idOf(one.id)}/`,
      parent,
    ];
  });
  return {
    path: 'public/instagram-comments.csv',
    text: table(
      [
        [
          'id',
          'text',
          'timestamp',
          'ownerUsername',
          'likesCount',
          'repliesCount',
          'postUrl',
          'commentUrl',
          'parentCommentUrl',
        ],
        ...rows,
      ],
      ',',
    ),
    messages: comments,
  };
}
