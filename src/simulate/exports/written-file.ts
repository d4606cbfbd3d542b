import type { SimulatedMessage } from '../truth.js';
import { grouped } from '../../util/grouped.js';

/** An export file and the messages in it, in the order of the file. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** `exportId`: the id the file gives the message; `null` in formats without ids. */
  readonly rows: readonly { readonly message: SimulatedMessage; readonly exportId: string | null }[];
}

/** Encodes as UTF-8. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A numeric id as networks give them (15 digits and more), made of a prefix and the number of the message. */
export function numericId(message: { readonly id: string }, prefix: string): string {
  return prefix + message.id.replace(/\D/g, '').padStart(8, '0');
}

/** Messages by thread, in order of their first message. */
export const byThread = (messages: readonly SimulatedMessage[]): SimulatedMessage[][] => [
  ...grouped(messages, ({ threadId }) => threadId).values(),
];
