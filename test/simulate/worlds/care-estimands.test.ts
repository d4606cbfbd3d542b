import { describe, expect, it } from 'vitest';
import { careOf, share, waitingOf } from '../../../src/simulate/worlds/care-estimands.js';
import { HOUR, type Setting } from '../../../src/simulate/worlds/setting.js';
import type { WorldMessage } from '../../../src/simulate/worlds/world-truth.js';

let next = 0;
const message = (more: Partial<WorldMessage>): WorldMessage =>
  ({
    id: `m${next++}`,
    stage: 'private',
    channel: 'whatsapp',
    direction: 'inbound',
    speech: 'own',
    role: 'complaint',
    complaint: true,
    sentAt: 0,
    planted: {},
    ...more,
  }) as WorldMessage;
const ofCase = (caseId: string, more: Partial<WorldMessage>): WorldMessage =>
  message({ planted: { caseId } as WorldMessage['planted'], ...more });
const answer = (caseId: string, hours: number): WorldMessage =>
  ofCase(caseId, { direction: 'outbound', role: 'answer', complaint: false, sentAt: hours * HOUR });
const setting = (messages: readonly WorldMessage[], cases: readonly string[] = []): Setting =>
  ({
    messages,
    cases: cases.map((caseId) => ({ caseId, resolvedAt: null, spilledAt: null })),
  }) as unknown as Setting;

describe('true care figures', () => {
  it('count matters answered by a human, and the median of the hours of those', () => {
    const { responseRate, firstReplyHours } = careOf(
      setting([
        ofCase('a', {}),
        answer('a', 2),
        answer('a', 9),
        ofCase('b', {}),
        answer('b', 6),
        ofCase('c', {}),
        ofCase('c', { direction: 'outbound', role: 'automatic', sentAt: HOUR }),
        // A compliment asks for nothing, and an applicant is no customer.
        ofCase('d', { role: 'compliment', complaint: false }),
        message({ talkId: 'e', role: 'application', speech: 'business', complaint: false }),
      ]),
    );
    expect(responseRate).toEqual({ whatsapp: { n: 2, of: 3, share: 2 / 3 } });
    expect(firstReplyHours).toEqual({ whatsapp: { answered: 2, median: 2 } });
  });
  it('count public complaints that have a reply of the brand', () => {
    const asked = message({ stage: 'public', channel: 'x-post' });
    const reply = message({
      stage: 'public',
      direction: 'outbound',
      role: 'publicReply',
      complaint: false,
      parentId: asked.id,
    });
    const { responseRate } = careOf(setting([asked, message({ stage: 'public', channel: 'x-post' }), reply]));
    expect(responseRate).toEqual({ 'x-post': { n: 1, of: 2, share: 0.5 } });
    expect(share(0, 0)).toEqual({ n: 0, of: 0, share: null });
  });
});

describe('cases whose customer waits', () => {
  it('are those nobody answered, and those that protested since', () => {
    const messages = [
      ofCase('never', {}),
      ofCase('answered', {}),
      answer('answered', 2),
      ofCase('protests', {}),
      answer('protests', 2),
      ofCase('protests', { sentAt: 3 * HOUR }),
      ofCase('thanks', {}),
      answer('thanks', 2),
      ofCase('thanks', { complaint: false, role: 'thanks', sentAt: 3 * HOUR }),
    ];
    expect(waitingOf(setting(messages, ['never', 'answered', 'protests', 'thanks']))).toBe(2);
  });
});
