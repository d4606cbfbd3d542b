/** What a work that gives others their turn comes to. */
export function resultOf<Result>(work: Generator<unknown, Result>): Result {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}
