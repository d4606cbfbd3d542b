/** An id as read, and whether a spreadsheet has damaged it. */
export interface ReadId {
  readonly id: string;
  readonly damaged: boolean;
}

/**
 * Reads an id: always text; quotes, apostrophe and `ID:` that tools put around it removed. An id in scientific notation, or of
 * 17 digits or more that end in zeros after the fifteenth, went through a spreadsheet and is lost.
 *
 * @example
 * readId('"1955000000000000123"')
 * // → { id: '1955000000000000123', damaged: false }
 * @example
 * readId('1.78E+17')?.damaged
 * // → true
 */
export function readId(cell: string): ReadId | undefined {
  const id = cell
    .replaceAll(/[\ufeff\u200b\0]/g, '')
    .trim()
    .replace(/^=?["'`]+|["'`]+$/g, '')
    .replace(/^ID\s*:\s*/i, '')
    .trim();
  if (id === '' || /^(?:null|none|nan|undefined|n\/a|-|0|\[\])$/i.test(id)) return undefined;
  if (/^\d+(?:[.,]\d+)?E\+?\d+$/i.test(id)) return { id, damaged: true };
  if (/^\d{6,}\.0$/.test(id)) return { id: id.slice(0, -2), damaged: id.length > 17 };
  return { id, damaged: /^\d{17,}$/.test(id) && /^0+$/.test(id.slice(15)) };
}

/**
 * Whether a column shows that no spreadsheet has rounded its ids: it would have rounded all of 17 digits or more, so that one whole
 * id among them vouches for those that end in zeros by chance.
 *
 * @example
 * [keepsLongIds(['17890000000000000', '17890000000000012']), keepsLongIds(['17890000000000000', '42'])]
 * // → [true, false]
 */
export const keepsLongIds = (cells: readonly string[]): boolean =>
  cells.map(readId).some((read) => read?.damaged === false && /^\d{17,}$/.test(read.id));

const URL_IDS: readonly RegExp[] = [
  /[?&]replyUrn=[^&]{1,80}(?:%2C|,)(\d+)/i,
  /[?&]commentUrn=[^&]{1,80}(?:%2C|,)(\d+)/i,
  /[?&]reply_comment_id=(\d+)/,
  /[?&]comment_id=(\d+)/,
  /[?&]reviewId=([\w:.-]+)/,
  /[?&]lc=([\w.-]+)/,
  /\/status(?:es)?\/(\d+)/,
  /\/c\/(\d{10,})/,
  /\/(?:p|reel|reels|tv)\/([\w-]{5,})/,
  /\/video\/(\d+)/,
  /\/comments\/\w+\/[^/]*\/(\w+)/,
  /\/comments\/(\w{5,8})/,
  /facebook\.com\/(\d+_\d+)/,
  /[?&]story_fbid=(\w+)/,
  /[?&]fbid=(\d+)/,
  /\/(?:posts|videos|photos|permalink)\/(?:[^/?]*\/)*(\w{6,})/,
  /[?&]v=([\w-]{11})/,
  /youtu\.be\/([\w-]{11})/,
  /\/reviews\/([\da-f]{24})/,
  /(?:^|\/)t\.me\/(?:s\/)?([\w]+\/\d+)/,
  /urn:li:(?:activity|share|ugcPost):(\d+)/,
  /-activity-(\d{15,})/,
];

/**
 * The id of the item that an address names; `undefined` when it names none.
 *
 * @example
 * [idFromUrl('https://x.com/a/status/1775000000000000001'), idFromUrl('https://example.org/')]
 * // → ['1775000000000000001', undefined]
 */
export function idFromUrl(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const look = url.slice(0, 2000);
  for (const pattern of URL_IDS) {
    const match = pattern.exec(look);
    if (match?.[1] !== undefined) return match[1];
  }
  return undefined;
}
