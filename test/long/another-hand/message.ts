import type { Person, Shown } from './names.js';

export const PRIVATE = ['mail', 'ticket', 'whatsapp', 'dm'] as const;
export type PrivateChannel = (typeof PRIVATE)[number];
export const PUBLIC = ['google', 'trustpilot', 'facebook', 'instagram', 'x'] as const;
export type PublicChannel = (typeof PUBLIC)[number];

export type Purpose =
  | 'complaint'
  | 'question'
  | 'praise'
  | 'neutral'
  | 'follow'
  | 'protest'
  | 'thanks'
  | 'detail'
  | 'reply'
  | 'acknowledge'
  | 'note'
  | 'publicReply'
  | 'promo'
  | 'reshare'
  | 'article'
  | 'survey'
  | 'aside';

/** One message of the quarter, before an export shows it. */
export interface HandMessage {
  readonly id: string;
  readonly channel: PrivateChannel | PublicChannel | 'press';
  readonly side: 'customer' | 'staff' | 'automatic' | 'internal' | 'press';
  readonly purpose: Purpose;
  readonly at: number;
  readonly text: string;
  readonly title?: string | undefined;
  /** The conversation, post or review it belongs to, and the message it answers. */
  readonly thread: string;
  readonly parent?: string | undefined;
  readonly person?: Person | undefined;
  readonly agent?: string | undefined;
  /** How its author is shown in public. */
  readonly shown?: Shown | undefined;
  readonly name?: string | undefined;
  readonly handle?: string | undefined;
  readonly rating?: number | undefined;
  readonly driver?: string | undefined;
  readonly caseId?: string | undefined;
  readonly crisis?: boolean | undefined;
  /** When a review was edited. */
  readonly editedAt?: number | undefined;
  /** What a chat holds in place of words. */
  readonly media?: 'voice' | 'photo' | undefined;
  /** Noted by an agent who took a call. */
  readonly noted?: boolean | undefined;
}

/** A file of exports and, in the order of its records, the messages they are; `undefined` is a record that is none of the quarter's own. */
export interface HandFile {
  readonly path: string;
  readonly text: string | Uint8Array;
  readonly messages: readonly (HandMessage | undefined)[];
  /** Archives that it lies in, from the outermost. */
  readonly archives?: readonly string[];
  /** A file that lies beside exports and holds no message. */
  readonly aside?: boolean;
}
