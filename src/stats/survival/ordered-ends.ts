import { orderBy, type Numbers } from '../checks.js';

/** Subjects with competing events, put in the order of their ends once: what is resampled is then counted, not sorted. */
export class OrderedEnds {
  readonly #order: Uint32Array;

  /** `eventTypes`: 0 for censored, 1..K for the causes. */
  constructor(
    readonly durations: Numbers,
    readonly eventTypes: Numbers,
  ) {
    this.#order = orderBy(durations.length, (i) => durations[i] as number);
  }

  /**
   * Incidence of a cause by a time, as `aalenJohansen` tells it, of subjects taken so many times each; `undefined` after the last duration,
   * unless no one is left without an event. O(subjects).
   */
  incidence(cause: number, until: number, counts: Uint32Array): number | undefined {
    const { durations, eventTypes } = this,
      order = this.#order;
    let atRisk = 0,
      free = 1,
      found = 0,
      last = 0;
    for (let i = 0; i < counts.length; i++) atRisk += counts[i] as number;
    for (let k = 0; k < order.length;) {
      const t = durations[order[k] as number] as number;
      let own = 0,
        dead = 0,
        left = 0;
      for (; k < order.length && durations[order[k] as number] === t; k++) {
        const i = order[k] as number,
          n = counts[i] as number;
        left += n;
        if (eventTypes[i] !== 0) dead += n;
        if (eventTypes[i] === cause) own += n;
      }
      if (left === 0) continue;
      last = t;
      if (t <= until) found += (free * own) / atRisk;
      free = dead === atRisk ? 0 : free * (1 - dead / atRisk);
      atRisk -= left;
    }
    return until > last && free > 0 ? undefined : found;
  }
}
