import type { Harm, Register } from '../model/enrichment.js';
import type { CueHits } from './lexicon.js';

/** Harm is told from the first with a cue that says which, from the second without. */
const HARM_THRESHOLD = 0.5,
  SURE_HARM = 0.75;
/** Registers in which a harm needs a cue and to be nearly sure: an announcement that names a group or a beast insults nobody.
 * Of them only promotion can be spam. */
const PEACEFUL: ReadonlySet<Register> = new Set(['news', 'automatic', 'brandReply', 'promotion']);
const KINDS = ['insult', 'hate', 'threat', 'harassment'] as const;

/** What the heads of harm say of a text, 0 to 1. */
export interface HarmScores {
  readonly harm: number;
  readonly spam: number;
  readonly scam: number;
}

/** Moderation classes of a text: which harm by the cues, spam and scam by their heads, personal data and rumours by cues alone. */
export function tellHarms({ harm, spam, scam }: HarmScores, hits: CueHits, register: Register): Harm[] {
  const harms: Harm[] = [];
  const peaceful = PEACEFUL.has(register);
  if (harm >= (peaceful ? SURE_HARM : HARM_THRESHOLD)) {
    for (const kind of KINDS) if (hits.countOf(kind) > 0) harms.push(kind);
    if (harms.length === 0 && !peaceful && harm >= SURE_HARM) harms.push('insult');
  }
  if (scam >= 0.5) harms.push('scam');
  else if (spam >= 0.5 && !(peaceful && register !== 'promotion')) harms.push('spam');
  for (const kind of ['personal-data', 'rumour'] as const) if (hits.countOf(kind) > 0) harms.push(kind);
  return harms;
}
