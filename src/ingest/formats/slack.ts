import type { MessageRecord } from '../../model/index.js';
import { careRecord } from '../json/care-record.js';
import { asNumber, asText, at } from '../json/json.js';
import { byFirstItem, countOf, itemRecords, timeOf, wordsOf } from '../json/json-records.js';
import { described } from './described.js';

/** A day of a channel is a list; pages of the API and of slackdump hold it. */
const PATHS = [['messages']] as const;
/** What persons write under a `subtype`; all others are events of the channel or programs. */
const WRITTEN: ReadonlySet<string> = new Set([
  'me_message',
  'thread_broadcast',
  'file_share',
  'file_comment',
]);

const isMessage = (value: unknown): boolean =>
  at(value, 'type') === 'message' && /^\d{9,10}\.\d{6}$/.test(asText(at(value, 'ts')) ?? '');
const isMember = (value: unknown): boolean =>
  /^[UW][A-Z0-9]+$/.test(asText(at(value, 'id')) ?? '') &&
  typeof at(value, 'is_bot') === 'boolean' &&
  typeof at(value, 'profile') === 'object';
const isChannel = (value: unknown): boolean =>
  /^[CDG][A-Z0-9]+$/.test(asText(at(value, 'id')) ?? '') &&
  at(value, 'created') !== undefined &&
  Array.isArray(at(value, 'members'));

/** The folder of the channel. */
const channelOf = (path: string): string => path.split(/[!/]/).at(-2) ?? path;

/** The words of a text in Slack's marks: links by what they show, signs as they are. */
const plain = (text: string): string =>
  text
    .replace(
      /<((?:https?|mailto|tel):[^|>]*)(?:\|([^>]*))?>/g,
      (_, url: string, shown?: string) => shown ?? url,
    )
    .replace(/<[@#!][^|>]*\|([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

function toRecord(message: unknown, channel: string, row: number): MessageRecord {
  const ts = asText(at(message, 'ts')) ?? '',
    thread = asText(at(message, 'thread_ts')) ?? ts,
    subtype = asText(at(message, 'subtype')),
    profile = at(message, 'user_profile'),
    isBot = subtype === 'bot_message' || at(message, 'bot_id') !== undefined,
    isEvent = !isBot && subtype !== undefined && !WRITTEN.has(subtype),
    isGuest = at(profile, 'is_restricted') === true || at(profile, 'is_ultra_restricted') === true,
    words = wordsOf(at(message, 'text'));
  return {
    ...careRecord({
      row,
      platform: 'slack',
      channel: 'chat',
      automatic: isBot || isEvent,
      ...(subtype === 'tombstone' && { kind: 'deleted' }),
      id: `${channel}/${ts}`,
      threadId: `${channel}/${thread}`,
      parentId: thread === ts ? undefined : `${channel}/${thread}`,
      // colleagues among themselves; guests are told none
      direction: isBot ? 'outbound' : 'internal',
      authorId: asText(at(message, 'user')) ?? asText(at(message, 'bot_id')),
      authorName:
        wordsOf(at(profile, 'real_name')) ??
        wordsOf(at(profile, 'display_name')) ??
        wordsOf(at(message, 'username')),
      sentAt: timeOf(asNumber(ts)),
      text: isEvent || words === undefined ? undefined : plain(words),
      attachments: at(message, 'files'),
      replies: countOf(at(message, 'reply_count')),
    }),
    ...(isGuest && { direction: undefined, authorIsBrand: undefined }),
  };
}

/** Channels of a workspace, a folder each with a file a day. */
export const slack = described('slack', {
  detect: byFirstItem(
    PATHS,
    [isMessage, 0.95, 'messages with a "ts" as Slack numbers them'],
    [isMember, 0.95, 'members with "is_bot" and "profile"', 'members of a Slack workspace'],
    [isChannel, 0.9, 'channels with "created" and "members"', 'channels of a Slack workspace'],
  ),
  parse: (file) => {
    const channel = channelOf(file.path);
    return itemRecords(PATHS, (item, row) => (isMessage(item) ? toRecord(item, channel, row) : undefined))(
      file,
    );
  },
});
