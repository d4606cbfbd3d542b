/** Code page 850, in which consoles and old tills of Western Europe write; `TextDecoder` does not know it. */
const HIGH_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ' +
  'áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀' +
  'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** é, the commonest accent of French, in code page 850, Mac OS Roman and Windows-1252. */
const E_ACUTE = { dos: 0x82, mac: 0x8e, windows: 0xe9 };

/**
 * Decodes code page 850.
 *
 * @example
 * decode850(Uint8Array.of(0x82, 0x20, 0x85))
 * // → 'é à'
 */
export const decode850 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    // oxlint-disable-next-line no-control-regex -- these are the bytes that differ from Latin-1
    .replaceAll(/[\u0080-\u00ff]/g, (char) => HIGH_850.charAt(char.charCodeAt(0) - 0x80));

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));

/**
 * Whether a text of one byte a character is of code page 850: the byte that is its é stands in words more often than that of Mac OS Roman
 * and than all accents of Windows-1252. In the latter that byte is a low quote, which stands before words and is as good as never written.
 * A text without é is not told.
 */
export function is850(head: Uint8Array): boolean {
  let dos = 0,
    mac = 0,
    windows = 0;
  for (let at = 0; at < head.length; at++) {
    const byte = head[at] as number;
    if (byte < 0x80) continue;
    if (byte === E_ACUTE.dos && isLetter(head[at - 1])) dos++;
    else if (byte === E_ACUTE.mac && (isLetter(head[at - 1]) || isLetter(head[at + 1]))) mac++;
    else if (byte >= 0xe0 && byte < 0xff && (isLetter(head[at - 1]) || isLetter(head[at + 1]))) windows++;
  }
  return dos > mac && dos > windows;
}
