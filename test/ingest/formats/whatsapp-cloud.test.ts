import { describe, expect, it } from 'vitest';
import { whatsappCloud } from '../../../src/ingest/formats/whatsapp-cloud.js';
import { describeGolden, readText } from '../read-source.js';

describeGolden(whatsappCloud, ['webhooks.ndjson']);

describe('what only tells that a message went out', () => {
  it('is no message, and is told', async () => {
    const value = {
      messaging_product: 'whatsapp',
      metadata: {},
      statuses: [{ id: 'wamid.S1', status: 'read' }],
    };
    const { records, rejects } = await readText(whatsappCloud, JSON.stringify([value]), 'a.json');
    expect([records, rejects.map(({ reason }) => reason)]).toEqual([[], ['not-a-message']]);
  });
});
