/** What the terms say of a driver in a text. */
export interface DriverSigns {
  /** A term names it. */
  readonly termed: boolean;
  /** A weak term may name it. */
  readonly hinted: boolean;
  /** A phrase in the text means something else. */
  readonly barred: boolean;
}

/** Weights of the signs in the log-odds; a logistic regression on posts to firms that the head had not learnt, rounded (`models/README.md`). */
const BIAS = -0.1,
  ODDS = 0.9,
  TERM = 1.6,
  HINT = 0.6,
  /** The surer the head, the less a term adds. */
  ODDS_OF_TERMED = -0.5,
  /** For each three log-odds that another driver is likelier. */
  RIVAL = -0.8,
  EVERYDAY = -0.4;
/** Told from this log-odds on: a probability of .4. */
const TOLD = Math.log(0.4 / 0.6);
const LEAST = 1e-4;

const logOdds = (p: number): number => {
  const kept = Math.min(Math.max(p, LEAST), 1 - LEAST);
  return Math.log(kept / (1 - kept));
};

/**
 * Whether a text that addresses an account ("@acme_help") speaks of a driver: the head's probability, terms and likelier drivers are weighed together,
 * since such posts are short and name what they mean by halves. `probability` is the head's of the driver, `rival` the highest of the others.
 */
export function isSpokenOf(
  driver: string,
  probability: number,
  rival: number,
  { termed, hinted, barred }: DriverSigns,
): boolean {
  if (barred && !termed) return false;
  const odds = logOdds(probability);
  const value =
    BIAS +
    ODDS * odds +
    (termed ? TERM + ODDS_OF_TERMED * odds : 0) +
    (hinted ? HINT : 0) +
    (RIVAL * Math.max(0, logOdds(rival) - odds)) / 3 +
    (driver === 'app-site' ? EVERYDAY : 0);
  return value >= TOLD;
}
