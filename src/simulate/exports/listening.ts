import { HEADERS } from './headers.js';
import { parisClock, parisOffsetHours } from '../paris-time.js';
import type { SimulatedMessage } from '../truth.js';
import { writeTable } from './write-csv.js';
import { byThread, numericId, utf8, type WrittenFile } from './written-file.js';
import { type Cell, writeXlsx } from './write-xlsx.js';

/** Wall clock of Paris as an Excel serial day. */
export const excelSerial = (at: number): number =>
  Math.round(((at + parisOffsetHours(at) * 3_600_000) / 86_400_000 + 25_569) * 1e9) / 1e9;

/** exportcomments.com workbook of the comments of one Facebook post: preamble, header on row 6, ids only in the links. */
function facebookComments(thread: readonly SimulatedMessage[], post: string): Uint8Array {
  const rows: (readonly Cell[] | null)[] = [
    ['ExportComments.com'],
    ['Source URL', { value: post, link: post }],
    null,
    null,
    null,
    [null, null, 'Name (click to view profile)', 'Profile ID', 'Date', 'Likes', 'Comment', '(view source)'],
  ];
  let number = 0,
    replies = 0;
  for (const message of thread) {
    const profile =
      message.direction === 'outbound'
        ? '100000000000001'
        : `1000${String(message.person?.id ?? 0).padStart(11, '0')}`;
    const reply = message.parentId !== undefined;
    replies = reply ? replies + 1 : 0;
    if (!reply) number++;
    rows.push([
      reply && number > 0 ? null : number,
      reply ? `${Math.max(number, 1)}-${replies}` : null,
      { value: message.authorName, link: `https://www.facebook.com/profile.php?id=${profile}` },
      `ID: ${profile}`,
      { value: excelSerial(message.sentAt), date: true },
      message.likes ?? 0,
      message.text,
      { value: 'view comment', link: `${post}?comment_id=${numericId(message, '7')}` },
    ]);
  }
  return writeXlsx('ExportComments.com', rows);
}

/** Replies directly under the comment they answer, as the tool lists them. */
function nested(thread: readonly SimulatedMessage[]): SimulatedMessage[] {
  const ids = new Set(thread.map(({ id }) => id));
  const roots = thread.filter(({ parentId }) => parentId === undefined || !ids.has(parentId));
  const under = (id: string): SimulatedMessage[] =>
    thread.filter(({ parentId }) => parentId === id).flatMap((reply) => [reply, ...under(reply.id)]);
  return roots.flatMap((root) => [root, ...under(root.id)]);
}

/** One exportcomments workbook a post. */
export function writeExportComments(messages: readonly SimulatedMessage[], brandSlug: string): WrittenFile[] {
  const files: WrittenFile[] = [];
  let n = 0;
  for (const thread of byThread(messages)) {
    const post = `https://www.facebook.com/${brandSlug}/posts/${9_100_000_000_000 + ++n * 1_000_003}`;
    const listed = nested(thread);
    files.push({
      path: `exportcomments/facebook-post-${String(n).padStart(2, '0')}.xlsx`,
      bytes: facebookComments(listed, post),
      rows: listed.map((message) => ({ message, exportId: numericId(message, '7') })),
    });
  }
  return files;
}

/** What a listening tool's own sentiment says: right three times out of four, else neutral, as vendors' figures suggest. */
export const toolSentiment = (message: SimulatedMessage): 'negative' | 'neutral' | 'positive' =>
  Number(message.id.replace(/\D/g, '')) % 4 === 3 ? 'neutral' : message.planted.sentiment;

/** Talkwalker workbook: dotted columns, every cell a string, wall clock of the project `22/09/17 11:00:24`. */
export function writeTalkwalker(
  messages: readonly SimulatedMessage[],
  brand: string,
  path: string,
): WrittenFile[] {
  const clock = (at: number): string => {
    const { day, month, year, hour, minute, second } = parisClock(at);
    return `${day}/${month}/${year.slice(2)} ${hour}:${minute}:${second}`;
  };
  const rows = messages.map((message) => {
    const handle = message.person?.handle ?? message.authorId ?? '';
    const url = (one: { id: string }, by: string): string =>
      `http://twitter.com/${by}/status/${numericId(one, '20071')}`;
    const root = `http://twitter.com/${handle}/`,
      engagement = (message.likes ?? 0) + (message.shares ?? 0);
    const values: Readonly<Partial<Record<string, string>>> = {
      url: url(message, handle),
      indexed: clock(message.sentAt + 92_000),
      published: clock(message.sentAt),
      search_indexed: clock(message.sentAt + 151_000),
      content_snippet: message.text.slice(0, 240),
      content: message.text,
      root_url: root,
      domain_url: 'http://twitter.com/',
      host_url: 'http://twitter.com/',
      parent_url: message.parentId === undefined ? url(message, handle) : url({ id: message.parentId }, 'i'),
      lang: message.language,
      porn_level: '0',
      fluency_level: '35',
      spam_level: message.planted.harms.includes('spam') ? '60' : '0',
      sentiment: { negative: '-5', neutral: '0', positive: '5' }[toolSentiment(message)],
      source_type: 'SOCIALMEDIA,SOCIALMEDIA_TWITTER',
      post_type: 'TEXT',
      tags_internal: message.parentId === undefined ? 'isNewsHost' : 'isComment,isNewsHost',
      entity_urls: '[]',
      matched_profile: `SEARCH /  / ${brand}`,
      'article_extended_attributes.twitter_retweets': String(message.shares ?? 0),
      'article_extended_attributes.twitter_likes': String(message.likes ?? 0),
      'article_extended_attributes.facebook_shares': '0',
      'article_extended_attributes.facebook_likes': '0',
      'article_extended_attributes.num_comments': '0',
      'source_extended_attributes.twitter_followers': String(message.reach ?? 0),
      'extra_article_attributes.world_data.country': 'France',
      'extra_article_attributes.world_data.country_code': 'fr',
      'extra_article_attributes.world_data.city': message.person?.city ?? '',
      'extra_author_attributes.id': `tw:${30_000_000 + (message.person?.id ?? 1) * 17}`,
      'extra_author_attributes.name': message.authorName,
      'extra_author_attributes.gender': 'UNKNOWN',
      'extra_author_attributes.short_name': handle,
      'extra_author_attributes.url': root,
      'extra_source_attributes.name': message.authorName,
      engagement: String(engagement),
      reach: String(message.reach ?? 0),
      'generator.type': 'MOBILE_ANDROID',
      word_count: String(message.text.split(/\s+/).length),
    };
    return HEADERS.talkwalker.map((column) => values[column] ?? '');
  });
  return [
    {
      path,
      bytes: writeXlsx('Sheet0', [HEADERS.talkwalker, ...rows]),
      rows: messages.map((message) => ({ message, exportId: numericId(message, '20071') })),
    },
  ];
}

/** A French table of reviews as a web shop exports it: `;`, comma decimals, day first, Windows line ends. */
export function writeReviewTable(
  messages: readonly SimulatedMessage[],
  brand: string,
  path: string,
): WrittenFile[] {
  const rows = messages.map((message) => {
    const { day, month, year, hour, minute } = parisClock(message.sentAt);
    return [
      numericId(message, '5'),
      `${day}/${month}/${year}`,
      `${hour}:${minute}`,
      message.authorName,
      message.rating ?? '',
      message.title ?? '',
      message.text,
      brand,
    ];
  });
  const bytes = utf8(
    `\uFEFF${writeTable([['Identifiant', 'Date', 'Heure', 'Auteur', 'Note', 'Titre', 'Avis', 'Marque'], ...rows], { delimiter: ';' })}`,
  );
  return [{ path, bytes, rows: messages.map((message) => ({ message, exportId: numericId(message, '5') })) }];
}
