import { readFileSync, statSync } from 'node:fs';
import type { Command, CommandIo, OptionValues } from './command.js';
import { choiceOption, listOption, numberOption, wholeOption, stringOption } from './command.js';
import { MAPPABLE } from '../ingest/table/column-map.js';
import { findConfig, isZone } from '../util/config-file.js';
import type { CorpusConfig } from '../model/config.js';
import type { BuildOptions } from '../pipeline.js';
import { DeversoirError } from '../util/errors.js';

/** Options of every command that reads exports. */
export const readOptionsSpec = {
  as: { type: 'string' },
  map: { type: 'string', multiple: true },
  zone: { type: 'string' },
  'date-order': { type: 'string' },
  'header-row': { type: 'string' },
  'no-header': { type: 'boolean' },
  config: { type: 'string' },
} as const satisfies Command['options'];

/** Options of the secret of the pseudonyms. */
export const keyOptionsSpec = { key: { type: 'string' }, 'key-file': { type: 'string' } } as const;

export const buildOptionsSpec = {
  ...readOptionsSpec,
  ...keyOptionsSpec,
  taxonomy: { type: 'string', multiple: true },
  'keep-urls': { type: 'boolean' },
  demo: { type: 'boolean' },
  workers: { type: 'string' },
  'sentiment-model': { type: 'string' },
  head: { type: 'string', multiple: true },
  memory: { type: 'string' },
  wait: { type: 'string' },
} as const satisfies Command['options'];

/** A list of names as lines of help. */
function wrapped(names: readonly string[]): string {
  const lines = [''];
  for (const name of names) {
    const last = lines.at(-1) ?? '';
    if (last.length + name.length > 76) lines.push('');
    lines[lines.length - 1] = `${lines.at(-1)}${lines.at(-1) === '' ? '' : ', '}${name}`;
  }
  return lines.map((line) => `                       ${line}`).join(',\n');
}

/** Fields of `--map`, as lines of help. */
export const MAPPABLE_LINES = {
  fields: wrapped(MAPPABLE.fields),
  constants: wrapped(MAPPABLE.constants),
} as const;

export const readOptionsHelp = `  --as FORMAT          read every file as this format (names: deversoir formats)
  --map FIELD=COLUMN   table column of a field, e.g. store=Magasin; repeat. Fields:
${MAPPABLE_LINES.fields}
                       (author, handle, contact, thread, parent, source for short); one value for every row with
                       FIELD==VALUE, e.g. stage==private:
${MAPPABLE_LINES.constants}
  --header-row N       row of a table that holds its header (default: the first, unless the rows show another)
  --no-header          tables have no header: columns are "column 1", "column 2", ...
  --zone ZONE          IANA zone of times that have none, e.g. Europe/Paris (default: read as UTC, and said)
  --date-order ORDER   dmy or mdy, where a file does not decide
  --config FILE        deversoir.json (default: the one in or beside the first path)`;

export const keyOptionsHelp = `  --key-file FILE      file with the secret of the pseudonyms, required (default: DEVERSOIR_KEY_FILE, or the
                       secret itself in DEVERSOIR_KEY); "deversoir key FILE" makes one; keep it to add to the corpus later
  --key KEY            the secret itself; other users of the machine see it. A secret is 32 hexadecimal digits or more,
                       or a phrase of 16 characters or more: one that is easily guessed is refused`;

export const buildOptionsHelp = `${readOptionsHelp}
${keyOptionsHelp}
  --keep-urls          keep addresses of public posts and articles, with the accounts in them (default: site, keyed id)
  --demo               the exports are made up: without a key, a public one makes the pseudonyms
  --workers N          threads that read and understand (default: one a core, at most 4)
  --sentiment-model FOLDER  judge sentiment with an ONNX classifier (model.onnx, tokenizer.json, config.json) in place of
                       the shipped heads; needs onnxruntime-node or onnxruntime-web, and @huggingface/tokenizers
  --head FILE          head that "deversoir train" or "deversoir adapt" wrote, in place of the shipped one of its name; repeat
  --taxonomy NAME      taxonomy of subjects: agri-food, retail or a JSON file; repeat (default: those of the configuration)
  --memory MB          memory of DuckDB before it spills to disk (default: 350)
  --wait SECONDS       how long to wait for another run on the same folder (default: 600)`;

/** The folder of `--out`; throws `option-invalid` when a file has its name. */
export function outFolder(values: OptionValues, byDefault: string): string {
  const out = stringOption(values, 'out') ?? byDefault;
  if (out.trim() === '')
    throw new DeversoirError('option-invalid', '--out is empty', { hint: 'give a folder' });
  if (statSync(out, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new DeversoirError('option-invalid', `--out ${out} is a file`, { hint: 'give a folder' });
  return out;
}

/** What is given as `--name KEY=VALUE`, once or several times. */
export function pairsOption(values: OptionValues, name: string, hint: string): Record<string, string> {
  return Object.fromEntries(
    listOption(values, name).map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new DeversoirError('option-invalid', `--${name} ${pair}`, { hint });
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** The mapping of `--map field=column` options. */
export function mapOption(values: OptionValues): Readonly<Record<string, string>> | undefined {
  const pairs = pairsOption(values, 'map', 'expected FIELD=COLUMN, e.g. --map text=Commentaire');
  return Object.keys(pairs).length === 0 ? undefined : pairs;
}

/** The row of `--header-row`; 0 for `--no-header`. */
export function headerOption(values: OptionValues): number | undefined {
  const row = wholeOption(values, 'header-row', { min: 1, max: 200 });
  if (values['no-header'] !== true) return row;
  if (row !== undefined)
    throw new DeversoirError('option-invalid', '--no-header and --header-row', { hint: 'give one of them' });
  return 0;
}

/** The configuration found or named, with the taxonomies of `--taxonomy` in place of its own. */
export function configOption(paths: readonly string[], values: OptionValues): CorpusConfig | undefined {
  const config = findConfig(paths, stringOption(values, 'config'))?.config;
  const taxonomies = listOption(values, 'taxonomy');
  return taxonomies.length === 0 ? config : { ...config, taxonomies };
}

/** The secret of the pseudonyms: of `--key-file`, `--key` (told to be unsafe), or the environment; `undefined` where none is given. */
export function keyOption(values: OptionValues, io: CommandIo): string | undefined {
  const onLine = stringOption(values, 'key');
  const file =
    stringOption(values, 'key-file') ?? (onLine === undefined ? io.env['DEVERSOIR_KEY_FILE'] : undefined);
  if (onLine !== undefined && file !== undefined)
    throw new DeversoirError('option-invalid', '--key and --key-file', { hint: 'give one of them' });
  if (onLine !== undefined) {
    io.warn(
      'warning: --key shows the secret in the list of processes and in the history of the shell: use --key-file',
    );
    return onLine;
  }
  if (file === undefined) return io.env['DEVERSOIR_KEY'] || undefined;
  const key = readKeyFile(file);
  if (key === '')
    throw new DeversoirError('option-invalid', `${file} is empty`, {
      hint: '"deversoir key FILE" makes a key',
    });
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    io.warn(`warning: other users may read ${file}: chmod 600 it`);
  return key;
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new DeversoirError('option-invalid', `--key-file ${file} can't be read`, {
      hint: '"deversoir key FILE" makes one',
      cause,
    });
  }
}

/** Options of a build from the command line, the environment and the configuration file. */
export function buildOptions(paths: readonly string[], values: OptionValues, io: CommandIo): BuildOptions {
  if (paths.length === 0)
    throw new DeversoirError('option-invalid', 'no path given', { hint: 'give files, folders or archives' });
  const zone = stringOption(values, 'zone');
  if (zone !== undefined && !isZone(zone))
    throw new DeversoirError('option-invalid', `--zone ${zone}`, {
      hint: 'expected an IANA zone such as Europe/Paris',
    });
  const config = configOption(paths, values);
  const key = keyOption(values, io);
  const as = stringOption(values, 'as');
  const map = mapOption(values);
  const headerRow = headerOption(values);
  const dateOrder = choiceOption(values, 'date-order', ['dmy', 'mdy']);
  const sentimentModel = stringOption(values, 'sentiment-model');
  const heads = listOption(values, 'head');
  const workers = wholeOption(values, 'workers', { min: 0, max: 64 });
  const memoryLimitMb = wholeOption(values, 'memory', { min: 100, max: 1_000_000 });
  const waitSeconds = numberOption(values, 'wait', { min: 0, max: 86_400 });
  return {
    ...(config && { config }),
    ...(key && { key }),
    ...(values['demo'] === true && { demo: true }),
    ...(values['keep-urls'] === true && { keepUrls: true }),
    ...(as && { as }),
    ...(map && { map }),
    ...(headerRow !== undefined && { headerRow }),
    ...(zone && { zone }),
    ...(dateOrder && { dateOrder }),
    ...(heads.length > 0 && { heads }),
    ...(workers !== undefined && { workers }),
    ...(sentimentModel && { sentimentModel }),
    ...(memoryLimitMb !== undefined && { memoryLimitMb }),
    ...(waitSeconds !== undefined && { waitSeconds }),
    onWarning: (warning) => io.warn(`warning: ${warning}`),
    onProgress: io.progress,
  };
}
