import { decodeIfHtml, htmlToText } from '../markup/html.js';
import type { XmlElement } from '../markup/xml.js';

/** Name of an element without the prefix of a feed dialect. */
const local = (name: string): string =>
  /^(?:atom|atom10|rss|a|ns0):/.test(name) ? name.slice(name.indexOf(':') + 1) : name;
/** Children of a name, whatever the prefix of the dialect. */
export const allOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((one) => local(one.name) === name);
/** Text of the first child that has one, the names in order. */
export const textOf = (element: XmlElement, ...names: string[]): string | undefined => {
  for (const name of names) {
    const text = allOf(element, name)
      .map((one) => one.text.trim())
      .find((one) => one !== '');
    if (text !== undefined) return text;
  }
  return undefined;
};
/** An attribute that is not empty. */
export const attribute = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes[name]?.trim() || undefined;

/** What stands between the tags of the first element of a name, for mark-up that is not escaped. */
export function inner(xml: string, name: string): string {
  const open = new RegExp(`<${name.replace(/[^\w:-]/g, '')}(?:\\s[^>]*)?>`).exec(xml);
  if (!open) return '';
  const from = open.index + open[0].length;
  const end = xml.indexOf(`</${name}`, from);
  return xml.slice(from, end < 0 ? undefined : end);
}

/** Text on one line of an element that holds text, HTML or XHTML. */
export function plain(element: XmlElement | undefined, xml: string): string | undefined {
  if (!element) return undefined;
  const type = `${element.attributes['type'] ?? ''} ${element.attributes['mode'] ?? ''}`;
  const text =
    element.children.length > 0
      ? htmlToText(inner(xml, element.name))
      : /html|escaped/i.test(type)
        ? htmlToText(element.text)
        : decodeIfHtml(element.text);
  return text.replace(/\s+/g, ' ').trim() || undefined;
}
