import { expect, it } from 'vitest';
import { mbox } from '../../../../src/ingest/formats/mbox.js';
import { describeShared } from '../../../shared.js';
import { expectIndexCounts, indexSamples } from '../../../ingest/read-sample.js';

describeShared('mailbox samples', () => {
  it('give the mails of the index', async () => {
    for (const reading of await expectIndexCounts(mbox, indexSamples('mbox')))
      expect(reading.rejects).toEqual([]);
  });
});
