import { describe, expect, it } from 'vitest';
import type { WorldMessage } from '../../../src/simulate/index.js';
import { matched } from './link-scores.js';
import { withWorld } from './read-world.js';

/** `READING=2` for a look; `READING_FIRST` is the first seed. */
const WORLDS = Number(process.env['READING'] ?? 4);
const FIRST = Number(process.env['READING_FIRST'] ?? 1501);

interface ReadMessage {
  readonly messageId: string;
  readonly stage: string;
  readonly direction: string;
  readonly intents: readonly string[];
  readonly drivers: readonly string[];
  readonly sentiment: string | null;
  readonly harms: readonly string[];
  readonly ownReading: readonly string[];
}

/** What was read of a message, and what is true of it. */
interface Judged {
  readonly read: ReadMessage;
  readonly truth: WorldMessage;
}

const COLUMNS = 'messageId, stage, direction, intents, drivers, sentiment, harms, ownReading';

async function judged(seed: number): Promise<readonly Judged[]> {
  return withWorld(seed, {}, async ({ corpus, written }) => {
    const { byId, unmatched } = await matched(corpus, written);
    expect(unmatched).toEqual([]);
    const rows = (
      await corpus.query(
        `SELECT ${COLUMNS} FROM messages WHERE speech = 'own' AND kind NOT IN ('system', 'deleted')`,
      )
    ).objects() as unknown as ReadMessage[];
    return rows.flatMap((read) => {
      const truth = byId.get(read.messageId);
      return truth === undefined ? [] : [{ read, truth }];
    });
  });
}

/** What is told against what is true. */
class Tally {
  readonly right: number;
  readonly told: number;
  readonly real: number;

  constructor(rows: readonly Judged[], told: (row: Judged) => boolean, real: (row: Judged) => boolean) {
    this.right = rows.filter((row) => told(row) && real(row)).length;
    this.told = rows.filter(told).length;
    this.real = rows.filter(real).length;
  }

  get precision(): number {
    return this.right / this.told;
  }

  get recall(): number {
    return this.right / this.real;
  }

  toString(): string {
    const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
    return `precision ${percent(this.precision)} (${this.right} of ${this.told}), recall ${percent(this.recall)} (${this.right} of ${this.real})`;
  }
}

const complains = ({ read }: Judged): boolean => read.intents.includes('complaint');
/** By its own words. */
const complainsAlone = (row: Judged): boolean => complains(row) && !(Number(row.read.ownReading[2]) < 0.5);
const complaint = ({ truth }: Judged): boolean => truth.complaint;
const driven = ({ truth }: Judged): boolean => truth.planted.drivers.length > 0;
const drivers = ({ read, truth }: Judged): boolean =>
  truth.planted.drivers.some((driver) => read.drivers.includes(driver));

describe(`what texts say in ${WORLDS} random worlds`, () => {
  const rows: Judged[] = [];
  const inbound = (stage: string, role?: string): readonly Judged[] =>
    rows.filter(
      ({ read, truth }) =>
        read.direction === 'inbound' && read.stage === stage && (role === undefined || truth.role === role),
    );
  it.for(Array.from({ length: WORLDS }, (_, i) => FIRST + i))('world %i is read', async (seed) => {
    rows.push(...(await judged(seed)));
  });

  it('prints each kind of message', () => {
    for (const stage of ['private', 'public'])
      for (const role of new Set(inbound(stage).map(({ truth }) => truth.role))) {
        const own = inbound(stage, role);
        const tone = (name: string): number => own.filter(({ read }) => read.sentiment === name).length;
        console.info(
          `${stage} ${role}: ${own.length}, complaints ${own.filter(complaint).length}, told ${own.filter(complains).length}, by own words ${own.filter(complainsAlone).length}; drivers told rightly ${own.filter(drivers).length} of ${own.filter(driven).length}; negative ${tone('negative')}, neutral ${tone('neutral')}, positive ${tone('positive')}`,
        );
      }
  });

  it('public complaints are found better with what is said by reference, and told as rightly', () => {
    const alone = new Tally(inbound('public'), complainsAlone, complaint),
      all = new Tally(inbound('public'), complains, complaint);
    console.info(`public complaints: by own words ${alone}; by reference too ${all}`);
    console.info(`private complaints: ${new Tally(inbound('private'), complains, complaint)}`);
    expect(all.recall).toBeGreaterThan(alone.recall);
    expect(all.precision).toBeGreaterThanOrEqual(alone.precision);
    expect(all.recall).toBeGreaterThanOrEqual(0.7);
    expect(all.precision).toBeGreaterThanOrEqual(0.7);
  });

  it('echoes of complaints are complaints, seven of ten', () => {
    const echoes = new Tally(inbound('public', 'echo'), complains, complaint);
    console.info(`echoes: ${echoes}`);
    expect(echoes.recall).toBeGreaterThanOrEqual(0.7);
  });

  it('spam is told rightly, and found in one case of four at least: the aim is three of five', () => {
    const spam = new Tally(
      inbound('public'),
      ({ read }) => read.harms.includes('spam') || read.harms.includes('scam'),
      ({ truth }) => truth.planted.harms.includes('spam'),
    );
    console.info(`spam or scam: ${spam}`);
    expect(spam.precision).toBeGreaterThanOrEqual(0.8);
    expect(spam.recall).toBeGreaterThanOrEqual(0.25);
  });
});
