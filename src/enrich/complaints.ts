import type { RegisterReading } from './registers.js';

/** From this probability a text is taken for one to a firm: what sounds like a complaint is one. */
export const TO_FIRM = 0.4;

/**
 * A complaint is what a person tells a firm, and negative: the mean of both heads, less where it is hardly said to a firm. `blame`: how
 * surely one clause of a review blames, see `ClauseReading`; such a review complains, whatever it praises beside.
 */
export const complaintFrom = (
  complaint: number,
  negative: number,
  { toFirm, impersonal, firm }: Pick<RegisterReading, 'toFirm' | 'impersonal' | 'firm'>,
  blame = 0,
): number =>
  (toFirm >= TO_FIRM && toFirm >= impersonal + firm ? 1 : toFirm) *
  Math.max(blame, (complaint + negative) / 2);
