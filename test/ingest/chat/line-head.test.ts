import { describe, expect, it } from 'vitest';
import { readHead } from '../../../src/ingest/chat/line-head.js';

const RLM = '\u200f',
  NNBSP = '\u202f';

/** Line as an export of that locale writes it, the date numbers in the order written, hour, minute, second. */
const HEADS: readonly (readonly [string, string, readonly number[], string])[] = [
  ['fr', '12/09/2026 09:58 - Léa: oui', [12, 9, 2026], '9:58:0'],
  ['fr, older', '12/03/2019 à 14:05 - Léa: oui', [12, 3, 2019], '14:5:0'],
  ['fr-CA', '2020-02-01 14 h 05 - Léa: oui', [2020, 2, 1], '14:5:0'],
  ['fr, iPhone', '[12/03/2019 14:05:33] Léa: oui', [12, 3, 2019], '14:5:33'],
  ['en-US', '1/2/20, 2:05 PM - Max: hi', [1, 2, 20], '14:5:0'],
  ['en-US, iPhone', `[1/2/20, 12:05:33${NNBSP}AM] Max: hi`, [1, 2, 20], '0:5:33'],
  ['en-GB, old iPhone', '01/02/14 14:05:33: Max: hi', [1, 2, 14], '14:5:33'],
  ['en-CA', '2016-08-06, 1:18 p.m. - Max: hi', [2016, 8, 6], '13:18:0'],
  ['es', '1/2/20, 2:05\u00a0p.\u00a0m. - Pepe: hola', [1, 2, 20], '14:5:0'],
  ['de', '01.02.20 um 14:05 Uhr - Max: hi', [1, 2, 20], '14:5:0'],
  ['pt', '01/02/2020 às 14:05 - João: oi', [1, 2, 2020], '14:5:0'],
  ['nl', '01-02-2020 14:05 - Jan: hoi', [1, 2, 2020], '14:5:0'],
  ['tr', '1.02.2020 ÖS 2:05 - Ali: selam', [1, 2, 2020], '14:5:0'],
  ['fi, iPhone', '[1.2.2020 klo 14.08.18] Aino: moi', [1, 2, 2020], '14:8:18'],
  ['da', '01/02/2020 14.05 - Lars: hej', [1, 2, 2020], '14:5:0'],
  ['hu', '2020. 01. 02. 14:05. - Anna: szia', [2020, 1, 2], '14:5:0'],
  ['hu, 12 hours', '[2020. 01. 02. du. 2:05:33] Anna: szia', [2020, 1, 2], '14:5:33'],
  ['cs', '1. 2. 2020, 14:05 - Eva: ahoj', [1, 2, 2020], '14:5:0'],
  ['bg', '1.02.2020 г., 14:05 ч. - Иван: здравей', [1, 2, 2020], '14:5:0'],
  ['el', '1/2/20, 2:05 μ.μ. - Νίκος: γεια', [1, 2, 20], '14:5:0'],
  ['vi', '14:05, 01/02/2020 - Linh: chào', [1, 2, 2020], '14:5:0'],
  ['zh', '2020/2/1 下午2:05 - 小明: 你好', [2020, 2, 1], '14:5:0'],
  ['ko', '2020년 2월 1일 오후 2:05 - 민수: 안녕', [2020, 2, 1], '14:5:0'],
  ['ar', `${RLM}١${RLM}/٢${RLM}/٢٠٢٠, ٢:٠٥ م - علي: مرحبا`, [1, 2, 2020], '14:5:0'],
  ['fa', '۱۳۹۹/۵/۱۲، ۱۴:۰۵ - رضا: سلام', [1399, 5, 12], '14:5:0'],
  ['he', '1.2.2020, 14:05 - דני: שלום', [1, 2, 2020], '14:5:0'],
  ['impossible 12 hours', '13/12/2020, 13:37 p.m. - X: y', [13, 12, 2020], '13:37:0'],
];

describe('readHead', () => {
  it.each(HEADS)('reads %s', (_, line, date, time) => {
    const head = readHead(line);
    expect(head?.date).toEqual(date);
    expect(`${head?.hour}:${head?.minute}:${head?.second}`).toBe(time);
    expect(head?.rest).toMatch(/^\p{L}+: \p{L}/u);
    expect(head?.unknownWord).toBeUndefined();
  });

  it.each([
    'Le 12/09/2026 14:05 - un rendez-vous',
    '10/10 - je recommande',
    '2 yaourts à 3:50 - trop cher',
    '12/09/2026',
    '31/31/2026, 10:00 - x',
    '12/09/2026 99:05 - x',
    '',
    '[',
  ])('does not take %j for a head', (line) => {
    expect(readHead(line)).toBeUndefined();
  });

  it('names a word that it does not know, so that the whole file can decide', () => {
    expect(readHead('12/09/2026 rendez-vous à 14:05 - apporter le dossier')?.unknownWord).toBe('rendezvousà');
  });

  it('ignores direction marks before the bracket and keeps those of the text', () => {
    expect(readHead('\u200e[12/09/2026, 14:06:02] Ada: \u200eimage omitted')?.rest).toBe(
      'Ada: \u200eimage omitted',
    );
  });
});
