import { expect, it } from 'vitest';
import { careRecord } from '../../../src/ingest/json/care-record.js';

const TOLD = { row: 1, platform: 'desk', contacts: ['ana@courriel.example', ' ', undefined] } as const;

it('tells contacts of the customer alone, the brand’s side elsewhere, and a message by what it holds', () => {
  expect(careRecord({ ...TOLD, direction: 'inbound', text: 'Bonjour', attachments: [] })).toEqual({
    row: 1,
    platform: 'desk',
    stage: 'private',
    direction: 'inbound',
    kind: 'message',
    text: 'Bonjour',
    authorContacts: ['ana@courriel.example'],
  });
  expect(careRecord({ ...TOLD, direction: 'internal', attachments: 2 })).toEqual({
    row: 1,
    platform: 'desk',
    stage: 'private',
    direction: 'internal',
    kind: 'media',
    authorIsBrand: true,
    attachments: 2,
  });
  const robot = careRecord({ ...TOLD, direction: 'outbound', automatic: true, text: 'Merci de noter' });
  expect([robot.kind, careRecord({ ...robot, direction: 'outbound', kind: 'ticket' }).kind]).toEqual([
    'system',
    'ticket',
  ]);
});
