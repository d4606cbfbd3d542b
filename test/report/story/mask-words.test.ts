import { expect, it } from 'vitest';
import { maskedIn } from '../../../src/report/story/mask-words.js';

it('tells masks in the language of the report, and no other word in brackets', () => {
  const text = 'Call [nom] at [téléphone] [sic] [e-mail]';
  expect(maskedIn(text, 'en')).toBe('Call [name] at [phone] [sic] [e-mail]');
  expect(maskedIn(text, 'fr')).toBe(text);
});
