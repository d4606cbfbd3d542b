import { expect, it } from 'vitest';
import { PUBLIC, type CaseMessage } from '../../../src/cases/messages/case-message.js';
import { FIELDS } from '../../../src/cases/pairs/comparison.js';
import { otherMatters } from '../../../src/cases/weights/other-matters.js';
import { buildUnits } from '../../../src/cases/units/units.js';
import { inverseDocumentFrequency } from '../../../src/cases/messages/word-hashes.js';
import { caseMessage } from '../case-messages.js';

const DAY = 24 * 3_600_000;

it('takes messages of one address over thirty days apart for two matters, before a case as after one', () => {
  const found = (later: Partial<CaseMessage>): ReturnType<typeof otherMatters> =>
    otherMatters(
      buildUnits([
        caseMessage({ row: 1, thread: 1, author: 1, email: 7 }),
        caseMessage({ row: 2, thread: 2, author: 2, email: 7, stage: PUBLIC, ...later }),
      ]),
      inverseDocumentFrequency([]),
    );
  const far = found({ sentAt: 40 * DAY });
  expect([far.out.length, far.back.length, far.private.length]).toEqual([1, 1, 0]);
  // how far apart they lie was chosen
  expect(far.out[0]?.[FIELDS.indexOf('gap')]).toBe(0);
  expect(found({ sentAt: 20 * DAY }).out).toEqual([]);
  expect(found({ sentAt: 40 * DAY, email: 8 }).out).toEqual([]);
});
