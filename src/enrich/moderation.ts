import type { Harm, Register } from '../model/enrichment.js';
import type { Hostility } from './hostility.js';
import type { CueHits } from './lexicon.js';

/** Harm is told from the first with a cue that says which, from the second without. */
const HARM_THRESHOLD = 0.5,
  SURE_HARM = 0.75;
/** Registers in which a harm needs a cue and to be nearly sure: an announcement that names a group or a beast insults nobody.
 * Of them only promotion can be spam. */
const PEACEFUL: ReadonlySet<Register> = new Set(['news', 'automatic', 'brandReply', 'promotion']);
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

/** What is known of the harm of a text, 0 to 1. */
export interface HarmScores {
  /** See `harmOf`. */
  readonly harm: number;
  readonly hostility: Hostility;
  /** The text blames more than it praises. */
  readonly negative: boolean;
  readonly spam: number;
  readonly scam: number;
}

/** Moderation classes of a text: which harm by the cues, spam and scam by their heads, personal data and rumours by cues alone. */
export function tellHarms(
  { harm, hostility, negative, spam, scam }: HarmScores,
  hits: CueHits,
  register: Register,
): Harm[] {
  const harms: Harm[] = [];
  const peaceful = PEACEFUL.has(register);
  const attacked = !peaceful && (hostility === 'hostile' || (hostility === 'named' && negative));
  if (harm >= (peaceful ? SURE_HARM : HARM_THRESHOLD)) {
    for (const kind of KINDS) if (hits.countOf(kind) > 0) harms.push(kind);
    if (attacked && !harms.includes('hate')) harms.push('hate');
    if (harms.length === 0 && !peaceful && harm >= SURE_HARM) harms.push('insult');
  }
  if (scam >= 0.5) harms.push('scam');
  else if (spam >= 0.5 && !(peaceful && register !== 'promotion')) harms.push('spam');
  for (const kind of ['personal-data', 'rumour'] as const) if (hits.countOf(kind) > 0) harms.push(kind);
  return harms;
}
