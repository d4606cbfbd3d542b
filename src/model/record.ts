import type { Direction, Kind, Stage, ZoneSource } from './message.js';

/**
 * What a format's parser says about one row: raw, before pseudonyms and masking. Never stored.
 * Absent means that the export does not say; parsers set only what they know.
 */
export interface MessageRecord {
  /** Row, line or item in the file, from 1. */
  readonly row: number;
  /** The platform's own id, unprefixed. Absent: an id is made from the content. */
  readonly id?: string | undefined;
  readonly threadId?: string | undefined;
  readonly parentId?: string | undefined;
  readonly platform: string;
  /** Host of the desk or site within which the ids hold, where the address of the item does not tell it. */
  readonly site?: string | undefined;
  /** Default: the platform with the kind, e.g. `facebook-comment`. */
  readonly channel?: string | undefined;
  readonly stage: Stage;
  readonly kind: Kind;
  /** Default: `outbound` when the author is the brand, else `inbound`. */
  readonly direction?: Direction | undefined;
  /** Stable id of the author on the platform; else the name is used for the pseudonym. */
  readonly authorId?: string | undefined;
  readonly authorName?: string | undefined;
  /** Handle on the platform, where the export gives it beside a display name; hashed, links a person across platforms. */
  readonly authorHandle?: string | undefined;
  readonly authorIsBrand?: boolean | undefined;
  /** E-mail or phone of the author, hashed into `contactKeys`, never stored. */
  readonly authorContacts?: readonly string[] | undefined;
  /** E-mail of those written to, hashed into `recipientKeys`: a mail's chain breaks, its people stay. */
  readonly recipientContacts?: readonly string[] | undefined;
  readonly sentAt?: RecordTime | undefined;
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly url?: string | undefined;
  readonly rating?: number | undefined;
  readonly ratingMax?: number | undefined;
  readonly likes?: number | undefined;
  readonly shares?: number | undefined;
  readonly replies?: number | undefined;
  readonly views?: number | undefined;
  readonly reach?: number | undefined;
  readonly givenLanguage?: string | undefined;
  readonly givenSentiment?: 'negative' | 'neutral' | 'positive' | undefined;
  readonly givenBrand?: string | undefined;
  readonly sourceName?: string | undefined;
  readonly status?: string | undefined;
  /** When its ticket was solved, or else closed. */
  readonly closedAt?: RecordTime | undefined;
  readonly store?: string | undefined;
  readonly product?: string | undefined;
  readonly region?: string | undefined;
  readonly campaign?: string | undefined;
  readonly segment?: string | undefined;
  readonly orderAmount?: number | undefined;
  /** Name → value of the columns that no other field takes, in the order of the file; masked like texts. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly attachments?: number | undefined;
  readonly edited?: boolean | undefined;
}

/** A time as a parser reads it. `zone: 'none'` means that `epochMs` holds the wall clock read as UTC. */
export interface RecordTime {
  readonly epochMs: number | null;
  readonly raw: string;
  readonly zone: ZoneSource;
  readonly dayOnly?: boolean;
}
