import { expect, it } from 'vitest';
import { isInstant } from '../../src/normalise/mask-instants.js';

it.each([
  ['livraison le ', '05-11-26 08-10', true],
  ['livraison le ', '05.11.26 08.10', true],
  ['mon tél ', '05-11-26 08-10', false],
  ['appelez-moi au ', '06-11-26 08-10', false],
  ['je suis joignable au ', '06.11.26 08.10', false],
  ['my number is ', '06-11-26 08-10', false],
  ['le soir ', '05-11-26 20-15', false],
  ['le soir ', '06-72-26 08-10', false],
  ['le ', '05/11/26 14:00', true],
  ['15.', '06.26 21:08:43', true],
  ['tél 15.', '06.26 21:08:73', false],
  ['2026-', '06-15-21.08.43', true],
])('a day and a slot, its hours in order and no phone announced: %s%s', (before, found, instant) => {
  expect(isInstant(found, before.length, before + found)).toBe(instant);
});
