import { unzipSync, zipSync } from 'fflate';

/** A number of [0, 1). */
export type Random = () => number;
/** A whole number under n. */
export const below = (random: Random, n: number): number => Math.floor(random() * n);

const NASTY = [
  '\0',
  '"',
  '""',
  '\n"',
  '\r',
  '{',
  '[',
  '}]',
  '<',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&#x0;',
  '\\u0000',
  ',,,,,,',
  '\t\t',
  '\ufeff',
  '=1+1',
  '99999999999999999999',
  '-',
  'null',
  '__proto__',
  '�',
  '\ud800',
  '1970-01-01',
  '31/12/99',
];

/** One change to the bytes: the damage that transfers, editors and attackers do. */
export const MUTATIONS: readonly ((bytes: Buffer, random: Random, other: Buffer) => Buffer)[] = [
  (bytes, random) => bytes.subarray(0, below(random, bytes.length + 1)),
  (bytes, random) => bytes.subarray(below(random, bytes.length + 1)),
  (bytes, random) => {
    const out = Buffer.from(bytes);
    for (let i = 0; i < 1 + below(random, 20); i++) out[below(random, out.length)] = below(random, 256);
    return out;
  },
  (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  (bytes, random) => {
    const at = below(random, bytes.length + 1);
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from(NASTY[below(random, NASTY.length)] ?? ''),
      bytes.subarray(at),
    ]);
  },
  (bytes, random) => {
    const at = below(random, bytes.length + 1),
      to = at + below(random, 200);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]);
  },
  (bytes, random) => {
    const at = below(random, bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + below(random, 200))]);
  },
  (bytes, random) => {
    const at = below(random, bytes.length + 1);
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.alloc(below(random, 100_000), 0x78),
      bytes.subarray(at),
    ]);
  },
  (bytes, random) => {
    const at = below(random, bytes.length + 1);
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from('[{"a":'.repeat(below(random, 2000))),
      bytes.subarray(at),
    ]);
  },
  (bytes) => Buffer.concat([bytes, bytes]),
  (bytes) => {
    const line = bytes.subarray(0, bytes.indexOf(10) + 1);
    return Buffer.concat([line, bytes]);
  },
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\n', '\r'), 'latin1'),
  (bytes, random) => {
    const lines = bytes.toString('latin1').split('\n');
    lines.splice(below(random, lines.length), 1 + below(random, 3));
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  // spliced with another export
  (bytes, random, other) =>
    Buffer.concat([
      bytes.subarray(0, below(random, bytes.length + 1)),
      other.subarray(below(random, other.length + 1)),
    ]),
  (bytes, random, other) => {
    const at = below(random, bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), other.subarray(0, 4000), bytes.subarray(at)]);
  },
  // a piece of its own, again and again
  (bytes, random) => {
    const at = below(random, bytes.length + 1);
    const token = bytes.subarray(at, at + 1 + below(random, 12));
    const times = below(random, 3000);
    return Buffer.concat([
      bytes.subarray(0, at),
      ...Array.from({ length: times }, () => token),
      bytes.subarray(at),
    ]);
  },
  // tags and brackets that never close
  (bytes, random) => {
    const at = below(random, bytes.length + 1);
    const open = ['<div>', '<b><i>', '(', '> ', '"{"', '--b\n', '<!--', '&'][below(random, 8)] ?? '';
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from(open.repeat(below(random, 3000))),
      bytes.subarray(at),
    ]);
  },
];

/** A part of an archive or office file damaged, the archive itself whole. */
export function insideArchive(
  bytes: Buffer,
  random: Random,
  other: Buffer,
  damage: (typeof MUTATIONS)[number],
): Buffer {
  try {
    const parts = unzipSync(bytes);
    const names = Object.keys(parts);
    const name = names[below(random, names.length)] ?? '';
    return Buffer.from(
      zipSync({ ...parts, [name]: damage(Buffer.from(parts[name] ?? []), random, other) }, { level: 1 }),
    );
  } catch {
    return bytes;
  }
}
