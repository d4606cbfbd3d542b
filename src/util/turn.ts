/**
 * Gives the event loop a turn: timers run, so that progress is told again while a long calculation goes on.
 *
 * @example
 * await othersTurn()
 * // → undefined
 */
export const othersTurn = (): Promise<void> => new Promise((done) => setImmediate(done));
