import { describe, expect, it } from 'vitest';
import { runsUnder, SETS, sharedRuns, type SetName } from '../overlap/text-sets.js';
import { shared } from '../shared.js';

const WORDS = 5;

/** Runs of which public sets and our own texts may both be made, with why. */
const ALLOWED: Readonly<Partial<Record<SetName, Readonly<Record<string, string>>>>> = {};

describe('the public labelled sets share no sentence with', () => {
  const known = runsUnder(shared('data/labelled'), WORDS);

  it('nothing, where they are not read', () => expect(known.size).toBeGreaterThan(500_000));

  it.each(['demos', 'worlds', 'falseFriends'] as const)('%s', (name) => {
    expect(sharedRuns(SETS[name](), known, WORDS)).toEqual(Object.keys(ALLOWED[name] ?? {}).toSorted());
  });
});
