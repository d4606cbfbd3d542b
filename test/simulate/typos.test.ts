import { describe, expect, it } from 'vitest';
import { createDraw } from '../../src/simulate/draw.js';
import { mistype } from '../../src/simulate/typos.js';

const none = { slips: 0, confusions: 0, habits: 0, noAccents: 0, lowerCase: 0 };

describe('typing', () => {
  it('careful people change nothing but the apostrophe', () => {
    const text = 'Ça n’a plus de goût, écrivez à lucie@courriel.example ou au 06 39 98 12 34 !';
    for (let seed = 0; seed < 20; seed++)
      expect(mistype(createDraw(seed), text, none).replaceAll("'", '’')).toBe(text);
  });

  it('leaves numbers, mentions and addresses alone, however careless', () => {
    const typed = mistype(
      createDraw(5),
      'Commande n° BR1234567 pour @brindaure lucie.martignac12@boite.example au 0639981234',
      { slips: 1, confusions: 1, habits: 1, noAccents: 0, lowerCase: 0 },
    );
    for (const kept of ['BR1234567', '@brindaure', 'lucie.martignac12@boite.example', '0639981234'])
      expect(typed).toContain(kept);
  });

  it('abbreviates and drops the negation as phones do', () => {
    expect(mistype(createDraw(1), 'je n’ai pas beaucoup', { ...none, habits: 10 }).replaceAll("'", '’')).toBe(
      'j’ai pas bcp',
    );
    expect(mistype(createDraw(1), 'il n’est jamais ouvert', { ...none, habits: 10 })).toBe(
      'il est jamais ouvert',
    );
  });
});
