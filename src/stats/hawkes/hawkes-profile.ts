import { decayRange, sum, targetsOf, type Estimate, type Plan } from './hawkes-estimate.js';
import type { EventSequence } from './hawkes-model.js';
import type { Standing, Target } from './hawkes-target.js';

/** Decays, with every type at its best under them. */
interface Node {
  readonly logBeta: number;
  readonly beta: readonly (readonly number[])[];
  readonly targets: readonly Target[];
  readonly standings: readonly Standing[];
  readonly reached: readonly number[];
  /** Per parameter, where its last profile ended: the next one starts there. */
  readonly last: Map<string, Standing>;
}

/** Decays on which a profile is followed, in standard errors of the log decay around the fitted one. */
const OFFSETS = [-2.4, -1.2, 0, 1.2, 2.4];

/** Step of the log decay from which its standard error is had, and the most that error is taken for. */
const STEP = 0.15;
const MOST_ERROR = 0.7;

/**
 * Profile likelihood of single parameters: level, other effects, an estimated rhythm and a fitted decay follow along. The shared
 * decay, or of decays per pair that of the effect itself, is followed on five values with a parabola through the best.
 */
export class HawkesProfile {
  private readonly middle: Node;
  private readonly rows = new Map<string, readonly Node[]>();

  constructor(
    private readonly events: EventSequence,
    private readonly plan: Plan,
    private readonly estimate: Estimate,
  ) {
    this.middle = this.node(0, estimate.beta, estimate.standings);
  }

  private node(logBeta: number, beta: Node['beta'], from: readonly Standing[]): Node {
    const targets = targetsOf(this.events, this.plan, this.estimate.tilts);
    const reached = targets.map((target, i) =>
      target.climb(beta[i] as number[], { from: from[i] as Standing, precision: 1e-4 }),
    );
    return {
      logBeta,
      beta,
      targets,
      standings: targets.map(({ standing }) => standing),
      reached,
      last: new Map(),
    };
  }

  /** The decays that follow along with a parameter, upwards; the fitted one among them. */
  private nodesOf(type: number, index: number): readonly Node[] {
    const { kind } = this.plan.decay,
      { beta } = this.estimate;
    if (kind === 'given' || (kind === 'pair' && index === 0)) return [this.middle];
    const key = kind === 'shared' ? '' : `${type} ${index}`;
    const known = this.rows.get(key);
    if (known !== undefined) return known;
    const fitted = Math.log(beta[type]?.[kind === 'shared' ? 0 : index - 1] as number);
    const built = this.around(fitted, (logBeta) =>
      beta.map((row, i) =>
        row.map((own, j) => (kind === 'shared' || (i === type && j === index - 1) ? Math.exp(logBeta) : own)),
      ),
    );
    this.rows.set(key, built);
    return built;
  }

  private around(fitted: number, betaAt: (logBeta: number) => number[][]): Node[] {
    const [low, high] = decayRange(this.events.horizon),
      middle = { ...this.middle, logBeta: fitted };
    const nodeAt = (logBeta: number): Node => this.node(logBeta, betaAt(logBeta), middle.standings);
    const beside = sum([-STEP, STEP].flatMap((step) => nodeAt(fitted + step).reached));
    const curvature = (2 * sum(middle.reached) - beside) / STEP ** 2;
    const error = this.estimate.decayAtBound
      ? MOST_ERROR
      : Math.min(MOST_ERROR, 1 / Math.sqrt(Math.max(curvature, 1e-9)));
    const places = OFFSETS.map((offset) =>
      offset === 0 ? fitted : Math.min(high, Math.max(low, fitted + offset * error)),
    );
    return places
      .filter((place, k) => k === 0 || place > (places[k - 1] as number) + 1e-6)
      .map((place) => (place === fitted ? middle : nodeAt(place)));
  }

  /** Highest value over the decays, tried outwards from the fitted one while they rise. */
  private highest(nodes: readonly Node[], valueAt: (node: Node) => number): number {
    const known = new Map<number, number>(),
      end = nodes.length - 1;
    const value = (k: number): number => {
      let own = known.get(k);
      if (own === undefined) known.set(k, (own = valueAt(nodes[k] as Node)));
      return own;
    };
    let k = Math.max(
      0,
      nodes.findIndex(({ beta }) => beta === this.middle.beta),
    );
    for (const way of [1, -1]) while (k + way >= 0 && k + way <= end && value(k + way) > value(k)) k += way;
    const top = value(k);
    if (k === 0 || k === end) return top;
    const x = (j: number): number => (nodes[j] as Node).logBeta - (nodes[k] as Node).logBeta;
    const [a, b] = [x(k - 1), x(k + 1)],
      [u, v] = [value(k - 1) - top, value(k + 1) - top];
    const slope = (u * b * b - v * a * a) / (a * b * (b - a)),
      bend = (v * a - u * b) / (a * b * (b - a));
    return bend < 0 ? top - slope ** 2 / (4 * bend) : top;
  }

  /** How much the log-likelihood falls when this parameter of a type (0: level, j + 1: effect of type j) is held at x. */
  drop(type: number, index: number, x: number): number {
    const held = new Map([[index, x]]),
      nodes = this.nodesOf(type, index),
      key = `${type} ${index}`;
    return (
      this.highest(nodes, ({ reached }) => sum(reached)) -
      this.highest(nodes, ({ beta, targets, standings, reached, last }) => {
        const target = targets[type] as Target;
        const value = target.climb(beta[type] as number[], {
          held,
          from: last.get(key) ?? (standings[type] as Standing),
          precision: 3e-3,
        });
        last.set(key, target.standing);
        return sum(reached) - (reached[type] as number) + value;
      })
    );
  }
}
