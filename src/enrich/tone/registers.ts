import { type Genre, type Register, REGISTERS } from '../../model/enrichment.js';
import type { Direction } from '../../model/index.js';
import { FEW_STARS } from '../text-batch.js';

/** Machines write in private channels; what reads like it in public is a short remark. */
const PUBLIC: readonly Register[] = REGISTERS.filter((register) => register !== 'automatic');
/** Registers that occur in a kind of writing; nobody is reminded in an article, nobody chats in a review. */
const OF_GENRE: Readonly<Record<Genre, readonly Register[]>> = {
  tweet: PUBLIC,
  comment: PUBLIC,
  review: ['customer', 'followup', 'brandReply', 'promotion', 'spam'],
  private: ['customer', 'followup', 'brandReply', 'automatic', 'promotion', 'spam'],
  press: ['news'],
};
/** What a person writes in a review or a private message: neither the firm nor its machine speaks. */
const INBOUND: readonly Register[] = ['customer', 'followup', 'promotion', 'spam'];
/** What a firm writes. */
const OUTBOUND: readonly Register[] = ['brandReply', 'automatic', 'promotion', 'news'];
/** What who gives few stars writes, as lures and advertisements give many; and who writes in private and leads nowhere. */
const CUSTOMERS: readonly Register[] = ['customer', 'followup'];
function registersOf(genre: Genre, direction: Direction | null, stars: number | null): readonly Register[] {
  if (genre === 'press') return OF_GENRE.press;
  if (direction === 'outbound') return OUTBOUND;
  if (genre === 'review' && stars !== null && stars < FEW_STARS) return CUSTOMERS;
  return direction === 'inbound' && (genre === 'review' || genre === 'private') ? INBOUND : OF_GENRE[genre];
}

/** Nobody judges in them. */
const IMPERSONAL: ReadonlySet<Register> = new Set(['news', 'automatic', 'spam']);
/** A firm speaks: it may thank or boast and blames nobody. */
const OF_FIRMS: ReadonlySet<Register> = new Set(['brandReply', 'promotion']);
/** A person tells a firm what they lived or want. */
const TO_FIRMS: ReadonlySet<Register> = new Set(['customer', 'followup']);

/** What is known of a text in which nobody is judged. */
export const NOBODY_JUDGES = { impersonal: 1, firm: 0, toFirm: 0 } as const;

/** What the text read last is, before what it says. */
export class RegisterReading {
  register: Register = 'chatter';
  /** Probability of `register` among those of the genre. */
  probability = 0;
  /** Probability that nobody judges: news, machine, spam. */
  impersonal = 0;
  /** Probability that a firm speaks of itself. */
  firm = 0;
  /** Probability that a person tells a firm what they lived or want. */
  toFirm = 0;

  /**
   * Reads the probabilities of the register head at `values[at ..]`; `direction`: who writes, `stars`: what a review gives, where they are known. `leads`: whether
   * the text sends its reader elsewhere or offers something; what reaches a firm in private and does not is no spam.
   */
  read(
    values: ArrayLike<number>,
    at: number,
    genre: Genre,
    direction: Direction | null = null,
    stars: number | null = null,
    leads = (): boolean => true,
  ): void {
    this.weigh(registersOf(genre, direction, stars), values, at);
    if (this.register === 'spam' && genre === 'private' && direction === 'inbound' && !leads())
      this.weigh(CUSTOMERS, values, at);
  }

  private weigh(registers: readonly Register[], values: ArrayLike<number>, at: number): void {
    let sum = 0,
      top = -1;
    this.impersonal = this.firm = this.toFirm = 0;
    for (const register of registers) {
      const p = values[at + REGISTERS.indexOf(register)] as number;
      sum += p;
      if (IMPERSONAL.has(register)) this.impersonal += p;
      if (OF_FIRMS.has(register)) this.firm += p;
      if (TO_FIRMS.has(register)) this.toFirm += p;
      if (p > top) {
        top = p;
        this.register = register;
      }
    }
    if (sum <= 0) sum = 1;
    this.probability = top / sum;
    this.impersonal /= sum;
    this.firm /= sum;
    this.toFirm /= sum;
  }
}
