import type { Genre } from '../model/enrichment.js';
import type { RegisterReading } from './registers.js';

/** From this probability a text is taken for one to a firm. */
export const TO_FIRM = 0.4;
/**
 * What sounds like a complaint is one from this probability of being said to a firm, unless a machine or a firm is likelier to be its
 * author. Chosen, with the weight of the complaint head, on held-out development rows (`models/README.md`).
 */
const SAID_TO_FIRM = 0.3,
  COMPLAINT_WEIGHT = 0.7;

/**
 * Odds of a complaint in private messages beside those that the calibration holds for all texts: more than half of those of our own sets
 * complain. Precision and recall meet there (development rows, `models/README.md`).
 */
const PRIVATE_ODDS = 1.5;

/**
 * A complaint is what a person tells a firm, and negative: the weighted mean of both heads, less where it is hardly said to a firm.
 * `blame`: how surely one clause of a review blames, see `ClauseReading`; such a review complains, whatever it praises beside.
 */
export function complaintFrom(
  complaint: number,
  negative: number,
  { toFirm, impersonal, firm }: Pick<RegisterReading, 'toFirm' | 'impersonal' | 'firm'>,
  genre: Genre,
  blame = 0,
): number {
  const said = toFirm >= SAID_TO_FIRM && toFirm >= impersonal + firm ? 1 : toFirm,
    p = said * Math.max(blame, COMPLAINT_WEIGHT * complaint + (1 - COMPLAINT_WEIGHT) * negative);
  return genre === 'private' ? (PRIVATE_ODDS * p) / (1 + (PRIVATE_ODDS - 1) * p) : p;
}
