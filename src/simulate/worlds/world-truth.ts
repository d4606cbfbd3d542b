import type { DriverId } from '../../model/index.js';
import type { Subject } from '../compose.js';
import type { Person } from '../people.js';
import type { PrivateChannel } from '../plan.js';
import type { SharedId, SimulatedMessage } from '../truth.js';
import type { Knobs } from './knobs.js';
import type { CaseLaw } from './spill-law.js';

/** What a message is, before what it says. Customers': the first line. */
const ROLES = [
  'complaint',
  'followup',
  'dissatisfied',
  'detail',
  'thanks',
  'question',
  'application',
  'compliment',
  'spill',
  'echo',
  'stranger',
  'praise',
  'chatter',
  'spam',
  'campaign',
  'reshare',
  'answer',
  'solved',
  'note',
  'automatic',
  'service',
  'publicReply',
  'brandPost',
  'article',
] as const;
export type Role = (typeof ROLES)[number];

/** METHODS 21: a human's own message, or what only looks like one; `business`: of who is no customer, and what answers them. */
export type Speech = 'own' | 'service' | 'automatic' | 'repeat' | 'reshare' | 'business';

export interface WorldMessage extends SimulatedMessage {
  readonly role: Role;
  readonly speech: Speech;
  /** A customer says that an expectation was broken. */
  readonly complaint: boolean;
  /** Private conversation about one matter: a case on one channel, or a question. */
  readonly talkId?: string | undefined;
  /** Message that set it off, in the sense of the branching matrix. */
  readonly causeId?: string | undefined;
  /** Instant at which it really was written, where the export says another. */
  readonly trueAt?: number | undefined;
}

/** A private complaint case. Instants are milliseconds since 1970 in UTC; `null`: not before the end of the world. */
export interface WorldCase {
  readonly caseId: string;
  readonly personId: number;
  readonly driver: DriverId;
  readonly channel: PrivateChannel;
  /** Private channel on which the same person came back about the same problem. */
  readonly secondChannel: PrivateChannel | null;
  readonly openedAt: number;
  readonly answeredAt: number | null;
  readonly resolvedAt: number | null;
  readonly spilledAt: number | null;
  /** Hours from opening to going public, beyond the end of the world too; `null`: never. */
  readonly spilledHours: number | null;
  readonly spillChannel: string | null;
  /** What its public message has in common with the private ones. */
  readonly sharedId: SharedId | null;
  /** The care team took it for a complaint. */
  readonly identified: boolean;
  readonly crisisId: string | null;
  readonly pressAt: number | null;
  readonly law: CaseLaw;
  readonly privateIds: readonly string[];
  readonly publicIds: readonly string[];
  readonly articleIds: readonly string[];
}

export type OpenWorldCase = {
  -readonly [K in keyof WorldCase]: WorldCase[K] extends readonly string[] ? string[] : WorldCase[K];
} & { readonly person: Person; readonly subject: Subject };

export interface WorldCrisis {
  readonly crisisId: string;
  readonly kind: 'outside' | 'inner';
  readonly driver: DriverId;
  readonly startsAt: number;
  readonly firstPrivateAt: number | null;
  readonly firstPublicAt: number | null;
  readonly firstArticleAt: number | null;
  readonly privateCases: number;
  readonly publicMessages: number;
  readonly articles: number;
}

export interface TrueShare {
  readonly n: number;
  readonly of: number;
  readonly share: number | null;
}

/** Spills within a delay: `realised` share of the cases, followed beyond the end of the world; `expected` under their laws. */
export interface TrueIncidence {
  readonly days: number;
  readonly realised: number;
  readonly expected: number;
}

/** Cases that went public before the end of the world, and how many were to be expected under their laws. */
export interface TrueSpills {
  readonly cases: number;
  readonly spilled: number;
  readonly realised: number;
  /** Each case followed from its opening to the end of the world. */
  readonly expected: number;
  /** Each case followed for 30 days. */
  readonly within30dExpected: number;
}

/** The figures a report should find. Counts are of the whole world, but for `seen`: what the exports hold. */
export interface Estimands {
  readonly spillRate: TrueSpills & {
    /** Spilled, and the public message is in the exports. */
    readonly seen: number;
    /** Seen, with something in common between both sides. */
    readonly linkable: number;
  };
  readonly incidence: readonly TrueIncidence[];
  readonly byDriver: Readonly<Partial<Record<DriverId, TrueSpills>>>;
  readonly byChannel: Readonly<Partial<Record<PrivateChannel, TrueSpills>>>;
  readonly byIdentified: Readonly<Partial<Record<'identified' | 'unidentified', TrueSpills>>>;
  readonly answeredHazardRatio: number;
  /** `matrix[i][j]` = direct events of type i per event of type j (0 private case, 1 public complaint, 2 article), as they happened outside the planted crises. */
  readonly matrix: readonly (readonly number[])[];
  readonly events: readonly number[];
  /** Cases neither resolved nor public when the world ends; `unresolved` counts the public ones too. */
  readonly open: number;
  /** Open cases whose customer waits for an answer: see `waitingOf`. */
  readonly waiting: number;
  readonly unresolved: number;
  /** Spills to be expected among the open cases in the 24 hours after the end, if nobody else is answered, and those that came. */
  readonly reservoir: { readonly expected: number; readonly realised: number };
  /** Spills within 30 days that would not have come had every case an answer within 24 hours. */
  readonly avoidableSpills: number;
  /** Private complaint cases for one public complaint, both in the window of the public exports. */
  readonly icebergRatio: number | null;
  /** Share of private cases and questions, by channel of the first message, and of public complaints that a human of the brand answered. */
  readonly responseRate: Readonly<Record<string, TrueShare>>;
  /** Median hours to the first human answer among the answered, and the answered, by private channel. */
  readonly firstReplyHours: Readonly<
    Record<string, { readonly answered: number; readonly median: number | null }>
  >;
  /** Customers' own messages in the exports. */
  readonly customers: Readonly<Record<'private' | 'public', number>>;
  readonly articles: number;
  /** Share of complaints among customers' own messages. */
  readonly complaintShare: Readonly<Record<'private' | 'public', TrueShare>>;
  readonly unidentified: TrueShare;
  /** Share of people (of the exports) who bear the full name of somebody else. */
  readonly namesakes: TrueShare;
}

export interface WorldTruth {
  readonly seed: number;
  readonly knobs: Knobs;
  readonly brand: string;
  readonly startsAt: number;
  readonly endsAt: number;
  /** What each stage's exports cover. */
  readonly windows: Readonly<Record<'private' | 'public' | 'press', readonly [number, number]>>;
  readonly estimands: Estimands;
  readonly crises: readonly WorldCrisis[];
  readonly cases: readonly WorldCase[];
}
