import { expect, it } from 'vitest';
import { writeZendesk } from '../../../src/simulate/exports/helpdesk.js';
import type { SimulatedMessage } from '../../../src/simulate/truth.js';

const said = (direction: 'inbound' | 'outbound', sentAt: number): SimulatedMessage =>
  ({
    id: `z${sentAt}`,
    platform: 'zendesk',
    channel: 'ticket',
    stage: 'private',
    kind: 'ticket',
    direction,
    threadId: 't',
    authorName: direction === 'inbound' ? 'Ana Le Goff' : 'Rose – La Ruche',
    ...(direction === 'inbound' ? { person: { id: 7 }, authorId: 'ana@courriel.example' } : {}),
    sentAt,
    text: 'Bonjour',
    language: 'fr',
    planted: {},
  }) as unknown as SimulatedMessage;
const ticket = (messages: readonly SimulatedMessage[]): Record<string, unknown> =>
  JSON.parse(
    Buffer.from(writeZendesk(messages, [], 'ruche', 'z.json')[0]?.bytes ?? []).toString('utf8'),
  ) as Record<string, unknown>;

it('gives a ticket to the customer who asked, though an agent speaks first in what is exported', () => {
  const whole = ticket([said('inbound', 1000), said('outbound', 2000)]);
  const cut = ticket([said('outbound', 2000), said('inbound', 3000)]);
  expect(cut).toMatchObject({
    requester_id: whole['requester_id'],
    requester: { name: 'Ana Le Goff', role: 'end-user' },
  });
  expect(cut['submitter_id']).not.toBe(cut['requester_id']);
  const alone = ticket([said('outbound', 2000)]);
  expect(alone['requester_id']).not.toBe(alone['submitter_id']);
  expect(alone).toMatchObject({ requester: { name: null, email: null } });
});
