import type { Genre } from '../../model/enrichment.js';
import { FEW_STARS, SOME_STARS } from '../text-batch.js';
import type { ClauseReading } from '../tone/clause-reading.js';
import type { RegisterReading } from '../tone/registers.js';

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
 * From this probability on a private text may well complain, as in `metrics/funnel/labelled-cases.ts`. Where it asks nothing, its clauses are then read one by
 * one: greetings and what happened around it hide the one that blames.
 */
const MAY_WELL = 0.25,
  COMPLAINS = 0.5;

/**
 * Odds of a complaint in a review of so many stars beside those of any: how often reviews that complain have them, of those that do not,
 * each counted once more than met (Laplace). Of real exports, train rows: 32 reviews that complain (23 of one or two stars, 2 of three) and
 * 55 that do not (none, 1). More stars take away half of the odds, not the three quarters that these rows say: words tell the same thing, and good
 * reviews blame something beside (held out P 96.6 / R 87.5, with three quarters 96.3 / 81.3, with nothing 85.7 / 93.8).
 */
const FEW_ODDS = 24 / 35 / (1 / 58),
  SOME_ODDS = 3 / 35 / (2 / 58),
  MANY_ODDS = 0.5;
const starOdds = (stars: number): number =>
  stars < FEW_STARS ? FEW_ODDS : stars < SOME_STARS ? SOME_ODDS : MANY_ODDS;

/**
 * A complaint is what a person tells a firm, and negative: the weighted mean of both heads, less where it is hardly said to a firm.
 * `blame`: how surely one clause of a review blames, see `ClauseReading`; such a review complains, whatever it praises beside.
 * `stars`: those that its author gave, of five. `clauses`: those of a private text.
 */
export function complaintFrom(
  complaint: number,
  negative: number,
  { toFirm, impersonal, firm }: Pick<RegisterReading, 'toFirm' | 'impersonal' | 'firm'>,
  genre: Genre,
  blame = 0,
  stars: number | null = null,
  clauses?: Pick<ClauseReading, 'count' | 'asks' | 'blame'>,
): number {
  const said = toFirm >= SAID_TO_FIRM && toFirm >= impersonal + firm ? 1 : toFirm,
    p = said * Math.max(blame, COMPLAINT_WEIGHT * complaint + (1 - COMPLAINT_WEIGHT) * negative);
  if (genre === 'private') {
    const own = withOdds(p, PRIVATE_ODDS),
      unsure = said === 1 && own >= MAY_WELL && own < COMPLAINS;
    return unsure && clauses !== undefined && clauses.count > 1 && !clauses.asks
      ? Math.max(own, clauses.blame())
      : own;
  }
  return genre === 'review' && stars !== null ? withOdds(p, starOdds(stars)) : p;
}

/** A probability whose odds are so many times greater. */
export const withOdds = (p: number, odds: number): number => (odds * p) / (1 + (odds - 1) * p);
