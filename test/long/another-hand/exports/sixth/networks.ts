import type { HandFile, HandMessage } from '../../message.js';
import type { Plan } from '../../plan.js';
import { french, grouped, iso, number, table } from '../cells.js';
import { serial, windows1252, workbook } from '../fourth/workbook.js';
import { wall } from '../../rhythm.js';

interface Page {
  readonly comments: readonly HandMessage[];
  readonly posts: ReadonlyMap<string, HandMessage>;
  readonly above: (one: HandMessage) => HandMessage | undefined;
  readonly name: (one: HandMessage) => string;
}

/** Whether the brand deleted a post of its own. */
const isDeleted = ({ life }: Plan, { id }: HandMessage): boolean =>
  Number(number(id, 'del').slice(0, 2)) < 10 + 90 * (life?.deleted ?? 0);

/** Comments and what they stand under; posts that the brand deleted are not there any more. */
function pageOf(plan: Plan, messages: readonly HandMessage[], by: 'name' | 'handle'): Page {
  const comments = messages.filter(({ purpose }) => purpose !== 'promo'),
    known = new Map(comments.map((one) => [one.id, one]));
  return {
    comments,
    posts: new Map(
      messages
        .filter((one) => one.purpose === 'promo' && !isDeleted(plan, one))
        .map((one) => [one.thread, one]),
    ),
    above: ({ parent }) => (parent === undefined ? undefined : known.get(parent)),
    name: (one) =>
      one.side === 'customer' ? `${one[by]}` : by === 'name' ? plan.brand.name : plan.brand.handle,
  };
}

/** An agency’s table of moderated comments. */
function moderated(
  plan: Plan,
  messages: readonly HandMessage[],
  network: 'Facebook' | 'Instagram',
): HandFile {
  const { comments, posts, above, name } = pageOf(plan, messages, network === 'Facebook' ? 'name' : 'handle');
  const rows = comments.map((one) => {
    const parent = above(one);
    return [
      number(one.id, network),
      parent === undefined ? '' : number(parent.id, network),
      network,
      posts.get(one.thread)?.text ?? '[publication supprimée]',
      french(one.at),
      name(one),
      one.text,
      one.side === 'customer' ? 'Conservé' : 'Réponse marque',
      'Modérateur 3',
    ];
  });
  const header =
    'ID commentaire;ID commentaire parent;Réseau;Publication;Date;Auteur;Commentaire;Décision;Modérateur'.split(
      ';',
    );
  return {
    path: `réseaux/Modération ${network}.csv`,
    text: windows1252(table([header, ...rows], ';').replaceAll('\n', '\r\n')),
    messages: comments,
  };
}

/** A workbook of an inbox, in English. */
function inbox(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const { comments, above, name } = pageOf(plan, messages, 'name');
  const url = (one: HandMessage): string =>
    `https://www.facebook.com/${plan.brand.handle}/posts/${number(one.thread, 'fb')}?comment_id=${number(one.id, 'fb')}`;
  const rows = comments.map((one) => {
    const parent = above(one);
    return [
      serial(wall(Math.floor(one.at / 1000) * 1000)),
      `${plan.brand.name} (Facebook)`,
      parent === undefined ? 'Comment' : 'Reply',
      name(one),
      one.text,
      url(one),
      parent === undefined ? '' : url(parent),
      one.side === 'customer' ? 'Incoming' : 'Outgoing',
    ];
  });
  const header = [
    'Created at',
    'Profile',
    'Type',
    'Author',
    'Content',
    'Permalink',
    'In reply to',
    'Direction',
  ];
  return {
    path: 'réseaux/inbox_export.xlsx',
    text: workbook([{ name: 'Inbox', rows: [header, ...rows], dates: [0] }]),
    messages: comments,
  };
}

export const networkComments = (plan: Plan, messages: readonly HandMessage[]): HandFile[] => [
  (plan.layout['facebook'] ?? 0) < 0.5 ? moderated(plan, messages, 'Facebook') : inbox(plan, messages),
];

/** What Instaloader writes beside each post: its comments, with answers inside. */
function instaloader(plan: Plan, messages: readonly HandMessage[]): HandFile[] {
  const { comments, posts, above, name } = pageOf(plan, messages, 'handle');
  const root = (one: HandMessage): HandMessage => {
    const parent = above(one);
    return parent === undefined ? one : root(parent);
  };
  const shown = (one: HandMessage): object => ({
    id: Number(`17${number(one.id, 'il')}`),
    created_at: Math.floor(one.at / 1000),
    text: one.text,
    owner: {
      id: number(one.side === 'customer' ? (one.person?.id ?? '') : 'brand', 'il'),
      is_verified: one.side !== 'customer',
      profile_pic_url: 'https://scontent.example/p.jpg',
      username: name(one),
    },
    likes_count: 0,
  });
  return grouped(comments, ({ thread }) => thread).map(([thread, own]) => {
    const at = posts.get(thread)?.at ?? own[0]?.at ?? 0,
      trees = grouped(own, root);
    return {
      path: `réseaux/${plan.brand.handle}/${iso(at).replace('T', '_').replaceAll(':', '-').replace('Z', '_UTC')}_${number(thread)}_comments.json`,
      text: JSON.stringify(
        trees.map(([first, list]) => ({
          ...shown(first),
          answers: list.filter((one) => one !== first).map(shown),
        })),
        undefined,
        4,
      ),
      messages: trees.flatMap(([first, list]) => [first, ...list.filter((one) => one !== first)]),
    };
  });
}

export const pictureComments = (plan: Plan, messages: readonly HandMessage[]): HandFile[] =>
  (plan.layout['instagram'] ?? 0) < 0.5
    ? instaloader(plan, messages)
    : [moderated(plan, messages, 'Instagram')];
