import { expect, it } from 'vitest';
import { repairMojibake } from '../../../src/ingest/bytes/mojibake.js';

const latin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

it('repairs UTF-8 written as Latin-1 or Windows-1252', () => {
  for (const text of ['Déjà là', '❤️ merci', 'J’adore l’été', '😮', '日本'])
    expect(repairMojibake(latin1(text))).toBe(text);
  expect(repairMojibake('Jâ€™adore lâ€™Ã©tÃ©')).toBe('J’adore l’été');
});

it('leaves texts that are right, or not proven wrong', () => {
  for (const text of ['', 'plain', 'año', 'Ã', 'déjà', 'Ça', '日本', `${latin1('é')} et 日`, 'NOËL À'])
    expect(repairMojibake(text)).toBe(text);
});

it('is idempotent', () => {
  const once = repairMojibake(latin1('écœurant'));
  expect(repairMojibake(once)).toBe(once);
});
