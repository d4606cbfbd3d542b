import { strToU8, zipSync } from 'fflate';
import type { HandFile } from '../message.js';

/** Files as they lie on a disk: those of archives are packed, the innermost first. */
export function packed(files: readonly HandFile[]): { path: string; text: string | Uint8Array }[] {
  const loose = files.filter(({ archives }) => (archives?.length ?? 0) === 0);
  const inner = new Map<string, HandFile[]>();
  for (const file of files) {
    const [name, ...rest] = file.archives ?? [];
    if (name !== undefined) inner.set(name, [...(inner.get(name) ?? []), { ...file, archives: rest }]);
  }
  return [
    ...loose.map(({ path, text }) => ({ path, text })),
    ...[...inner].map(([path, own]) => ({
      path,
      text: zipSync(
        Object.fromEntries(
          packed(own).map(({ path: name, text }) => [name, typeof text === 'string' ? strToU8(text) : text]),
        ),
        { mtime: new Date(2026, 3, 2) },
      ),
    })),
  ];
}
