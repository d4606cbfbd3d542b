import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/report/escape.js';

describe('escapeHtml', () => {
  it('leaves nothing that opens a tag, an attribute or an entity', () => {
    expect(escapeHtml('<a href="x" onclick=\'y\'>&amp;</a>')).toBe(
      '&lt;a href=&quot;x&quot; onclick=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;',
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[<>"']/.test(escapeHtml(text))));
  });
  it('takes out what turns the writing around and control characters, keeps lines, emoji and accents', () => {
    expect(escapeHtml('a\u202Eb\u2066c\u0000d\u001b[31m\ne 👩‍🍳 é')).toBe('abcd[31m\ne 👩‍🍳 é');
    expect(escapeHtml('\ud800x')).toBe('\ufffdx');
  });
});
