import { Parser } from 'htmlparser2';

/** A stretch of text inside one block, with the class and weight of the inline element it stands in. */
export interface Run {
  readonly text: string;
  readonly className: string;
  readonly bold: boolean;
}

/** The text between two block-level tags, in document order. A line break is `\n`. */
export interface Block {
  /** Nearest block-level element. */
  readonly tag: string;
  readonly className: string;
  readonly id: string;
  /** Number of the nearest `div`, `article`, `section` or `body` element: blocks side by side share it. */
  readonly group: number;
  /** The nearest block-level elements from outside in, as `tag.class class`; at most 12. */
  readonly within: readonly string[];
  readonly runs: readonly Run[];
  /** Runs joined, white space as written but collapsed; may begin or end with `\n`. */
  readonly raw: string;
  /** `raw` without outer space and with clean lines. Never empty. */
  readonly text: string;
  /** First link in the block. */
  readonly href: string | undefined;
}

interface Open {
  readonly tag: string;
  readonly className: string;
  readonly id: string;
  readonly block: boolean;
  readonly group: number;
}

const BLOCK_TAGS = new Set(
  'html body div p td th tr table tbody thead tfoot li ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article header footer aside main nav form blockquote pre hr figure figcaption center fieldset'.split(
    ' ',
  ),
);
const GROUP_TAGS = new Set(['div', 'article', 'section', 'body', 'blockquote']);
const SILENT_TAGS = new Set('script style head template noscript object iframe select textarea'.split(' '));
const BOLD_TAGS = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th']);
const MAX_DEPTH = 500;
/** Elements left open at most: the parser below searches all of them at each end tag. */
const MAX_OPEN = 5000;
const PIECE = 32_768;
const ROOT: Open = { tag: '', className: '', id: '', block: true, group: 0 };

/** Lines trimmed, spaces collapsed, at most one empty line in a row. */
export function cleanLines(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Turns the tags and texts of a page into blocks, one call a tag. */
class BlockBuilder {
  readonly blocks: Block[] = [];
  /** Elements opened and not closed, whatever their nesting. */
  unclosed = 0;
  private readonly open: Open[] = [];
  private runs: { text: string; className: string; bold: boolean }[] = [];
  private href: string | undefined;
  private groups = 0;
  private silent = 0;
  private bold = 0;

  start(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === 'br') return this.text('\n');
    const block = BLOCK_TAGS.has(tag);
    if (block) this.flush();
    if (tag === 'a' && this.silent === 0) this.href ??= attributes['href'];
    this.unclosed++;
    if (SILENT_TAGS.has(tag)) this.silent++;
    if (BOLD_TAGS.has(tag)) this.bold++;
    const parent = this.open.at(-1) ?? ROOT;
    if (this.open.length >= MAX_DEPTH) this.open.pop();
    this.open.push({
      tag,
      block,
      className: attributes['class'] ?? '',
      id: attributes['id'] ?? '',
      group: GROUP_TAGS.has(tag) ? ++this.groups : parent.group,
    });
  }

  text(text: string): void {
    if (this.silent > 0 || text === '') return;
    const className =
      this.open.findLast((element) => !element.block && element.className !== '')?.className ?? '';
    const last = this.runs.at(-1);
    const bold = this.bold > 0;
    if (last && last.className === className && last.bold === bold) last.text += text;
    else this.runs.push({ text, className, bold });
  }

  end(tag: string): void {
    if (tag === 'br') return;
    if (BLOCK_TAGS.has(tag)) this.flush();
    this.unclosed--;
    if (SILENT_TAGS.has(tag)) this.silent = Math.max(0, this.silent - 1);
    if (BOLD_TAGS.has(tag)) this.bold = Math.max(0, this.bold - 1);
    const index = this.open.findLastIndex((element) => element.tag === tag);
    if (index >= 0) this.open.length = index;
  }

  flush(): void {
    const raw = this.runs.map((run) => run.text).join('');
    const text = cleanLines(raw);
    if (text !== '') {
      const { tag, className, id, group } = this.open.findLast((element) => element.block) ?? ROOT;
      const within = this.open
        .slice(-40)
        .filter((element) => element.block)
        .slice(-12)
        .map((element) => `${element.tag}.${element.className}`);
      this.blocks.push({ tag, className, id, group, within, runs: this.runs, raw, text, href: this.href });
    }
    this.runs = [];
    this.href = undefined;
  }
}

/**
 * The text of a page as a flat list of blocks, for formats whose parts are told by their shape and class and whose markup may
 * be broken. Linear in the input; elements deeper than 500 levels are read as if they stood at that level, and reading ends
 * where 5,000 elements are left open.
 */
export function htmlBlocks(html: string): Block[] {
  const builder = new BlockBuilder();
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => builder.start(tag, attributes),
      ontext: (text) => builder.text(text.replace(/\s+/g, ' ')),
      onclosetag: (tag) => builder.end(tag),
    },
    { decodeEntities: true, recognizeSelfClosing: false },
  );
  for (let from = 0; from < html.length; from += PIECE) {
    parser.write(html.slice(from, from + PIECE));
    if (builder.unclosed > MAX_OPEN) break;
  }
  parser.end();
  builder.flush();
  return builder.blocks;
}
