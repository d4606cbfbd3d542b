import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { eml } from '../../../../src/ingest/formats/eml.js';
import { mbox } from '../../../../src/ingest/formats/mbox.js';
import { describeShared } from '../../../shared.js';
import { expectIndexCounts, indexSamples } from '../../../ingest/read-sample.js';

/** A “From ” line before the headers makes a mailbox of it, whatever it is called. */
const isBox = ({ path }: { readonly path: string }): boolean =>
  readFileSync(path).subarray(0, 5).toString() === 'From ';

describeShared('e-mail samples', () => {
  it('give one mail each, those that are mailboxes of one mail too', async () => {
    const samples = indexSamples('email');
    const readings = [
      ...(await expectIndexCounts(
        eml,
        samples.filter((one) => !isBox(one)),
      )),
      ...(await expectIndexCounts(mbox, samples.filter(isBox))),
    ];
    for (const reading of readings) expect(reading.rejects).toEqual([]);
  });
});
