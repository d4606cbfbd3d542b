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
  readonly parentId: string | null;
  readonly intents: readonly string[];
  readonly drivers: readonly string[];
  readonly sentiment: string | null;
  readonly harms: readonly string[];
  readonly refersTo: string | null;
  readonly ownReading: readonly string[];
  readonly agreement: boolean | null;
}

/** What was read of a message, and what is true of it. */
interface Judged {
  readonly read: ReadMessage;
  readonly truth: WorldMessage;
}

const COLUMNS =
  'messageId, stage, direction, parentId, intents, drivers, sentiment, harms, refersTo, ownReading, agreement';

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

/** Counts of what is told and what is true. */
function counts(
  rows: readonly Judged[],
  told: (row: Judged) => boolean,
  real: (row: Judged) => boolean,
): string {
  const right = rows.filter((row) => told(row) && real(row)).length,
    all = rows.filter(told).length,
    planted = rows.filter(real).length;
  const percent = (n: number, of: number): string => (of === 0 ? '–' : `${((100 * n) / of).toFixed(1)} %`);
  return `n ${rows.length} | precision ${percent(right, all)} (${right} of ${all}) | recall ${percent(right, planted)} (${right} of ${planted})`;
}

const complains = ({ read }: Judged): boolean => read.intents.includes('complaint');
/** By its own words. */
const complainsAlone = (row: Judged): boolean => complains(row) && !(Number(row.read.ownReading[2]) < 0.5);
const complaint = ({ truth }: Judged): boolean => truth.complaint;

describe(`what texts say in ${WORLDS} random worlds`, () => {
  const rows: Judged[] = [];
  it.for(Array.from({ length: WORLDS }, (_, i) => FIRST + i))('world %i is read', async (seed) => {
    rows.push(...(await judged(seed)));
  });

  it('prints what is told against what is planted', () => {
    const lines: string[] = [];
    const inbound = rows.filter(({ read }) => read.direction === 'inbound');
    for (const stage of ['private', 'public']) {
      const own = inbound.filter(({ read }) => read.stage === stage);
      lines.push(`complaint ${stage}: ${counts(own, complains, complaint)}`);
      lines.push(`  by own words: ${counts(own, complainsAlone, complaint)}`);
      for (const role of new Set(own.map(({ truth }) => truth.role))) {
        const ofRole = own.filter(({ truth }) => truth.role === role);
        const told = ofRole.filter(complains).length,
          drivers = ofRole.filter(({ read, truth }) =>
            truth.planted.drivers.some((d) => read.drivers.includes(d)),
          ).length,
          driven = ofRole.filter(({ truth }) => truth.planted.drivers.length > 0).length,
          none = ofRole.filter(({ read }) => read.drivers.length === 0).length;
        const tone = (name: string): number => ofRole.filter(({ read }) => read.sentiment === name).length;
        lines.push(
          `  ${role}: n ${ofRole.length}, truly complaints ${ofRole.filter(complaint).length}, told ${told} (alone ${ofRole.filter(complainsAlone).length}), agreements ${ofRole.filter(({ read }) => read.agreement).length}, referring ${ofRole.filter(({ read }) => read.refersTo !== null).length}, with parent ${ofRole.filter(({ read }) => read.parentId !== null).length}; driver right ${drivers} of ${driven}, none told ${none}; tone ${tone('negative')} / ${tone('neutral')} / ${tone('positive')} / ${tone('mixed')}`,
        );
      }
    }
    console.info(lines.join('\n'));
  });
});
