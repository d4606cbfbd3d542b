import type { HandFile, HandMessage } from '../../message.js';
import type { Plan } from '../../plan.js';
import { wall } from '../../rhythm.js';
import { iso, number, table } from '../cells.js';
import { serial, workbook } from '../fourth/workbook.js';
import { clock, frenchTable } from './cells.js';

/** Whether the brand deleted a post of its own; its comments stay. */
const isDeleted = ({ life }: Plan, thread: string): boolean =>
  Number(number(thread, 'gone').slice(0, 2)) < 10 + 90 * (life?.deleted ?? 0);

interface Page {
  readonly comments: readonly HandMessage[];
  readonly post: (one: HandMessage) => string;
  readonly above: (one: HandMessage) => HandMessage | undefined;
  readonly author: (one: HandMessage) => string;
}
function pageOf(plan: Plan, messages: readonly HandMessage[], by: 'name' | 'handle'): Page {
  const comments = messages.filter(({ purpose }) => purpose !== 'promo'),
    known = new Map(comments.map((one) => [one.id, one])),
    posts = new Map(
      messages.filter(({ purpose }) => purpose === 'promo').map((one) => [one.thread, one.text]),
    );
  return {
    comments,
    post: ({ thread }) => (isDeleted(plan, thread) ? '' : (posts.get(thread) ?? '')),
    above: ({ parent }) => (parent === undefined ? undefined : known.get(parent)),
    author: (one) =>
      one.side === 'customer' ? `${one[by]}` : by === 'name' ? plan.brand.name : plan.brand.handle,
  };
}

/** A workbook of a suite: comments of a page under the text of their post. */
function emplifi(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const { comments, post, above, author } = pageOf(plan, messages, 'name');
  const rows = comments.map((one) => {
    const parent = above(one);
    return [
      serial(wall(Math.floor(one.at / 1000) * 1000)),
      'Facebook',
      plan.brand.name,
      parent === undefined ? 'Comment' : 'Reply to comment',
      `${number(one.thread, 'fb')}_${number(one.id, 'fb')}`,
      parent === undefined ? '' : `${number(one.thread, 'fb')}_${number(parent.id, 'fb')}`,
      author(one),
      one.text,
      post(one),
      one.side === 'customer' ? 'User' : 'Page',
      'Done',
    ];
  });
  const header = [
    'Created time',
    'Platform',
    'Profile',
    'Content type',
    'Comment ID',
    'Parent comment ID',
    'Author name',
    'Message',
    'Post message',
    'Author type',
    'Status',
  ];
  return {
    path: 'réseaux/Community_export.xlsx',
    text: workbook([{ name: 'Content', rows: [header, ...rows], dates: [0] }]),
    messages: comments,
  };
}

/** Comments of a LinkedIn page as a robot for browsers lists them. */
function linkedIn(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const { comments, above, author } = pageOf(plan, messages, 'name');
  const post = (one: HandMessage): string =>
    `https://www.linkedin.com/feed/update/urn:li:activity:7${number(one.thread, 'li').padEnd(18, '0')}/`;
  const url = (one: HandMessage): string =>
    `${post(one)}?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A7${number(one.thread, 'li').padEnd(18, '0')}%2C7${number(one.id, 'lc').padEnd(18, '0')}%29`;
  const rows = comments.map((one) => {
    const parent = above(one);
    return [
      post(one),
      url(one),
      one.side === 'customer'
        ? `https://www.linkedin.com/in/${number(one.person?.id ?? '', 'li')}`
        : `https://www.linkedin.com/company/${plan.brand.handle}`,
      author(one),
      one.side === 'customer' ? 'En poste' : `${Number(number(plan.brand.name)) % 9000} abonnés`,
      one.text,
      new Date(Math.floor(one.at / 1000) * 1000).toISOString(),
      0,
      parent === undefined ? '' : url(parent),
    ];
  });
  const header =
    'postUrl,commentUrl,profileUrl,fullName,occupation,comment,commentDate,likesCount,parentCommentUrl'.split(
      ',',
    );
  return {
    path: 'réseaux/linkedin_post_comments.csv',
    text: table([header, ...rows], ','),
    messages: comments,
  };
}

export const pageComments = (plan: Plan, messages: readonly HandMessage[]): HandFile[] => [
  (plan.layout['facebook'] ?? 0) < 0.5 ? emplifi(plan, messages) : linkedIn(plan, messages),
];

/** TikTok’s comments as a scraper lists them. */
function tiktok(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const { comments, above, author } = pageOf(plan, messages, 'handle');
  const cid = (one: HandMessage): string => `7${number(one.id, 'tk').padEnd(18, '3')}`;
  const rows = comments.map((one) => {
    const parent = above(one);
    return [
      `https://www.tiktok.com/@${plan.brand.handle}/video/7${number(one.thread, 'tk').padEnd(18, '1')}`,
      cid(one),
      Math.floor(one.at / 1000),
      iso(one.at).replace('Z', '.000Z'),
      one.text,
      0,
      'False',
      'False',
      parent === undefined ? '' : cid(parent),
      comments.filter((other) => other.parent === one.id).length,
      one.side === 'customer' ? number(one.person?.id ?? '', 'tk') : '680000000',
      author(one),
    ];
  });
  const header =
    'videoWebUrl,cid,createTime,createTimeISO,text,diggCount,likedByAuthor,pinnedByAuthor,repliesToId,replyCommentTotal,uid,uniqueId'.split(
      ',',
    );
  return {
    path: 'réseaux/dataset_tiktok-comments.csv',
    text: table([header, ...rows], ','),
    messages: comments,
  };
}

/** Instagram’s comments as a moderation tool of an agency lists them, in French. */
function moderation(plan: Plan, messages: readonly HandMessage[]): HandFile {
  const { comments, post, above, author } = pageOf(plan, messages, 'handle');
  const rows = comments.map((one) => {
    const parent = above(one);
    return [
      clock(one.at),
      'Instagram',
      `@${author(one)}`,
      one.text,
      post(one),
      number(one.id, 'ig'),
      parent === undefined ? '' : number(parent.id, 'ig'),
      parent === undefined ? '' : `@${author(parent)}`,
      one.side === 'customer' ? 'non' : 'oui',
    ];
  });
  const header = [
    'Date',
    'Réseau',
    'Compte',
    'Texte du commentaire',
    'Texte de la publication',
    'Identifiant',
    'En réponse à (identifiant)',
    'En réponse à',
    'Compte de la marque',
  ];
  return {
    path: 'réseaux/commentaires instagram.csv',
    text: frenchTable([header, ...rows]),
    messages: comments,
  };
}

export const pictureComments = (plan: Plan, messages: readonly HandMessage[]): HandFile[] => [
  (plan.layout['instagram'] ?? 0) < 0.5 ? tiktok(plan, messages) : moderation(plan, messages),
];
