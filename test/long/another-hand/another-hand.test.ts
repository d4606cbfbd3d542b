import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figuresRead, volumes } from './figures.js';
import { withQuarter } from './read-quarter.js';
import { markdown, type QuarterResult } from './table.js';
import { figuresOf } from './truth.js';
import { waitingKinds } from './waiting.js';

/** `ANOTHER_HAND`: how many quarters, from seed `ANOTHER_HAND_FIRST` on; `ANOTHER_HAND_TABLE`: a file for the table. See README.md for which seeds. */
const QUARTERS = Number(process.env['ANOTHER_HAND'] ?? 1);
const FIRST = Number(process.env['ANOTHER_HAND_FIRST'] ?? 1);

describe(`${QUARTERS} quarters of another hand`, () => {
  const results: QuarterResult[] = [];
  it.for(Array.from({ length: QUARTERS }, (_, at) => FIRST + at))(
    'quarter %i is read whole and measured',
    async (seed) => {
      await withQuarter(seed, async (read) => {
        const truth = figuresOf(
          read.quarter,
          read.files.map(({ file }) => file),
        );
        for (const { file, format, read: rows, kept, settled } of read.files) {
          if (file.aside === true) {
            expect.soft({ path: file.path, kept }).toEqual({ path: file.path, kept: 0 });
            continue;
          }
          expect.soft(format, file.path).toEqual(expect.any(String));
          expect
            .soft({ path: file.path, rows, settled })
            .toEqual({ path: file.path, rows: file.messages.length, settled: rows });
        }
        const own = await volumes(read);
        expect.soft(Object.keys(own).toSorted()).toEqual(Object.keys(truth.customers).toSorted());
        // No customer is lost; a supplier or an applicant may be taken for one.
        for (const [channel, n] of Object.entries(truth.customers)) {
          const more = (own[channel] ?? 0) - n;
          expect
            .soft({ channel, more, within: more >= 0 && more <= (truth.asides[channel] ?? 0) })
            .toMatchObject({ within: true });
        }
        results.push({ seed, figures: await figuresRead(read, truth), waiting: await waitingKinds(read) });
      });
    },
  );

  it('prints each figure beside its truth', () => {
    const table = markdown(results);
    console.info(table);
    if (process.env['ANOTHER_HAND_TABLE'] !== undefined)
      writeFileSync(process.env['ANOTHER_HAND_TABLE'], table);
    expect(table).toContain('| spill rate |');
  });
});
