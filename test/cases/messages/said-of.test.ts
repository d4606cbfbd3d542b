import { expect, it } from 'vitest';
import { saidOf } from '../../../src/cases/messages/said-of.js';

it('reads the words of each side for what they can say', () => {
  expect(saidOf('Auriez-vous une photo ?', true, false, false)).toEqual({
    asks: true,
    thanks: false,
    protests: false,
    awaits: false,
    informs: false,
    outcome: undefined,
  });
  expect(saidOf('Avez-vous d’autres questions ?', true, true, false).asks).toBe(false);
  expect(saidOf('Avez-vous d’autres questions ?', false, false, false).asks).toBe(true);
  expect(saidOf('Transmis au dépôt, vous aurez une réponse mardi.', true, false, false).asks).toBe(true);
  expect(saidOf('Merci !', false, false, true)).toMatchObject({ asks: false, thanks: true });
  expect(saidOf(null, false, false, true)).toMatchObject({ asks: false, outcome: undefined });
});
