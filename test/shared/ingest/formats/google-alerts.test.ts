import { expect, it } from 'vitest';
import { googleAlerts } from '../../../../src/ingest/formats/google-alerts.js';
import { describeShared } from '../../../shared.js';
import { expectIndexCounts, indexSamples } from '../../../ingest/read-sample.js';

describeShared('Google Alerts samples', () => {
  it('give the entries of the index', async () => {
    const readings = await expectIndexCounts(googleAlerts, indexSamples('google-alerts'));
    for (const { records } of readings)
      for (const record of records) expect(record.givenBrand).toMatch(/Console X|Philip Dick New/);
  });
});
