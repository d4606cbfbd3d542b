import type { MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { asArray, asObject, asText, at, jsonItems } from '../json/json.js';
import { readItems, sumOf, timeOf, wordsOf } from '../json/json-records.js';
import type { Detection, Parsed } from '../source.js';
import { described } from './described.js';

/** Message types that a person writes; the others are events of the channel. */
const SPOKEN = new Set(
  (
    'Default Reply ChatInputCommand ContextMenuCommand ApplicationCommand ThreadStarterMessage 0 19 ' +
    '20 23'
  ).split(' '),
);

interface Channel {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly guildId: string | undefined;
  readonly isPrivate: boolean;
}

function channelOf(value: unknown): Channel {
  const guildId = asText(at(value, 'guild', 'id'));
  const type = asText(at(value, 'channel', 'type')) ?? '';
  return {
    id: asText(at(value, 'channel', 'id')),
    name: asText(at(value, 'channel', 'name')),
    guildId,
    isPrivate: guildId === undefined || guildId === '0' || type.startsWith('Direct'),
  };
}

function toRecord(message: unknown, channel: Channel, row: number): MessageRecord | undefined {
  const value = asObject(message);
  if (!value || asText(value['timestamp']) === undefined) return undefined;
  const attachments = asArray(value['attachments']).length + asArray(value['stickers']).length;
  const isEvent = !SPOKEN.has(asText(value['type']) ?? 'Default');
  const text = wordsOf(value['content']) ?? embedText(value['embeds']);
  const id = asText(value['id']);
  return {
    row,
    platform: 'discord',
    stage: channel.isPrivate ? 'private' : 'public',
    kind: isEvent ? 'system' : text === undefined ? 'media' : 'message',
    id,
    threadId: channel.id ?? channel.name,
    parentId: asText(at(value, 'reference', 'messageId')),
    authorId: asText(at(value, 'author', 'id')),
    authorName: asText(at(value, 'author', 'nickname')) ?? asText(at(value, 'author', 'name')),
    sentAt: timeOf(value['timestamp']),
    text: isEvent ? undefined : text,
    url:
      channel.isPrivate || id === undefined || channel.id === undefined
        ? undefined
        : `https://discord.com/channels/${channel.guildId}/${channel.id}/${id}`,
    likes: sumOf(...asArray(value['reactions']).map((reaction) => at(reaction, 'count'))),
    sourceName: channel.isPrivate ? undefined : channel.name,
    attachments: attachments > 0 ? attachments : undefined,
    edited: asText(value['timestampEdited']) === undefined ? undefined : true,
  };
}

/** Bots often write only an embed: its title and description are the text. */
function embedText(embeds: unknown): string | undefined {
  const parts = asArray(embeds).flatMap((embed) => [
    wordsOf(at(embed, 'title')),
    wordsOf(at(embed, 'description')),
  ]);
  return wordsOf(parts.filter((part) => part !== undefined).join('\n'));
}

function detect(file: ExportFile): Detection | undefined {
  const value = asObject(file.json?.value);
  if (!value || !asObject(value['guild']) || !asObject(value['channel'])) return undefined;
  return { score: 0.97, why: '"guild" and "channel" before "messages", as DiscordChatExporter writes them' };
}

async function* parse(file: ExportFile): AsyncGenerator<Parsed> {
  const channel = channelOf(file.json?.value);
  yield* readItems(jsonItems(file, ['messages']), function* (message, row) {
    const record = toRecord(message, channel, row);
    if (record) yield { record };
  });
}

export const discord = described('discord', { detect, parse });
