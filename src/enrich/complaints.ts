import type { RegisterReading } from './registers.js';

/** From this probability a text is taken for one to a firm: what sounds like a complaint is one. */
export const TO_FIRM = 0.4;

/** A complaint is what a person tells a firm, and negative: the mean of both heads, less where it is hardly said to a firm. */
export const complaintFrom = (
  complaint: number,
  negative: number,
  { toFirm }: Pick<RegisterReading, 'toFirm'>,
): number => ((toFirm >= TO_FIRM ? 1 : toFirm) * (complaint + negative)) / 2;
