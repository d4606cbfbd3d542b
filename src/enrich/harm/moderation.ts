import type { Harm, Register } from '../../model/enrichment.js';
import type { Hostility } from './hostility.js';
import type { CueHits } from '../terms/lexicon.js';

/**
 * Harm is told from the first with a cue that says which, from the second without, unless the text praises: a friend tagged is not insulted. The first was chosen on our own sets, reviews and rows of
 * real exports that are not locked: under it a third more calm texts are told as insults, over it no fewer. English keeps that of its head.
 */
const HARM_THRESHOLD = 0.65,
  ENGLISH_THRESHOLD = 0.5,
  SURE_HARM = 0.75;
/** Registers in which a harm needs a cue and to be nearly sure: an announcement that names a group or a beast insults nobody.
 * Of them only promotion can be spam. */
const PEACEFUL: ReadonlySet<Register> = new Set(['news', 'automatic', 'brandReply', 'promotion']);
/** Probability of the register from which that holds: of a few angry words without a brand the register is not surely told. */
const SURE_REGISTER = 0.5;
const KINDS = ['insult', 'hate', 'threat', 'harassment'] as const;

/** Probability of harm where a group of people is attacked, what is left of the head's where such an attack is rejected, and the factor on
 * its odds where a group is named: heads learn from insults said to one person. */
const HOSTILE = 0.9,
  DENOUNCED = 0.5,
  NAMED_ODDS = 4;

/** Probability of harm: what the head says of the words, and whether a group of people is attacked, named or defended. */
export function harmOf(head: number, hostility: Hostility): number {
  if (hostility === 'hostile') return Math.max(head, HOSTILE);
  if (hostility === 'denounced') return head * DENOUNCED;
  return hostility === 'named' ? (NAMED_ODDS * head) / (1 + (NAMED_ODDS - 1) * head) : head;
}

/** Polarity under which a text that names a group blames it, and from which a text praises. */
const BLAMES = -0.4,
  PRAISES = 0.2;

/** What is known of the harm of a text, 0 to 1. */
export interface HarmScores {
  /** See `harmOf`. */
  readonly harm: number;
  readonly hostility: Hostility;
  /** P(positive) − P(negative) of the text. */
  readonly polarity: number;
  readonly spam: number;
  readonly scam: number;
  /** Whether it leads elsewhere, which a lure must do in a review; true where that is not asked. */
  readonly lures: boolean;
  /** Whether it is a review in which a customer tells what they lived. */
  readonly reviewed: boolean;
  /** See `RumourFinder`. */
  readonly rumour: boolean;
  /** See `disclosesData`. */
  readonly disclosed: boolean;
  readonly language: string;
  readonly register: Register;
  readonly registerProbability: number;
}

/** Moderation classes of a text: which harm by the cues, spam and scam by their heads, personal data and rumours by rules. */
export function tellHarms(
  {
    harm,
    hostility,
    polarity,
    spam,
    scam,
    lures,
    reviewed,
    rumour,
    disclosed,
    language,
    register,
    registerProbability,
  }: HarmScores,
  hits: CueHits,
): Harm[] {
  const harms: Harm[] = [];
  const peaceful = PEACEFUL.has(register) && registerProbability >= SURE_REGISTER;
  const least = peaceful ? SURE_HARM : language === 'en' ? ENGLISH_THRESHOLD : HARM_THRESHOLD;
  const attacked = !peaceful && (hostility === 'hostile' || (hostility === 'named' && polarity < BLAMES));
  if (harm >= least) {
    for (const kind of KINDS) if (hits.countOf(kind, language) > 0) harms.push(kind);
    if (attacked && !harms.includes('hate')) harms.push('hate');
    if (harms.length === 0 && !peaceful && polarity < PRAISES && harm >= SURE_HARM) harms.push('insult');
  }
  if (scam >= 0.5 && lures) harms.push('scam');
  else if (spam >= 0.5 && lures && !reviewed && !(PEACEFUL.has(register) && register !== 'promotion'))
    harms.push('spam');
  if (disclosed) harms.push('personal-data');
  if (rumour) harms.push('rumour');
  return harms;
}
