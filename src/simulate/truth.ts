import type { Direction, DriverId, Harm, Intent, Kind, Tone, Stage } from '../model/index.js';
import type { Person } from './people.js';
import type { PeoplePlan } from './plan.js';

/** A simulated message: what an export can show of it, and (`planted`) what is true of it. */
export interface SimulatedMessage {
  /** Id on its platform; unique in the corpus. */
  readonly id: string;
  readonly platform: string;
  readonly channel: string;
  readonly stage: Stage;
  readonly kind: Kind;
  readonly direction: Direction;
  readonly threadId: string;
  readonly parentId?: string | undefined;
  /** `undefined` for the brand and the press. */
  readonly person?: Person | undefined;
  readonly authorId?: string | undefined;
  readonly authorName: string;
  readonly sentAt: number;
  readonly title?: string | undefined;
  readonly text: string;
  readonly url?: string | undefined;
  readonly rating?: number | undefined;
  readonly likes?: number | undefined;
  readonly shares?: number | undefined;
  readonly reach?: number | undefined;
  readonly sourceName?: string | undefined;
  readonly language: 'fr' | 'en';
  /** What a mail says it answers; absent: the message before it in its thread. */
  readonly mail?: { readonly answers: 'first' | 'nothing' | 'foreign' } | undefined;
  /** What the care tool says of a ticket; on its first message. */
  readonly ticket?:
    { readonly type: string; readonly tags: readonly string[]; readonly status: string } | undefined;
  readonly planted: Planted;
}

/** What is true of a message. */
export interface Planted {
  readonly caseId?: string | undefined;
  readonly crisisId?: string | undefined;
  /** Id of the travelling text it is a copy of. */
  readonly copyId?: string | undefined;
  readonly sentiment: Tone;
  readonly drivers: readonly DriverId[];
  readonly intents: readonly Intent[];
  readonly harms: readonly Harm[];
}

/** What the public message of a spilled case shares with the private ones. */
const SHARED_IDS = ['handle', 'name', 'email', 'phone', 'order', 'none'] as const;
export type SharedId = (typeof SHARED_IDS)[number];

/** One planted case. Instants are milliseconds since 1970 in UTC; `null`: it did not happen in the observed time. */
export interface TrueCase {
  readonly caseId: string;
  readonly personId: number;
  readonly driver: DriverId;
  readonly channel: string;
  readonly openedAt: number;
  readonly answeredAt: number | null;
  readonly resolvedAt: number | null;
  readonly reopenedAt: number | null;
  readonly spilledAt: number | null;
  readonly spillChannel: string | null;
  readonly sharedId: SharedId | null;
  readonly pressAt: number | null;
  readonly crisisId: string | null;
  readonly privateIds: readonly string[];
  readonly publicIds: readonly string[];
  readonly articleIds: readonly string[];
}

export interface TrueCrisis {
  readonly crisisId: string;
  readonly kind: 'quiet' | 'storm' | 'classic';
  readonly driver: DriverId;
  readonly startsAt: number;
  readonly firstPublicAt: number | null;
  readonly firstArticleAt: number | null;
  readonly privateCases: number;
  readonly publicMessages: number;
  readonly articles: number;
  readonly messageIds: readonly string[];
}

/** A travelling text: where and when each copy was seen, in order of time. */
export interface TrueCopies {
  readonly copyId: string;
  readonly messageIds: readonly string[];
}

/** The planted truth of a corpus. */
export interface Truth {
  readonly seed: number;
  readonly startsAt: number;
  readonly observedUntil: number;
  /** Background events a day: private cases, public messages, articles. */
  readonly perDay: readonly number[];
  readonly branching: readonly (readonly number[])[];
  readonly decayPerHour: number;
  readonly answeredHazardRatio: number;
  readonly missingIds: number;
  readonly people: PeoplePlan;
  readonly acknowledged: number;
  /** True probability to go public within 24 h, 72 h, 7 d and 30 d, by driver and channel that occur. */
  readonly spillProbability: readonly {
    readonly driver: DriverId;
    readonly channel: string;
    readonly within24h: number;
    readonly within72h: number;
    readonly within7d: number;
    readonly within30d: number;
  }[];
  readonly cases: readonly TrueCase[];
  readonly crises: readonly TrueCrisis[];
  readonly copies: readonly TrueCopies[];
  /** Every event of the point process, in order of time: 0 private case, 1 public message, 2 article. */
  readonly events: readonly { readonly at: number; readonly type: 0 | 1 | 2; readonly messageId: string }[];
}

export interface SimulatedCorpus {
  readonly messages: readonly SimulatedMessage[];
  readonly truth: Truth;
}
