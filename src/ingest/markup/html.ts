import { Tokenizer } from 'htmlparser2';
import { ENTITY } from '../../util/html-entities.js';

const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 blockquote ul ol table pre figure'.split(' '));
const BREAKS = new Set([
  ...PARAGRAPHS,
  'div',
  'br',
  'li',
  'tr',
  'section',
  'article',
  'header',
  'footer',
  'hr',
  'figcaption',
  'aside',
  'dt',
  'dd',
]);
const SILENT = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'object']);

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Without the spaces and tabs at both ends. */
function trimBlanks(text: string): string {
  let from = 0,
    to = text.length;
  const blank = (at: number): boolean => text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9;
  while (from < to && blank(from)) from++;
  while (to > from && blank(to - 1)) to--;
  return text.slice(from, to);
}

/** Marks of the edges of blocks until the text is complete: neighbouring edges are one line end, of paragraphs an empty line. */
const edgeOf = (name: string): string => (PARAGRAPHS.has(name) ? '\ue000' : '\ue001');

/**
 * The readable text of a piece of HTML: entities decoded, blocks on their own lines, paragraphs apart by an empty line, scripts
 * and styles left out. Text without mark-up comes back with its entities decoded and its spaces folded.
 *
 * @example
 * htmlToText('<p>C&#39;est <b>bon</b><br>!</p><script>x()</script>')
 * // → "C'est bon\n!"
 */
export function htmlToText(html: string): string {
  const out: string[] = [];
  let silent = 0,
    pre = 0,
    last = '';
  const said = (text: string): void => {
    if (silent === 0) out.push(text);
  };
  const open = (name: string): void => {
    last = name;
    if (name === 'body') silent = 0;
    if (silent > 0 ? !VOID.has(name) : SILENT.has(name)) silent++;
    if (name === 'pre') pre++;
    if (name === 'td' || name === 'th') out.push(' ');
    if (BREAKS.has(name)) out.push(name === 'br' ? '\n' : edgeOf(name));
  };
  const close = (name: string): void => {
    if (silent > 0) silent--;
    if (name === 'pre' && pre > 0) pre--;
    if (BREAKS.has(name)) out.push(name === 'br' ? '\n' : edgeOf(name));
  };
  const nothing = (): void => {};
  // Not the parser: it looks through all open elements at every tag, so that nesting costs its square.
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (from, to) => open(html.slice(from, to).toLowerCase()),
      onclosetag: (from, to) => close(html.slice(from, to).toLowerCase()),
      onselfclosingtag() {
        if (silent > 0 && !VOID.has(last)) silent--;
      },
      ontext(from, to) {
        const text = html.slice(from, to);
        said(pre > 0 ? text : text.replaceAll(/[ \t\r\n\f]+/g, ' '));
      },
      ontextentity: (code) => said(String.fromCodePoint(code)),
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return out
    .join('')
    .split(/([\n\ue000\ue001]+)/)
    .map((part, at) => (at % 2 === 1 ? lineEnds(part) : trimBlanks(part)))
    .join('')
    .trim();
}

/** What a run of edges and line ends becomes: an empty line where a paragraph is among them, at most two line ends otherwise. */
function lineEnds(run: string): string {
  if (run.includes('\ue000')) return '\n\n';
  const own = run.replaceAll('\ue001', '').length;
  return own > 1 ? '\n\n' : '\n';
}

/** `true` when a text holds HTML tags or entities worth decoding. */
function looksLikeHtml(text: string): boolean {
  return /<(?:br|p|div|a|b|i|em|strong|span|ul|li|blockquote|img)\b[^<>]*>|&(?:#\d{2,6}|#x[\da-f]{2,5}|amp|lt|gt|quot|apos|nbsp);/i.test(
    text,
  );
}

/**
 * {@link htmlToText} where the text shows mark-up; any other text unchanged.
 *
 * @example
 * decodeIfHtml('Didn&#39;t know 3 < 4')
 * // → "Didn't know 3 < 4"
 */
export function decodeIfHtml(text: string): string {
  return looksLikeHtml(text) ? htmlToText(text) : text;
}

/**
 * A text whose entities are the signs they stand for; tags and spaces stay.
 *
 * @example
 * withoutEntities('caf&eacute; <3')
 * // → 'café <3'
 */
export const withoutEntities = (text: string): string =>
  text.replaceAll(ENTITY, (entity) => htmlToText(`a${entity}b`).slice(1, -1));

/** Tags that are no sign of anything else: desks and shops write texts as they show them. */
const TAGS = /<br ?\/?>|<\/(?:p|div|span|li|td|strong|em|a|font|body|h[1-6])>/i;
const ELEMENT =
  'a|abbr|acronym|address|area|article|aside|audio|b|base|basefont|bdi|bdo|big|blockquote|body|br|button|canvas|caption|center|cite|' +
  'code|col|colgroup|dd|del|details|dfn|dialog|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|g|h[1-6]|head|' +
  'header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|meta|nav|noscript|object|ol|option|p|param|path|' +
  'picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|' +
  'textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|wbr|[a-z]+[:-][\\w:-]*';
/** Attributes that may stand without a value. */
const FLAG =
  'allowfullscreen|async|autofocus|autoplay|border|checked|compact|controls|default|defer|disabled|formnovalidate|hidden|inert|ismap|itemscope|loop|' +
  'multiple|muted|nomodule|noshade|novalidate|nowrap|open|playsinline|readonly|required|reversed|selected';
/** A sign that opens no tag, comment or declaration: attributes have values, but for flags. */
const NO_TAG = new RegExp(
  `<(?!/?(?:${ELEMENT})(?:\\s+[\\w:@.-]+\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'<>]+)|\\s+(?:${FLAG}))*\\s*/?>|!--|!doctype|!\\[|\\?xml)`,
  'gi',
);

/**
 * {@link htmlToText} where a cell shows tags, else {@link withoutEntities}. What only looks like a tag is text.
 *
 * @example
 * [withoutMarkup('<p>Pot<br>cass&eacute;</p>'), withoutMarkup('3 < 4 &amp;  5'), withoutMarkup('a<b et c>d<br>fin')]
 * // → ['Pot\ncassé', '3 < 4 &  5', 'a<b et c>d\nfin']
 */
export const withoutMarkup = (text: string): string =>
  text.includes('<') && TAGS.test(text) ? htmlToText(text.replaceAll(NO_TAG, '&lt;')) : withoutEntities(text);
