import type { Cue } from './opening-words.js';
import type { Outcome } from './resolution-words.js';

/** Stage of a message, as a number that grows along the funnel. */
export const PRIVATE = 0;
export const PUBLIC = 1;
export const PRESS = 2;

/** What stitching reads of one message. Keys and ids are hashes; 0 means absent. */
export interface CaseMessage {
  /** Row in the table the message came from. */
  readonly row: number;
  readonly sentAt: number;
  /** Only its day is known: `sentAt` is where that begins. */
  readonly dayOnly: boolean;
  readonly stage: number;
  readonly outbound: boolean;
  readonly id: number;
  readonly parent: number;
  readonly thread: number;
  readonly author: number;
  /** Its thread holds all that one person ever writes, not one matter as a mail or a ticket does. */
  readonly chat: boolean;
  /** How the text begins: as one that opens a matter, or as one that goes on with it. */
  readonly cue: Cue;
  /** The export gives no account, only a name: two people of one name have one author. */
  readonly byName: boolean;
  readonly email: number;
  readonly phone: number;
  readonly order: number;
  readonly handle: number;
  /** A name of two words or more, by its letters. */
  readonly name: number;
  /** The letters of a handle, or of an address without a name: equal to a `name`, an `initialLast` or a `firstInitial` that they spell. */
  readonly spelt: number;
  /** The first and last word of the name: enough to count, too short to tell who. */
  readonly firstName: number;
  readonly lastName: number;
  /** The letters of the name with one word cut to its first: "O. Rivoal", "Ondine R.". */
  readonly initialLast: number;
  readonly firstInitial: number;
  /** Of mails: the person written to, and the subject without `Re:`. */
  readonly recipient: number;
  readonly subject: number;
  /** Bit set of quality drivers. */
  readonly drivers: number;
  readonly brand: number;
  readonly product: number;
  readonly place: number;
  readonly channel: string;
  /** Lowest for the angriest; NaN when absent. */
  readonly polarity: number;
  readonly complaint: boolean;
  /** Probability that it is one, by the model alone; 0 where it says nothing. */
  readonly complaintChance: number;
  readonly question: boolean;
  /** A question, or a question mark; of the brand, that it wants an answer or only promises one, see `wantsAnswer` and `promisesAnswer`. */
  readonly asks: boolean;
  readonly thanks: boolean;
  /** A customer says that they wait for more, see `awaitsMore`. */
  readonly awaits: boolean;
  /** Its text has words of a protest, see `protestsIn`. */
  readonly protests: boolean;
  /** Its text gives what agents ask for, see `informsIn`. */
  readonly informs: boolean;
  /** What the text says about the end of the case. */
  readonly outcome: Outcome;
  /** The ticket's status is solved or closed; `undefined` where the message carries none. */
  readonly solved: boolean | undefined;
  /** When the tool says that the ticket was solved, or else closed. */
  readonly closedAt: number | undefined;
  /** The care tool files the conversation under something else than a complaint: closing it settles no complaint. */
  readonly misfiled: boolean;
  /** A reply that no person wrote: it answers nobody and closes nothing. */
  readonly automatic: boolean;
  /** Words that another message of the case already told: counted nowhere. */
  readonly repeated: boolean;
  /** A rating without a word, which waits for nothing. */
  readonly mute: boolean;
  /** Hashes of the words of the text, see `wordsOf`. */
  readonly words: readonly number[];
}
