import { table } from 'arquero';
import { describe, expect, it } from 'vitest';
import { maskQuotes } from '../../src/enrich/mask-quotes.js';
import type { Metric } from '../../src/model/index.js';

const both = (text: string): { fr: string; en: string } => ({ fr: text, en: text });
const metric = (data: Record<string, readonly unknown[]>, limits?: string): Metric => ({
  name: 'verbatims',
  label: both('x'),
  unit: 'messages',
  value: 1,
  n: 1,
  denominator: both('x'),
  interval: null,
  method: both('x'),
  ...(limits === undefined ? {} : { limits: both(limits) }),
  table: table(data),
});

describe('maskQuotes', () => {
  it('masks names in the texts of a table, in the language of each, and says so', async () => {
    const [one] = await maskQuotes([
      metric(
        {
          text: [
            'Le pain était rassis, honteux. Cordialement, Hélène Marchand',
            'The delivery was late and the box was crushed. Kind regards, Margaret Ellis',
            null,
          ],
          groupSize: [3, 2, 1],
        },
        'Choix déterministe.',
      ),
    ]);
    expect(one?.table.columnNames()).toEqual(['text', 'groupSize']);
    expect(one?.table.array('text')).toEqual([
      'Le pain était rassis, honteux. Cordialement, [nom]',
      'The delivery was late and the box was crushed. Kind regards, [nom]',
      null,
    ]);
    expect(one?.table.array('groupSize')).toEqual([3, 2, 1]);
    expect(one?.limits?.fr).toMatch(/^Choix déterministe\. Dans les textes cités/);
  });

  it('keeps the brand, its accounts and its competitors; titles of the press stay', async () => {
    const [one] = await maskQuotes(
      [
        metric({
          text: [
            'Bonjour Claire Marchand, @brindaure et @lea_44 ne répondent pas, Paul Lactanie non plus',
            'Claire Marchand quitte Brindaure',
          ],
          stage: ['public', 'press'],
        }),
      ],
      { brand: 'Brindaure', competitors: ['Paul Lactanie'] },
    );
    expect(one?.table.array('text')).toEqual([
      'Bonjour [nom], @brindaure et @… ne répondent pas, Paul Lactanie non plus',
      'Claire Marchand quitte Brindaure',
    ]);
  });

  it('gives metrics without texts back as they are', async () => {
    const plain = metric({ driver: ['price'], n: [3] }),
      empty = metric({ text: [null] });
    const told = await maskQuotes([plain, empty]);
    expect(told[0]).toBe(plain);
    expect(told[1]).toBe(empty);
  });
});
