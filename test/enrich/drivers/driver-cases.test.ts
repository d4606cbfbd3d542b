import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEnricher, type Enricher } from '../../../src/enrich/enricher.js';
import { DRIVER_READING } from '../../../src/metrics/priorities/driver-reading.js';
import { DRIVERS } from '../../../src/model/enrichment.js';

interface DriverCase {
  readonly text: string;
  /** `care` and `followup` are private, `feed` stood under a post. */
  readonly place: string;
  /** Drivers that both passes gave, and those that one of them gave alone: neither right nor wrong. */
  readonly drivers: readonly string[];
  readonly doubt: readonly string[];
}

const contentOf = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const casesOf = (file: string): DriverCase[] =>
  contentOf(file)
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [text = '', place = '', ...passes] = line.split('\t');
      const [first = [], second = []] = passes.map((cell) => (cell === '-' ? [] : cell.split(',')));
      const drivers = first.filter((driver) => second.includes(driver));
      return { text, place, drivers, doubt: [...first, ...second].filter((one) => !drivers.includes(one)) };
    });

let enricher: Enricher;
beforeAll(async () => {
  enricher = await createEnricher();
});

/** Drivers told of each case, but those in doubt. */
function toldOf(own: readonly DriverCase[], genre: 'comment' | 'private'): string[][] {
  const { drivers } = enricher.enrich({
    length: own.length,
    text: own.map(({ text }) => text),
    title: own.map(() => null),
    genre: own.map(() => genre),
    givenLanguage: own.map(() => null),
    direction: own.map(() => (genre === 'comment' ? null : 'inbound')),
  });
  return own.map(({ doubt }, i) => (drivers[i] ?? []).filter((driver) => !doubt.includes(driver)));
}

/** Drivers told rightly, told and true of the cases of one place. */
function counts(cases: readonly DriverCase[], place: string): { right: number; told: number; real: number } {
  const own = cases.filter((one) => one.place === place),
    told = toldOf(own, place === 'feed' ? 'comment' : 'private');
  return {
    right: told.flatMap((list, i) => list.filter((driver) => own[i]?.drivers.includes(driver))).length,
    told: told.flat().length,
    real: own.flatMap((one) => one.drivers).length,
  };
}

describe('quality drivers of what customers write', () => {
  it('are known of both files, and the locked one is as it was drawn', () => {
    for (const file of ['driver-cases.tsv', 'driver-cases-locked.tsv'])
      for (const { drivers, doubt, text } of casesOf(file))
        expect(
          [...drivers, ...doubt].filter((one) => !(DRIVERS as readonly string[]).includes(one)),
          text,
        ).toEqual([]);
    expect(createHash('sha256').update(contentOf('driver-cases-locked.tsv')).digest('hex')).toBe(
      '21ac54a8d6d4c48030f02eafc67114f6e5fe9cbf53d430f3c6ee69179a1e771b',
    );
  });

  it.each([
    ['driver-cases.tsv', 'care', 0.8, 0.7],
    ['driver-cases.tsv', 'feed', 0.85, 0.68],
    ['driver-cases-locked.tsv', 'care', 0.7, 0.4],
    ['driver-cases-locked.tsv', 'feed', 0.7, 0.4],
  ])('%s, %s: of those told %d are right, of those said %d are found', (file, place, precision, recall) => {
    const { right, told, real } = counts(casesOf(file), place);
    console.info(`${file}, ${place}: ${right} right of ${told} told, of ${real}`);
    expect(right / told).toBeGreaterThanOrEqual(precision);
    expect(right / real).toBeGreaterThanOrEqual(recall);
  });

  it('are read of messages to a care desk as the interval of efforts takes them to be', () => {
    const own = ['driver-cases.tsv', 'driver-cases-locked.tsv']
        .flatMap(casesOf)
        .filter(({ place }) => place !== 'feed'),
      told = toldOf(own, 'private');
    const count = (holds: (one: DriverCase, list: readonly string[]) => boolean): number =>
      own.filter((one, i) => holds(one, told[i] ?? [])).length;
    const found = DRIVERS.map((driver) => [
      driver,
      [
        count(({ drivers }, list) => drivers.includes(driver) && list.includes(driver)),
        count(({ drivers }, list) => drivers.includes(driver) && !list.includes(driver)),
        count(({ drivers }, list) => !drivers.includes(driver) && list.includes(driver)),
      ],
    ]);
    expect(DRIVER_READING).toEqual(Object.fromEntries(found));
  });
});
