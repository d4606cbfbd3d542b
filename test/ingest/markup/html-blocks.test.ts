import { describe, expect, it } from 'vitest';
import { AT_MOST, growthOf } from '../../growth.js';
import { cleanLines, htmlBlocks } from '../../../src/ingest/markup/html-blocks.js';

describe('htmlBlocks', () => {
  it('gives the text between block tags with the classes of its runs', () => {
    const [first, second] = htmlBlocks(
      '<div class="a"><p class="b">x <b>bold</b><span class="hit">y</span><br>z</p>rest</div>',
    );
    expect(first).toMatchObject({ tag: 'p', className: 'b', text: 'x boldy\nz' });
    expect(first?.runs.map((run) => [run.text, run.className, run.bold])).toEqual([
      ['x ', '', false],
      ['bold', '', true],
      ['y', 'hit', false],
      ['\nz', '', false],
    ]);
    expect(second).toMatchObject({ tag: 'div', className: 'a', text: 'rest' });
    expect(first?.within).toEqual(['div.a', 'p.b']);
  });

  it('leaves scripts, styles and heads out, decodes entities', () => {
    expect(
      htmlBlocks(
        '<head><title>t</title></head><script>x</script><p>a&nbsp;&eacute;&amp;</p><style>p{}</style>',
      ).map((block) => block.text),
    ).toEqual(['a é&']);
  });

  it('numbers the divisions that hold the blocks', () => {
    const groups = htmlBlocks('<div><p>a</p><p>b</p></div><div><p>c</p></div>').map((block) => block.group);
    expect(groups[0]).toBe(groups[1]);
    expect(groups[2]).not.toBe(groups[0]);
  });

  it.each<readonly [string, (n: number) => string, string[]]>([
    ['nesting without end', (n) => `a${'<div>'.repeat(n)}`, ['a']],
    ['end tags without beginning', (n) => `${'<b>'.repeat(n)}${'</i>'.repeat(n)}`, []],
  ])('takes linear time for %s', async (_, text, said) => {
    expect(htmlBlocks(text(100_000)).map((block) => block.text)).toEqual(said);
    expect(await growthOf(text, htmlBlocks)).toBeLessThanOrEqual(AT_MOST);
  });
});

describe('cleanLines', () => {
  it('folds spaces and empty lines', () => {
    expect(cleanLines('  a\u00a0 b \n\n\n\n c ')).toBe('a b\n\nc');
  });
});
