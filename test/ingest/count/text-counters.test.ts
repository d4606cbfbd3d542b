import { describe, expect, it } from 'vitest';
import { ChatCounter, OneRecord, PatternCounter, Recoded } from '../../../src/ingest/count/text-counters.js';
import { RowCounter } from '../../../src/ingest/count/row-counter.js';
import type { RecordCounter } from '../../../src/ingest/count/record-counter.js';

const counted = (
  counter: RecordCounter,
  text: string,
  cut = 7,
  encoding: BufferEncoding = 'utf8',
): number | undefined => {
  const bytes = Buffer.from(text, encoding);
  for (let at = 0; at < bytes.length; at += cut) counter.push(bytes.subarray(at, at + cut));
  return counter.end();
};

describe('counters of texts', () => {
  it('count the places of a pattern, those over a cut too, none twice', () => {
    expect(counted(new PatternCounter(/\nFrom /g), 'From a\nx\nFrom b\nFrom c', 3)).toBe(3);
  });
  it('count a file that is one record', () => {
    expect(counted(new OneRecord(), 'a\nb')).toBe(1);
  });
  it('count lines of a chat that begin as its first dated one, and what stands above', () => {
    const chat =
      '12/09/2026 09:58 - Zoé: ok\nsuite\n12/09/2026 09:59 - Léo: oui\n[12.09.2026, 10:00] autre style\n';
    expect(counted(new ChatCounter('utf-8'), chat)).toBe(2);
    expect(counted(new ChatCounter('utf-8'), `Exporté le jour même\n${chat}`)).toBe(3);
    expect(counted(new ChatCounter('utf-8', /^>/), '> a\nb\n> c')).toBe(2);
  });
  it('do not see marks of direction', () => {
    expect(
      counted(new ChatCounter('utf-8'), '\u200e12/09/2026 09:58 - Zoé: ok\n12/09/2026 09:59 - Zoé: ok'),
    ).toBe(2);
  });
  it('count what is written in another encoding', () => {
    const rows = new Recoded('utf-16le', new RowCounter(';'.charCodeAt(0), true, 0, 0));
    expect(counted(rows, 'a;b\nc;d\n', 3, 'utf16le')).toBe(2);
  });
});
