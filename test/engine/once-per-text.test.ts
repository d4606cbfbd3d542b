import { describe, expect, it } from 'vitest';
import { oncePerText } from '../../src/engine/once-per-text.js';

describe('texts changed once', () => {
  it('asks for each text once, and gives as many as were asked for, in order', async () => {
    const asked: (readonly string[])[] = [];
    const change = oncePerText((texts) => {
      asked.push(texts);
      return Promise.resolve(texts.map((text) => text.toUpperCase()));
    });
    const both = await Promise.all([change(['a', 'b', 'a']), change(['b', 'c'])]);
    expect(both).toEqual([
      ['A', 'B', 'A'],
      ['B', 'C'],
    ]);
    expect(asked).toEqual([['a', 'b'], ['c']]);
  });

  it('asks nothing where no text is new: nobody would wait for the answer', async () => {
    let asked = 0;
    const change = oncePerText((texts) => {
      asked++;
      return Promise.resolve(texts);
    });
    expect([await change([]), await change(['a']), await change(['a'])]).toEqual([[], ['a'], ['a']]);
    expect(asked).toBe(1);
  });

  it('asks again after a failure', async () => {
    let down = true;
    const change = oncePerText((texts) => (down ? Promise.reject(new Error('no')) : Promise.resolve(texts)));
    await expect(change(['a'])).rejects.toThrow('no');
    down = false;
    expect(await change(['a'])).toEqual(['a']);
  });
});
