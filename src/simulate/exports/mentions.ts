import { parisClock } from '../paris-time.js';
import type { SimulatedMessage } from '../truth.js';
import { writeTable } from './write-csv.js';
import { HEADERS } from './headers.js';
import { toolSentiment } from './listening.js';
import { MONTHS } from './mail.js';
import { numericId, utf8, type WrittenFile } from './written-file.js';

const { brandwatch: BRANDWATCH, meltwater: MELTWATER } = HEADERS;

const two = (n: number): string => String(n).padStart(2, '0');

/** `2026-05-11 12:27:28.0`, UTC. */
const brandwatchDate = (at: number): string => {
  const date = new Date(at);
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}.0`;
};

/** `Sun Apr 12 21:00:00 UTC 2026` */
function javaDate(at: number): string {
  const date = new Date(at),
    parts = date.toUTCString().split(/[ ,]+/);
  return `${parts[0]} ${parts[2]} ${parts[1]} ${parts[4]} UTC ${parts[3]}`;
}

/** Brandwatch bulk download: BOM, six lines before the header, every field quoted, dates in UTC. */
export function writeBrandwatch(
  messages: readonly SimulatedMessage[],
  brand: string,
  path: string,
): WrittenFile[] {
  const ids = new Map(messages.map((message) => [message.id, message]));
  const handleOf = (message: SimulatedMessage): string => message.person?.handle ?? message.authorId ?? '';
  const url = (message: SimulatedMessage): string =>
    `http://twitter.com/${handleOf(message)}/statuses/${numericId(message, '20071')}`;
  const resourceId = (message: SimulatedMessage): string => numericId(message, '6e5d0000').padEnd(32, '7');
  const rows = messages.map((message) => {
    const parent = message.parentId === undefined ? undefined : ids.get(message.parentId);
    const values: Readonly<Partial<Record<string, string | number>>> = {
      'Query Id': '2003977001',
      'Query Name': brand,
      Date: brandwatchDate(message.sentAt),
      Title: message.text,
      Url: url(message),
      Domain: 'twitter.com',
      Sentiment: toolSentiment(message),
      'Page Type': 'twitter',
      Language: message.language,
      'Country Code': 'FRA',
      Country: 'France',
      'Account Type': message.person === undefined ? 'organisational' : 'individual',
      Added: `${new Date(message.sentAt + 1_200_000).toISOString().slice(0, -1)}+0000`,
      Author: handleOf(message),
      City: message.person?.city ?? '',
      'Full Name': message.authorName,
      'Full Text': message.text,
      Impressions: 0,
      'Original Url': url(message),
      'Resource Id': resourceId(message),
      'Thread Entry Type': parent === undefined ? 'post' : 'reply',
      'Thread Id': '0',
      'X Author ID': 900_000_000 + (message.person?.id ?? 1),
      'X Followers': message.reach ?? 0,
      'X Reply to': parent === undefined ? '' : url(parent),
      'X Reposts': message.shares ?? 0,
      'X Likes': message.likes ?? 0,
      'X Verified': 'false',
      Updated: `${new Date(message.sentAt + 1_200_000).toISOString().slice(0, -1)}+0000`,
      'Reach (new)': message.reach ?? 0,
      'Potential Audience': message.reach ?? 0,
      'Pub Type': 'Twitstream',
      'Page Type Name': 'X',
      'Content Source': 'twitter',
      'Content Source Name': 'X',
      'Mention Id': `MentionId{queryId=2003977001, resourceId='${resourceId(message)}', date=${new Date(message.sentAt).toISOString().replace('.000', '')}}`,
    };
    return BRANDWATCH.map((column) => values[column] ?? '');
  });
  const first = messages[0]?.sentAt ?? 0,
    last = messages[messages.length - 1]?.sentAt ?? 0;
  const preamble = [
    ['Report:', 'Bulk Mentions Download'],
    ['Brand:', brand],
    ['From:', javaDate(first)],
    ['To:', javaDate(last)],
    ['Label:', ''],
  ];
  const text = `\uFEFF${writeTable(preamble, { always: true, newline: '\n' })}\n${writeTable([BRANDWATCH, ...rows], { always: true, newline: '\n' })}`;
  return [
    {
      path,
      bytes: utf8(text),
      rows: messages.map((message) => ({ message, exportId: resourceId(message) })),
    },
  ];
}

/** UTF-16, little end first, with its mark. */
export function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length),
    view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), true);
  return bytes;
}

/** Meltwater: UTF-16, tabs, ids wrapped in quotes so that spreadsheets keep them, `13-Aug-2025 02:38AM` on the account's clock. */
export function writeMeltwater(
  messages: readonly SimulatedMessage[],
  brand: string,
  path: string,
): WrittenFile[] {
  const rows = messages.map((message) => {
    const { day, month, year, hour, minute } = parisClock(message.sentAt);
    const h = Number(hour),
      clock = `${two(h % 12 === 0 ? 12 : h % 12)}:${minute}${h < 12 ? 'AM' : 'PM'}`,
      name = MONTHS[Number(month) - 1];
    const press = message.stage === 'press',
      handle = message.person?.handle ?? message.authorId ?? '',
      text = message.text.replace(/\s+/g, ' ');
    const values: Readonly<Partial<Record<string, string | number>>> = {
      Date: `${day}-${name}-${year} ${clock}`,
      Headline: message.title ?? '',
      URL: press
        ? (message.url ?? '')
        : `https://twitter.com/${handle}/statuses/${numericId(message, '20071')}`,
      'Opening Text': text,
      'Hit Sentence': text.slice(0, 300),
      Source: press ? (message.sourceName ?? '') : 'Twitter',
      Influencer: press ? message.authorName : `@${handle}`,
      Country: 'France',
      Language: message.language === 'en' ? 'English' : 'French',
      Reach: message.reach ?? '',
      Sentiment: { negative: 'Negative', neutral: 'Neutral', positive: 'Positive' }[toolSentiment(message)],
      'Input Name': brand,
      Keywords: brand,
      'Tweet Id': press ? '' : `"${numericId(message, '20071')}"`,
      'Twitter Id': press ? '' : `"${900_000_000 + (message.person?.id ?? 1)}"`,
      'Twitter Screen Name': press ? '' : message.authorName,
      'User Profile Url': press ? '' : `https://twitter.com/${handle}`,
      'Twitter Followers': press ? '' : (message.reach ?? ''),
      'Alternate Date Format': `${Number(day)}-${name}-${year.slice(2)}`,
      Time: clock.replace(/^0/, '').replace(/([AP]M)$/, ' $1'),
      City: message.person?.city ?? '',
      Likes: message.likes ?? '',
      Retweets: message.shares ?? '',
      'Is Verified': 'false',
      'Document ID': `"${message.sentAt}_${numericId(message, 'SN')}"`,
    };
    return MELTWATER.map((column) => values[column] ?? '');
  });
  const bytes = utf16(writeTable([MELTWATER, ...rows], { delimiter: '\t', newline: '\r\n' }));
  return [
    { path, bytes, rows: messages.map((message) => ({ message, exportId: numericId(message, 'SN') })) },
  ];
}
