import type { ExportFile } from '../bytes/export-file.js';
import { asArray, asObject, asText, at } from '../json/json.js';
import { firstItem, itemsIn, readItems, timeOf, wordsOf, zoneOf } from '../json/json-records.js';
import { described } from './described.js';

/** The folder of the chat: signal-export writes one a chat. */
const threadName = (path: string): string => path.split(/[!/]/).at(-2) ?? path;

const isMessage = (value: unknown): boolean =>
  asText(at(value, 'sender')) !== undefined &&
  at(value, 'date') !== undefined &&
  asText(at(value, 'body')) !== undefined &&
  ['quote', 'sticker', 'reactions', 'attachments'].filter((key) => asObject(value)?.[key] !== undefined)
    .length > 1;

/** Messages of Signal as `signal-export --json` writes them, one a line. */
export const signalJson = described('signal-json', {
  detect: (file: ExportFile) =>
    isMessage(firstItem(file))
      ? { score: 0.95, why: 'messages with "sender", "body", "quote", "reactions" of signal-export' }
      : undefined,
  parse: (file, options) =>
    readItems(itemsIn(file), function* (message, row) {
      const sender = wordsOf(at(message, 'sender'));
      if (sender === undefined) return;
      const text = wordsOf(at(message, 'body'));
      const attachments = asArray(at(message, 'attachments')).length;
      yield {
        record: {
          row,
          platform: 'signal',
          stage: 'private',
          threadId: threadName(file.path),
          kind:
            at(message, 'deleted') === true
              ? 'deleted'
              : at(message, 'call') === true
                ? 'system'
                : text === undefined
                  ? 'media'
                  : 'message',
          authorName: sender,
          // the account that exports
          authorIsBrand: sender === 'Me' ? true : undefined,
          sentAt: timeOf(at(message, 'date'), zoneOf(options)),
          text: at(message, 'deleted') === true || at(message, 'call') === true ? undefined : text,
          likes: asArray(at(message, 'reactions')).length || undefined,
          attachments: attachments || undefined,
        },
      };
    }),
});
