/** Input doubled three times takes at most 2.3 times as long each time: 12.2 in all, where what looks back at everything takes 64. */
export const MORE = 8,
  AT_MOST = 2.3 ** 3;
/** Milliseconds under which nothing is measured; what is read in less counts as this. */
const LEAST_MS = 20;
/** A text that takes no time at this length is looked at no further. */
const LONGEST = 400_000;

/** Processor time of the fastest of some runs, in milliseconds. */
async function cost(times: number, run: () => Promise<unknown> | unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/**
 * How many times as long as `some` `many` takes, the least of three looks: a machine that others use disturbs one, not what grows by itself.
 * What is short enough for any of the looks is looked at once.
 */
export async function growth(
  some: () => Promise<unknown> | unknown,
  many: () => Promise<unknown> | unknown,
  atMost = AT_MOST,
): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 3 && least > atMost; time++) {
    const long = await cost(1, many);
    least = Math.min(least, long / LEAST_MS);
    if (least > atMost) least = long / Math.max(LEAST_MS, await cost(time === 0 ? 1 : 3, some));
  }
  return least;
}

/** The same of a text of so many repeats, from a number on that takes a while to read. */
export async function growthOf(text: (n: number) => string, run: (text: string) => unknown): Promise<number> {
  let n = 1000;
  for (let took = 0; ; n *= 2) {
    const some = text(n);
    took = await cost(2, () => run(some));
    if (took > 3 * LEAST_MS || some.length > LONGEST) break;
  }
  const some = text(n),
    many = text(MORE * n);
  return growth(
    () => run(some),
    () => run(many),
  );
}
