import { CONTRIBUTIONS, REGISTERS, TONES } from '../../model/enrichment.js';
import { shippedJson } from '../../util/shipped-json.js';
import { COMPLAINT_TURNS, eachTurn } from '../tone/complaint-turns.js';
import type { FeatureExtractor } from '../heads/features.js';
import { type CueKind, POLARITY } from '../terms/lexicon.js';
import type { RegisterReading } from '../tone/registers.js';
import { TOKEN } from '../words/token-kinds.js';

const CUES: readonly CueKind[] = [
  'complaint',
  'question',
  'thanks',
  'request',
  'urgency',
  'irony',
  'contrast',
  'comparison',
  'negation',
  'insult',
];
const MARKS = ['?', '!'] as const;

/** Heads that are not learnt for it and yet say something of a complaint, with their labels. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  'sentiment-review': TONES,
  'sentiment-tweet': TONES,
  contributions: [...CONTRIBUTIONS, 'none'],
};

/** Heads whose probabilities are signs. */
export const SIGN_HEADS: readonly string[] = ['complaint', 'sentiment', 'register', ...Object.keys(BESIDE)];

/** What is weighed together in order to tell a public text that complains: log-odds of heads, what the text is, counts of it, and turns of phrase. */
export const COMPLAINT_SIGNS: readonly string[] = [
  'complaint',
  'negative',
  'positive',
  ...REGISTERS,
  'toFirm',
  'impersonal or firm',
  ...MARKS,
  'length',
  'denied',
  'good',
  'bad',
  'tone',
  ...CUES.map((kind) => `cue ${kind}`),
  ...Object.entries(BESIDE).flatMap(([head, labels]) => labels.map((label) => `${head} ${label}`)),
  ...COMPLAINT_TURNS,
];

/** A logistic regression over the signs; its bias holds the threshold, so that .5 tells a complaint. */
export interface ComplaintModel {
  /** Weights of `COMPLAINT_SIGNS`, in their order. */
  readonly weights: readonly number[];
  readonly bias: number;
}

/** The shipped model that weighs the signs of a complaint in public. */
export const loadComplaintModel = (): ComplaintModel =>
  shippedJson('../models/complaint-public.json', import.meta.url) as ComplaintModel;

const WIDTHS = Object.values(BESIDE).map((labels) => labels.length),
  OWN = SIGN_HEADS.length - WIDTHS.length;
const LEAST = 1e-4,
  MOST_MARKS = 4;
const logOdds = (p: number): number => Math.log(Math.max(p, LEAST) / Math.max(1 - p, LEAST));
const codeOf = new Map(MARKS.map((mark, index) => [mark.charCodeAt(0), index]));

/** Signs of a complaint in a text. */
export class ComplaintSigns {
  readonly values = new Float64Array(COMPLAINT_SIGNS.length);
  private at = 0;
  private toFirm = 0;
  private readonly marks = new Int32Array(MARKS.length);

  /**
   * Reads the signs of the text that `features` read last. In `values` stand the probabilities of `SIGN_HEADS`, from the places `at`
   * on, in their order.
   */
  read(
    features: FeatureExtractor,
    values: ArrayLike<number>,
    at: readonly number[],
    register: Pick<RegisterReading, 'toFirm' | 'impersonal' | 'firm'>,
  ): void {
    const { tokens, hits, negated } = features;
    const [complaint, tone, registers] = at as [number, number, number];
    this.at = 0;
    this.toFirm = register.toFirm;
    for (const place of [complaint, tone, tone + 2]) this.put(logOdds(values[place] as number));
    for (let k = 0; k < REGISTERS.length; k++) this.put(logOdds(values[registers + k] as number));
    this.put(register.toFirm);
    this.put(register.impersonal + register.firm);
    this.marks.fill(0);
    let denied = 0,
      good = 0,
      bad = 0;
    for (let i = 0; i < tokens.count; i++) {
      denied += negated[i] as number;
      if (tokens.kinds[i] === TOKEN.mark)
        for (let c = tokens.starts[i] as number; c < (tokens.ends[i] as number); c++)
          this.marks[codeOf.get(tokens.text.charCodeAt(c)) ?? MARKS.length]!++;
    }
    for (let i = 0; i < hits.count; i++) {
      if (hits.kinds[i] !== POLARITY) continue;
      const weight = hits.weights[i] as number;
      if (weight > 0 === (negated[hits.starts[i] as number] === 0)) good += Math.abs(weight);
      else bad += Math.abs(weight);
    }
    for (const count of this.marks) this.put(Math.min(count, MOST_MARKS));
    this.put(Math.log2(tokens.count + 1));
    this.put(denied);
    this.put(good);
    this.put(bad);
    this.put(features.document.tone);
    for (const kind of CUES) this.put(hits.countOf(kind));
    for (let h = 0; h < WIDTHS.length; h++)
      for (let k = 0; k < (WIDTHS[h] as number); k++)
        this.put(logOdds(values[(at[OWN + h] as number) + k] as number));
    eachTurn(tokens.text, (value) => this.put(value));
  }

  /** Probability of a complaint by the signs read last; 0 for what is known to be a firm's. */
  probability({ weights, bias }: ComplaintModel): number {
    if (this.toFirm === 0) return 0;
    let margin = bias;
    for (let i = 0; i < this.values.length; i++)
      margin += (weights[i] as number) * (this.values[i] as number);
    return 1 / (1 + Math.exp(-margin));
  }

  private put(value: number): void {
    this.values[this.at++] = value;
  }
}
