import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, parse } from 'node:path';

/** Files of sans-serif fonts, without extension: first those as wide as the table that charts are laid out with. */
const KNOWN = [
  'helvetica',
  'arial',
  'arialbd',
  'arial bold',
  'liberationsans-regular',
  'liberationsans-bold',
  'arimo-regular',
  'arimo-bold',
  'nimbussans-regular',
  'nimbussans-bold',
  'segoeui',
  'segoeuib',
  'roboto-regular',
  'roboto-bold',
  'notosans-regular',
  'notosans-bold',
  'dejavusans',
  'dejavusans-bold',
];

/** Enough to have letters, and not the hundreds of a desktop. */
const MOST = 24;

/** Where systems keep fonts; those that do not exist are passed over. */
function fontFolders(): string[] {
  const { WINDIR = 'C:\\Windows', LOCALAPPDATA = '' } = process.env;
  if (process.platform === 'win32')
    return [join(WINDIR, 'Fonts'), join(LOCALAPPDATA, 'Microsoft', 'Windows', 'Fonts')];
  const home = homedir();
  return process.platform === 'darwin'
    ? ['/System/Library/Fonts', '/Library/Fonts', join(home, 'Library', 'Fonts')]
    : ['/usr/share/fonts', '/usr/local/share/fonts', join(home, '.local/share/fonts'), join(home, '.fonts')];
}

/** Files of the fonts that charts are drawn with: known families, best first; where there is none, others by their path. */
export async function systemFonts(folders: readonly string[] = fontFolders()): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    const files = await readdir(folder, { recursive: true }).catch(() => []);
    found.push(
      ...files
        .filter((file) => /\.(ttf|otf|ttc)$/i.test(file))
        .toSorted()
        .map((file) => join(folder, file)),
    );
  }
  const byName = new Map(found.toReversed().map((file) => [parse(file).name.toLowerCase(), file]));
  const known = KNOWN.flatMap((name) => byName.get(name) ?? []);
  return known.length > 0 ? known : found.slice(0, MOST);
}
