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

interface Open { readonly tag: string; readonly className: string; readonly id: string; readonly block: boolean; readonly group: number }

const BLOCK_TAGS = new Set('html body div p td th tr table tbody thead tfoot li ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article header footer aside main nav form blockquote pre hr figure figcaption center fieldset'.split(' '));
const GROUP_TAGS = new Set(['div', 'article', 'section', 'body', 'blockquote']);
const SILENT_TAGS = new Set(['script', 'style', 'head', 'template', 'noscript', 'object', 'iframe', 'select', 'textarea']);
const BOLD_TAGS = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th']);
const MAX_DEPTH = 500;
/** Elements left open at most: the parser below searches all of them at each end tag. */
const MAX_OPEN = 5000;
const PIECE = 32_768;
const ROOT: Open = { tag: '', className: '', id: '', block: true, group: 0 };

/** Lines trimmed, spaces collapsed, at most one empty line in a row. */
export function cleanLines(text: string): string {
  return text.replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
}

/**
 * The text of a page as a flat list of blocks, for formats whose parts are told by their shape and class and whose markup may
 * be broken. Linear in the input; elements deeper than 500 levels are read as if they stood at that level,
 * and reading ends where 5,000 elements are left open.
 */
export function htmlBlocks(html: string): Block[] {
  const blocks: Block[] = [];
  const open: Open[] = [];
  let runs: { text: string; className: string; bold: boolean }[] = [];
  let href: string | undefined;
  let groups = 0;
  let silent = 0;
  let unclosed = 0;
  let bold = 0;

  const flush = (): void => {
    const raw = runs.map((run) => run.text).join('');
    const text = cleanLines(raw);
    if (text !== '') {
      const holder = open.findLast((element) => element.block) ?? ROOT;
      const within = open.slice(-40).filter((element) => element.block).slice(-12).map((element) => `${element.tag}.${element.className}`);
      blocks.push({ tag: holder.tag, className: holder.className, id: holder.id, group: holder.group, within, runs, raw, text, href });
    }
    runs = [];
    href = undefined;
  };
  const add = (text: string): void => {
    if (silent > 0 || text === '') return;
    const className = open.findLast((element) => !element.block && element.className !== '')?.className ?? '';
    const last = runs.at(-1);
    if (last && last.className === className && last.bold === bold > 0) last.text += text;
    else runs.push({ text, className, bold: bold > 0 });
  };

  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'br') return add('\n');
      unclosed++;
      const block = BLOCK_TAGS.has(tag);
      if (block) flush();
      if (tag === 'a' && silent === 0) href ??= attributes['href'];
      if (SILENT_TAGS.has(tag)) silent++;
      if (BOLD_TAGS.has(tag)) bold++;
      const parent = open.at(-1) ?? ROOT;
      if (open.length >= MAX_DEPTH) open.pop();
      open.push({
        tag, block, className: attributes['class'] ?? '', id: attributes['id'] ?? '',
        group: GROUP_TAGS.has(tag) ? ++groups : parent.group,
      });
    },
    ontext: (text) => add(text.replace(/\s+/g, ' ')),
    onclosetag(tag) {
      if (tag === 'br') return;
      unclosed--;
      if (BLOCK_TAGS.has(tag)) flush();
      if (SILENT_TAGS.has(tag)) silent = Math.max(0, silent - 1);
      if (BOLD_TAGS.has(tag)) bold = Math.max(0, bold - 1);
      if (open.at(-1)?.tag === tag) open.pop();
      else {
        const index = open.findLastIndex((element) => element.tag === tag);
        if (index >= 0) open.length = index;
      }
    },
  }, { decodeEntities: true, recognizeSelfClosing: false });
  for (let from = 0; from < html.length; from += PIECE) {
    parser.write(html.slice(from, from + PIECE));
    if (unclosed > MAX_OPEN) break;
  }
  parser.end();
  flush();
  return blocks;
}
