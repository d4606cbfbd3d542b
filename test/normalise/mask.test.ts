import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalPhone, maskText } from '../../src/normalise/mask.js';
import { createPseudonymiser } from '../../src/normalise/pseudonym.js';

const pseudonym = createPseudonymiser('test key');
const masked = (text: string): string => maskText(text, pseudonym).text;

describe('maskText', () => {
  it.each([
    ['écrivez-moi à jean.petit+sav@exemple-fr.fr svp', 'écrivez-moi à [e-mail] svp'],
    ['mon tel 06 12 34 56 78', 'mon tel [téléphone]'],
    ['tel:0612345678.', 'tel:[téléphone].'],
    ['+33 (0)6 12 34 56 78', '[téléphone]'],
    ['+32 475 12 34 56 merci', '[téléphone] merci'],
    ['IBAN FR76 3000 6000 0112 3456 7890 189 svp', 'IBAN [IBAN] svp'],
    ['carte 4970 1012 3456 7890', 'carte [carte]'],
    ['Commande n° 45879632 pas reçue', 'Commande n° [commande] pas reçue'],
    ['commande numéro : CMD-2026-778', 'commande numéro : [commande]'],
    ['réf. FR12345X', 'réf. [commande]'],
    ['comande n° br4575833 jamais reçue', 'comande n° [commande] jamais reçue'],
    ['suivi BR-4575833', 'suivi [commande]'],
    ['mon achat BR4575833', 'mon achat [commande]'],
    ['lot L6164C, DLC 12/2026', 'lot L6164C, DLC 12/2026'],
    ['Lot L786094, commande BR4575833', 'Lot L786094, commande [commande]'],
    ['batch no. AB778899, lot n° 1234567', 'batch no. AB778899, lot n° 1234567'],
    [
      'lot numéro 778899 de la commande numéro 45879632',
      'lot numéro 778899 de la commande numéro [commande]',
    ],
    ['le lot commande 45879632, un pilot AB778899', 'le lot commande [commande], un pilot [commande]'],
    ['ma commande est arrivée en 2 jours', 'ma commande est arrivée en 2 jours'],
    ['3,99 € les 500 g, le 12/03/2026', '3,99 € les 500 g, le 12/03/2026'],
    ['client depuis 2019', 'client depuis 2019'],
    ['passé le 2026-01-01 00:12:33', 'passé le 2026-01-01 00:12:33'],
    ['2026-07-14 23:59:01;2026-07-06 12:34:56', '2026-07-14 23:59:01;2026-07-06 12:34:56'],
    ['créneau du 05/11/26 14:00', 'créneau du 05/11/26 14:00'],
    ['03/12/25 06:24:13', '03/12/25 06:24:13'],
    ['prévue le 05.11.26 - 08:00', 'prévue le 05.11.26 - 08:00'],
    ['congés 05/11/26-06/11/26', 'congés 05/11/26-06/11/26'],
    ['le 05/11 08:00-10:00', 'le 05/11 08:00-10:00'],
    ['ouvert 09:00-12:30 14:00-19:00', 'ouvert 09:00-12:30 14:00-19:00'],
    ['à 08:30:00 05/11/2026', 'à 08:30:00 05/11/2026'],
    ['le 05/11/26 14:00, 06 12 34 56 78', 'le 05/11/26 14:00, [téléphone]'],
    ['ouvert 08:00-12:00/14:00-18:00', 'ouvert 08:00-12:00/14:00-18:00'],
    ['joignable 09:00-18:00 06 12 34 56 78', 'joignable 09:00-18:00 [téléphone]'],
    ['dispo 08:00 - 09:30 : 06.12.34.56.78', 'dispo 08:00 - 09:30 : [téléphone]'],
    ['rappelez le 05/11/26 0612345678', 'rappelez le 05/11/26 [téléphone]'],
    ['rappelez le 05/06/26 - 06 12 34 56 78', 'rappelez le 05/06/26 - [téléphone]'],
    ['06.12.34.56.78 07 12 34 56 78', '[téléphone] [téléphone]'],
    ['livraison le 05-11-26 08-10', 'livraison le 05-11-26 08-10'],
    ['mon tél 05-11-26 08-10', 'mon tél [téléphone]'],
    ['joignable le soir 05-11-26 20-15', 'joignable le soir [téléphone]'],
    ['joignable le soir 06-72-26 08-10', 'joignable le soir [téléphone]'],
    ['tél 06/12/24/20/15', 'tél [téléphone]'],
    ['tél 06.12.24.20.15', 'tél [téléphone]'],
    ['tél 06:12:24:20:15', 'tél [téléphone]'],
    ['tél 06.12.24 20 15', 'tél [téléphone]'],
    ['lot 2099-06 12 34 56 78', 'lot 2099-[téléphone]'],
    ['poste 2026-06-45 12:34:56', 'poste 2026-[téléphone]'],
    ['@marque merci', '@marque merci'],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it('gives the same key for the same phone however it is written', () => {
    const keys = ['06.12.34.56.78', '+33612345678', '0033 6 12 34 56 78', '+33 (0)6-12-34-56-78'].map(
      (text) => maskText(text, pseudonym).contactKeys,
    );
    expect(new Set(keys.flat()).size).toBe(1);
    expect(canonicalPhone('06 12 34 56 78')).toBe('33612345678');
  });

  it('gives the same key for the same order with and without separators', () => {
    const [a, b] = ['commande FR-77821', 'order #fr77821'].map(
      (text) => maskText(text, pseudonym).contactKeys,
    );
    expect(a).toEqual(b);
    expect(a).toHaveLength(1);
  });

  it('is idempotent and never throws', () => {
    const word = constantFrom(
      '06 12 34 56 78',
      'a@b.fr',
      'commande 123456',
      '\u0000',
      '\uD800',
      'é',
      '@',
      '+33',
      ' ',
      '.',
    );
    assert(
      property(array(oneof(word, string()), { maxLength: 12 }), (parts) => {
        const once = masked(parts.join(' '));
        expect(masked(once)).toBe(once);
      }),
    );
  });

  it('takes linear time on hostile texts', () => {
    for (const text of [
      'a@'.repeat(200_000),
      '0'.repeat(500_000),
      `commande ${'-'.repeat(400_000)}1`,
      '+1 '.repeat(200_000),
      'a.'.repeat(200_000) + '@x',
    ]) {
      expect(masked(text).length).toBeGreaterThan(0);
    }
  });
});
