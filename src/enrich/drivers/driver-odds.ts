/** What the terms of a text say of a driver. */
export interface DriverSigns {
  /** A term names it. */
  readonly termed: boolean;
  /** A term of several words does. */
  readonly phrased: boolean;
  /** A weak term may name it. */
  readonly hinted: boolean;
  /** A phrase in the text means something else. */
  readonly barred: boolean;
  /** A term names another driver. */
  readonly otherTermed: boolean;
}

/** What each sign adds to the log-odds: logistic regressions on texts that the head had not learnt, rounded (`models/README.md`). */
interface Weights {
  readonly bias: number;
  readonly odds: number;
  readonly term: number;
  readonly hint: number;
  readonly phrase: number;
  readonly otherTerm: number;
  /** The surer the head, the less a term adds. */
  readonly oddsOfTermed: number;
  /** For each three log-odds that another driver is likelier. */
  readonly rival: number;
  readonly everyday: number;
  /** Told from this probability on. */
  readonly told: number;
}

const PLAIN: Weights = {
  bias: -1,
  odds: 0.6,
  term: 3,
  hint: 1.7,
  phrase: 0.95,
  otherTerm: -1,
  oddsOfTermed: 0,
  rival: -0.55,
  everyday: 0,
  told: 0.45,
};
/** Of a text that addresses an account ("@acme_help"): such posts are short and name what they mean by halves. */
const ADDRESSED: Weights = {
  bias: -0.1,
  odds: 0.9,
  term: 1.6,
  hint: 0.6,
  phrase: 0,
  otherTerm: 0,
  oddsOfTermed: -0.5,
  rival: -0.8,
  everyday: -0.4,
  told: 0.4,
};
const LEAST = 1e-4;

const logOdds = (p: number): number => {
  const kept = Math.min(Math.max(p, LEAST), 1 - LEAST);
  return Math.log(kept / (1 - kept));
};

/** Under these probabilities of the head no driver is told that no term names: every other sign speaks against it. */
export const LEAST_ALONE = { plain: leastAlone(PLAIN), addressed: leastAlone(ADDRESSED) } as const;

function leastAlone({ told, bias, odds }: Weights): number {
  return 1 / (1 + Math.exp(-(logOdds(told) - bias) / odds));
}

/**
 * Whether a text speaks of a driver: the head's probability of it, terms and the likeliest other driver are weighed together. `probability` is the
 * head's of the driver, `rival` the highest of the others; `addressed`: the text addresses an account.
 */
export function isSpokenOf(
  driver: string,
  probability: number,
  rival: number,
  { termed, phrased, hinted, barred, otherTermed }: DriverSigns,
  addressed: boolean,
): boolean {
  if (barred && !termed) return false;
  const weights = addressed ? ADDRESSED : PLAIN,
    odds = logOdds(probability);
  const value =
    weights.bias +
    weights.odds * odds +
    (termed ? weights.term + weights.oddsOfTermed * odds : 0) +
    (hinted ? weights.hint : 0) +
    (phrased ? weights.phrase : 0) +
    (otherTermed ? weights.otherTerm : 0) +
    (weights.rival * Math.max(0, logOdds(rival) - odds)) / 3 +
    (driver === 'app-site' ? weights.everyday : 0);
  return value >= logOdds(weights.told);
}
