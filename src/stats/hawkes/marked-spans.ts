import { placeIn, spansWithout, type Span } from './kernel-baseline.js';

/** The spans of each mark in which its targets are explained. */
export class MarkedSpans {
  readonly ofMarks: readonly (readonly Span[])[];
  /** The same for marks that have the same spans, as most have: what is added up over them is so once. */
  readonly #keys: readonly string[];

  constructor(horizon: number, marks: number, shocks: readonly (Span & { readonly mark: number | null })[]) {
    this.ofMarks = Array.from({ length: marks }, (_, mark) =>
      spansWithout(
        horizon,
        shocks.filter((one) => one.mark === null || one.mark === mark),
      ),
    );
    this.#keys = this.ofMarks.map((spans) => JSON.stringify(spans));
  }

  holds(mark: number, t: number): boolean {
    return placeIn(this.ofMarks[mark] ?? [], t) >= 0;
  }

  /** `over` of the spans of each mark, worked out once for the same spans. */
  each<T>(over: (spans: readonly Span[]) => T): (mark: number) => T {
    const known = new Map<string, T>();
    return (mark) => {
      const key = this.#keys[mark] as string,
        value = known.get(key) ?? over(this.ofMarks[mark] as readonly Span[]);
      known.set(key, value);
      return value;
    };
  }
}
