import { type Tone, TONES } from '../../model/enrichment.js';
import type { ClauseReading } from '../tone/clause-reading.js';
import type { ToldDrivers } from './driver-choice.js';
import type { DriverHit } from './drivers.js';
import { chooseLabel, type LinearHead } from '../heads/head.js';

/** Drivers and the sentiment of each. */
interface Tones {
  readonly drivers: readonly string[];
  readonly sentiments: readonly Tone[];
}

const NONE: Tones = { drivers: Object.freeze([]), sentiments: Object.freeze([]) };

/** Sentiment of each driver: of the clauses that speak of it, weighed with the whole text; of the whole text where no term says so. */
export class DriverTone {
  private readonly sums = new Float32Array(3);

  /** `head` tells tones; `clauses` have read the text. */
  constructor(
    private readonly head: LinearHead,
    private readonly clauses: ClauseReading,
  ) {}

  /** Sentiment of the drivers told of the text read last. The sentiment of the whole text stands at `whole[at ..]`. */
  read({ drivers, hits }: ToldDrivers, whole: Float32Array, at: number): Tones {
    if (drivers.length === 0) return NONE;
    const sentiments: Tone[] = [];
    for (const driver of drivers) {
      for (let k = 0; k < 3; k++) this.sums[k] = whole[at + k] as number;
      if (this.clauses.count > 1) this.addClauses(driver, hits);
      sentiments.push(TONES[chooseLabel(this.head, this.sums, 0)] as Tone);
    }
    return { drivers, sentiments };
  }

  /** Adds the tone of each clause that speaks of a driver, twice the weight of the whole text. */
  private addClauses(driver: string, hits: readonly DriverHit[]): void {
    const { clauses, sums } = this;
    let last = -1;
    for (const hit of hits) {
      const clause = clauses.of(hit.start);
      if (hit.driver !== driver || hit.role === 'bar' || clause === last) continue;
      last = clause;
      const at = clauses.at(clause);
      for (let k = 0; k < 3; k++) sums[k]! += 2 * (clauses.values[at + k] as number);
    }
  }
}
