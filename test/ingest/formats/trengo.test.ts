import { describe, expect, it } from 'vitest';
import { trengo } from '../../../src/ingest/formats/trengo.js';
import { describeGolden } from '../read-source.js';
import { readText } from '../read-sample.js';

describeGolden(trengo, ['tickets.json', 'messages.json']);

describe('a ticket that begins with what the tool says', () => {
  it('is read all the same', async () => {
    const message = { ticket_id: 1, created_at: '2026-03-02 10:00:00' };
    const messages = [
      { ...message, id: 9, type: 'SYSTEM', message: 'Assigned' },
      { ...message, id: 10, type: 'INBOUND', message: 'Yaourt périmé', contact: { id: 5, name: 'Lou' } },
    ];
    const { records } = await readText(trengo, JSON.stringify({ data: [{ id: 1, messages }] }), 'a.json', {});
    expect(records.map(({ id, direction, text }) => [id, direction, text])).toEqual([
      ['10', 'inbound', 'Yaourt périmé'],
    ]);
  });
});
