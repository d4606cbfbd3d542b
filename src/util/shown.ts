/** By what Node, and a notebook, asks a value how it is shown. */
const SHOWN = Symbol.for('nodejs.util.inspect.custom');

/** A value that a console or the last line of a cell shows as `shown` gives it; nothing else of it changes. */
export const shownAs = <Value extends object>(value: Value, shown: () => object): Value =>
  Object.defineProperty(value, SHOWN, { value: shown, enumerable: false });
