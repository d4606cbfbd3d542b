import { parseArgs } from 'node:util';
import { DeversoirError, withoutQuotes } from '../util/errors.js';
import { inFrench, progressInFrench } from '../util/in-french.js';
import { LANGUAGES } from '../util/language.js';
import type { Progress } from '../util/progress.js';
import { VERSION } from '../util/version.js';
import { choiceOption, type Command, type CommandIo, type OptionValues } from './command.js';
import { commands } from './commands/index.js';
import { generalHelp, helpAsked, languageAsked } from './help.js';

/** Console and environment, given by `main.ts` or by a test. */
export interface CliIo {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** `reworded`: how its line is told in another language. */
  readonly progress: (progress: Progress, reworded?: (line: string) => string) => void;
  readonly env: CommandIo['env'];
}

/** Exit codes: 0 done, 1 failed, 2 called wrongly. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

const UNIVERSAL = { json: { type: 'boolean' }, lang: { type: 'string' } } as const;

/** Letters alike from which an option is taken for another. */
const ALIKE = 3;

/** « is it --lang? » where what was written for an option that is not known begins like one that is. */
function meant(line: string, options: readonly string[]): string {
  const given = /^Unknown option '--([\w-]+)/.exec(line)?.[1]?.replaceAll('-', '') ?? '';
  const alike = (option: string): number => {
    const letters = [...option.replaceAll('-', '')];
    const differs = letters.findIndex((letter, at) => letter !== given[at]);
    return differs < 0 ? letters.length : differs;
  };
  const [best = ''] = options.toSorted((a, b) => alike(b) - alike(a));
  return alike(best) < ALIKE ? '' : `is it --${best}? `;
}

function readArguments(
  command: Command,
  args: readonly string[],
): { positionals: readonly string[]; values: OptionValues } {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { ...command.options, ...UNIVERSAL },
      allowPositionals: command.positionals ?? true,
      strict: true,
    });
    return { positionals, values: values as OptionValues };
  } catch (cause) {
    const [line = 'unknown option'] = (cause instanceof Error ? cause.message : '').split(/\n|\. /);
    const dashed = /^Option '(?:-\w, )?(--[\w-]+).*ambiguous/.exec(line)?.[1];
    throw new DeversoirError('option-invalid', line.replace(/\.$/, ''), {
      hint:
        dashed === undefined
          ? `${meant(line, Object.keys({ ...command.options, ...UNIVERSAL }))}see: deversoir ${command.name} --help`
          : `a value that begins with a dash is written ${dashed}=VALUE`,
      cause,
    });
  }
}

/** What settles a doubt has its name in code; the command's own is told. */
const OPTION = /\bsettle it with (map|zone|dateOrder|headerRow)\b/g;
const asOptions = (line: string): string =>
  line.replace(
    OPTION,
    (_, name: string) => `settle it with --${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
  );

/** The console in English. */
const inEnglishTo = (io: CliIo): CliIo => ({
  ...io,
  out: (line) => io.out(asOptions(line)),
  err: (line) => io.err(asOptions(line)),
});

/** The console of `--lang fr`: what the table of sentences knows is told in French; errors keep their codes. */
const inFrenchTo = (io: CliIo): CliIo => ({
  ...io,
  out: (line) => io.out(inFrench(line)),
  err: (line) => io.err(inFrench(line)),
  progress: (progress) => io.progress(progress, progressInFrench),
});

/** Runs one command line; gives the exit code. Errors are one line on stderr that says what to do. */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  const said = (languageAsked(args) === 'fr' ? inFrenchTo : inEnglishTo)(io);
  const asked = helpAsked(args);
  const [given, ...rest] = args;
  const name = asked === null ? given : asked.name;
  if (name === undefined) {
    io.out(generalHelp(asked?.language ?? 'en'));
    return asked === null ? EXIT.usage : EXIT.done;
  }
  if (name === '--version' || name === '-v') {
    io.out(VERSION);
    return EXIT.done;
  }
  const listed = commands.find((candidate) => candidate.name === name);
  if (listed === undefined) {
    said.err(
      `deversoir: unknown command "${name}": expected one of ${commands.map((candidate) => candidate.name).join(', ')}`,
    );
    return EXIT.usage;
  }
  try {
    const command = await listed.load();
    if (asked !== null) {
      io.out(asked.language === 'fr' ? await listed.usageFr() : command.usage);
      return EXIT.done;
    }
    const { positionals, values } = readArguments(command, rest);
    choiceOption(values, 'lang', LANGUAGES);
    const asJson = values['json'] === true;
    const { json, exitCode = EXIT.done } = await command.run(positionals, values, {
      print: asJson ? said.err : said.out,
      warn: said.err,
      progress: said.progress,
      env: io.env,
    });
    if (asJson) io.out(JSON.stringify(json, null, 2));
    return exitCode;
  } catch (error) {
    tellError(error, name, said);
    return error instanceof DeversoirError && error.code === 'option-invalid' ? EXIT.usage : EXIT.failed;
  }
}

/** Tells an error in one line, and with `DEVERSOIR_DEBUG` where it was thrown. */
export function tellError(error: unknown, command: string, { err, env }: Pick<CliIo, 'err' | 'env'>): void {
  err(`deversoir ${command}: ${oneLine(error)}`);
  if (env['DEVERSOIR_DEBUG'] && error instanceof Error && error.stack) err(withoutMessage(error));
}

/** Where an error was thrown, without its words, that may quote an export. */
const withoutMessage = ({ name, stack = '' }: Error): string =>
  [name, ...stack.split('\n').filter((line) => /^\s+at /.test(line))].join('\n');

/** What the system refused, in words: a folder that can't be written is no error of ours. */
const REFUSED: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the quota of the disk is reached',
  ENOENT: 'a part of the path does not exist, or no file can be made there',
  EEXIST: 'a file of that name is there',
  ELOOP: 'its links lead in a circle',
  EBUSY: 'another program uses it',
  EIO: 'the disk does not answer',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
};

/** What DuckDB passes on of the system. */
const SAID: Readonly<Record<string, string>> = {
  'No space left on device': 'no space left on the disk',
  'Disk quota exceeded': 'the quota of the disk is reached',
  'Permission denied': 'permission denied',
  'Read-only file system': 'the disk is read-only',
};

function systemError(error: unknown): string | undefined {
  const { code = '', path, message = '' } = (error ?? {}) as NodeJS.ErrnoException;
  const why = REFUSED[code] ?? Object.entries(SAID).find(([words]) => message.includes(words))?.[1];
  if (why === undefined) return undefined;

  return `${path ?? 'a file'} can't be used: ${why}`;
}

function oneLine(error: unknown): string {
  if (error instanceof DeversoirError) return error.message.replace(/\s+/g, ' ');
  const message = error instanceof Error ? error.message : String(error);
  const system = systemError(error);
  if (system !== undefined) return system;
  return `internal error: ${withoutQuotes(message).slice(0, 300)}: run again with DEVERSOIR_DEBUG=1 and report it`;
}
