import { fold } from '../../util/fold.js';
import { parisClock } from '../paris-time.js';
import type { SimulatedMessage } from '../truth.js';
import { byThread, utf8, type WrittenFile } from './written-file.js';

/** The customer of a thread. */
const customerOf = (thread: readonly SimulatedMessage[]): string =>
  thread.find(({ direction }) => direction === 'inbound')?.authorName ?? 'client';

const slug = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '');

/** WhatsApp Android in French, one file a conversation: `12/09/2026 14:05 - Author: text`, wall clock of Paris. */
export function writeWhatsapp(messages: readonly SimulatedMessage[], brand: string): WrittenFile[] {
  const files: WrittenFile[] = [];
  for (const thread of byThread(messages)) {
    const line = (message: SimulatedMessage): string => {
      const { day, month, year, hour, minute } = parisClock(message.sentAt);
      const author = message.direction === 'outbound' ? brand : message.authorName;
      if (message.kind === 'system') return `${day}/${month}/${year} ${hour}:${minute} - ${message.text}\n`;
      return `${day}/${month}/${year} ${hour}:${minute} - ${author}: ${message.text}\n`;
    };
    const first = thread[0] as SimulatedMessage;
    const { day, month, year, hour, minute } = parisClock(first.sentAt);
    const notice = `${day}/${month}/${year} ${hour}:${minute} - Les messages et les appels sont chiffrés de bout en bout. Aucun tiers, pas même WhatsApp, ne peut les lire ou les écouter.\n`;
    files.push({
      path: `whatsapp/Discussion WhatsApp avec ${customerOf(thread)}.txt`,
      bytes: utf8(notice + thread.map(line).join('')),
      rows: thread.map((message) => ({ message, exportId: null })),
    });
  }
  return files;
}

/** Meta writes UTF-8 bytes as if each were a character, then escapes them: "é" becomes \u00c3\u00a9. */
export function metaJson(value: unknown): string {
  const text = JSON.stringify(
    value,
    (_, item: unknown) => (typeof item === 'string' ? String.fromCharCode(...utf8(item)) : item),
    2,
  );
  return text.replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Messenger or Instagram inbox of a Meta download: one folder a conversation, newest message first. */
export function writeMetaInbox(
  messages: readonly SimulatedMessage[],
  brand: string,
  root: string,
): WrittenFile[] {
  const files: WrittenFile[] = [];
  let n = 0;
  for (const thread of byThread(messages)) {
    const customer = customerOf(thread);
    const folder = `${slug(customer).slice(0, 20)}_${String(100_000_000 + ++n * 7_919_317)}`;
    const document = {
      participants: [{ name: customer }, { name: brand }],
      messages: thread
        .toReversed()
        .map((message) => ({
          sender_name: message.direction === 'outbound' ? brand : message.authorName,
          timestamp_ms: message.sentAt,
          content: message.text,
          is_geoblocked_for_viewer: false,
        })),
      title: customer,
      is_still_participant: true,
      thread_path: `inbox/${folder}`,
      magic_words: [],
    };
    files.push({
      path: `${root}/messages/inbox/${folder}/message_1.json`,
      bytes: utf8(metaJson(document)),
      rows: thread.toReversed().map((message) => ({ message, exportId: null })),
    });
  }
  return files;
}

/** Telegram Desktop `result.json`: all chats of the brand's account. */
export function writeTelegram(messages: readonly SimulatedMessage[], brand: string): WrittenFile[] {
  const rows: { message: SimulatedMessage; exportId: string }[] = [];
  const list = byThread(messages).map((thread, index) => {
    const customer = customerOf(thread),
      chat = 600_000_001 + index * 7919;
    return {
      name: customer,
      type: 'personal_chat',
      id: chat,
      messages: thread.map((message, k) => {
        const { year, month, day, hour, minute, second } = parisClock(message.sentAt);
        const outbound = message.direction === 'outbound';
        rows.push({ message, exportId: `${chat}/${1000 * (index + 1) + k}` });
        return {
          id: 1000 * (index + 1) + k,
          type: 'message',
          date: `${year}-${month}-${day}T${hour}:${minute}:${second}`,
          date_unixtime: String(Math.floor(message.sentAt / 1000)),
          from: outbound ? brand : message.authorName,
          from_id: outbound ? 'user500000001' : `user${chat}`,
          text: message.text,
          text_entities: [{ type: 'plain', text: message.text }],
        };
      }),
    };
  });
  const document = {
    about: 'Here is the data you requested.',
    personal_information: { user_id: 500_000_001, first_name: brand },
    chats: { about: 'This page lists all chats from this export.', list },
  };
  return [{ path: 'telegram/result.json', bytes: utf8(JSON.stringify(document, null, 1)), rows }];
}
