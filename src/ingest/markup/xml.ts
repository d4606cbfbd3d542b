import { Parser } from 'htmlparser2';
import { DeversoirError } from '../../util/errors.js';
import type { ExportFile, MarkupPeek } from '../bytes/export-file.js';

/** An element of XML with its children; names keep their prefix (`wp:comment`). */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Own text and CDATA joined, children left out, not trimmed. */
  readonly text: string;
  /** Position among the elements asked for, from 1. */
  readonly row: number;
  /** The file ended before the element did. */
  readonly cut: boolean;
}

type Building = { -readonly [K in keyof XmlElement]: XmlElement[K] } & {
  children: Building[];
  attributes: Record<string, string>;
};

/** Deepest nesting of XML read. */
const MAX_XML_DEPTH = 200;
/** Longest text of one element asked for, in characters. */
const MAX_XML_ELEMENT = 64 * 1024 * 1024;

/** The first child of that name. */
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((one) => one.name === name);

/** The children of that name. */
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((one) => one.name === name) ?? [];

/** Trimmed text of the first child of that name; `undefined` when absent or empty. */
export const childText = (element: XmlElement | undefined, name: string): string | undefined =>
  child(element, name)?.text.trim() || undefined;

/**
 * Streams the elements of the given names with all that is below them, in document order; elements of these names inside one
 * another come with the outer one. Broken XML is read as far as it goes. The memory is that of the largest element.
 *
 * @throws DeversoirError `input-hostile` when the document declares entities or nests too deep.
 */
export async function* xmlElements(file: ExportFile, names: readonly string[]): AsyncGenerator<XmlElement> {
  const reader = new ElementReader(new Set(names));
  for await (const chunk of file.text()) {
    for (let from = 0; from < chunk.length; from += 65536) {
      reader.write(chunk.slice(from, from + 65536));
      yield* reader.take();
    }
  }
  reader.end();
  yield* reader.take();
}

/** The elements of a text that is already in memory; see {@link xmlElements}. */
export function xmlElementsOf(text: string, names: readonly string[]): readonly XmlElement[] {
  const reader = new ElementReader(new Set(names));
  reader.write(text);
  reader.end();
  return reader.take();
}

class ElementReader {
  private readonly parser: Parser;
  private readonly open: Building[] = [];
  private done: XmlElement[] = [];
  private depth = 0;
  private row = 0;
  private size = 0;
  private ended = false;
  private failure: DeversoirError | undefined;

  constructor(private readonly names: ReadonlySet<string>) {
    this.parser = new Parser(
      {
        onopentag: (name, attributes) => this.onOpen(name, attributes),
        ontext: (text) => this.onText(text),
        onclosetag: () => this.onClose(),
        onprocessinginstruction: (name, data) => {
          if (/^!doctype/i.test(name) && /<!ENTITY|\[/i.test(data))
            this.fail('the document declares entities');
        },
      },
      { xmlMode: true, decodeEntities: true },
    );
  }

  write(text: string): void {
    if (this.depth === 0 && this.row === 0 && /<!ENTITY/i.test(text))
      this.fail('the document declares entities');
    this.parser.write(text);
    if (this.failure) throw this.failure;
  }

  end(): void {
    this.ended = true;
    this.parser.end();
    if (this.failure) throw this.failure;
  }

  take(): readonly XmlElement[] {
    const taken = this.done;
    this.done = [];
    return taken;
  }

  private fail(what: string): void {
    this.failure ??= new DeversoirError('input-hostile', what, {
      hint: 'no export needs that; the file is not read',
    });
    this.parser.pause();
  }

  private onOpen(name: string, attributes: Record<string, string>): void {
    if (++this.depth > MAX_XML_DEPTH) {
      this.fail(`XML nested deeper than ${MAX_XML_DEPTH} levels`);
      return;
    }
    const parent = this.open[this.open.length - 1];
    if (!parent && !this.names.has(name)) return;
    if (!parent) this.size = 0;
    const element: Building = {
      name,
      attributes,
      children: [],
      text: '',
      row: parent ? parent.row : ++this.row,
      cut: false,
    };
    parent?.children.push(element);
    this.open.push(element);
  }

  private onText(text: string): void {
    const here = this.open[this.open.length - 1];
    if (!here) return;
    here.text += text;
    this.size += text.length;
    if (this.size > MAX_XML_ELEMENT) this.fail(`an element longer than ${MAX_XML_ELEMENT} characters`);
  }

  private onClose(): void {
    this.depth--;
    const element = this.open.pop();
    if (!element) return;
    element.cut = this.ended;
    if (this.open.length === 0) this.done.push(element);
  }
}

/** Kind and root element of a text that is XML or HTML. */
export function peekMarkup(headText: string): MarkupPeek | undefined {
  const text = headText.replace(/^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)+/, '');
  const doctype = /^<!DOCTYPE\s+([\w:-]+)/i.exec(text);
  if (doctype && (doctype[1] ?? '').toLowerCase() === 'html') return { kind: 'html', root: 'html' };
  const root = /<([A-Za-z_][\w:.-]*)[\s/>]/.exec(
    doctype ? text.replace(/^<!DOCTYPE[\s\S]*?(?:\][^>]*)?>/i, '') : text,
  );
  if (!root || !text.startsWith('<')) return undefined;
  const name = root[1] ?? '';
  if (/^\s*<\?xml/i.test(headText) && !/^html$/i.test(name)) return { kind: 'xml', root: name };
  return HTML_ROOTS.test(name) ? { kind: 'html', root: name.toLowerCase() } : { kind: 'xml', root: name };
}

const HTML_ROOTS =
  /^(?:html|head|body|div|table|p|span|section|article|meta|title|h[1-6]|ul|ol|font|center|br|hr|style|script|link|a|b|i|img)$/i;
