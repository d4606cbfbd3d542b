import type { ParseArgsConfig } from 'node:util';
import { DeversoirError } from '../util/errors.js';
import type { OnProgress } from '../util/progress.js';

/** What a command may touch of the world outside. */
export interface CommandIo {
  /** A line for a person: stdout, or stderr with `--json`. */
  readonly print: (line: string) => void;
  /** A line on stderr: progress, warnings. */
  readonly warn: (line: string) => void;
  /** Progress: drawn over on a terminal, a plain line now and then otherwise. */
  readonly progress: OnProgress;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export type OptionValues = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>;

/** One command, one file in `commands/`. `--help` and `--json` are added to every command. */
export interface Command {
  readonly name: string;
  /** The whole help: usage line, arguments, options, what is written, examples, cost in time and memory. */
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** `false`: a word that is no option is refused. */
  readonly positionals?: false;
  /** Prints for a person through `io`, returns the document that `--json` prints. `exitCode` 0 unless said. */
  run(
    positionals: readonly string[],
    values: OptionValues,
    io: CommandIo,
  ): Promise<{ readonly json: unknown; readonly exitCode?: number }>;
}

/** The value of a `--name value` option, or `undefined`. */
export function stringOption(values: OptionValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** Those of several `--name value` options that were given. */
export function stringOptions<T extends string>(
  values: OptionValues,
  ...names: readonly T[]
): Readonly<Partial<Record<T, string>>> {
  const given: Partial<Record<T, string>> = {};
  for (const name of names) {
    const value = stringOption(values, name);
    if (value !== undefined) given[name] = value;
  }
  return given;
}

/** The values of an option that may be given several times. */
export function listOption(values: OptionValues, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

interface NumberRange {
  readonly min?: number;
  readonly max?: number;
}

function checkedNumber(
  values: OptionValues,
  name: string,
  { min = -Infinity, max = Infinity }: NumberRange,
  kind: 'number' | 'whole number',
): number | undefined {
  const text = stringOption(values, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  const fits = kind === 'number' ? Number.isFinite(value) : Number.isSafeInteger(value);
  if (text.trim() !== '' && fits && value >= min && value <= max) return value;
  throw new DeversoirError('option-invalid', `--${name} ${text}`, {
    hint: `expected a ${kind}${min === -Infinity ? '' : ` from ${min}`}${max === Infinity ? '' : ` to ${max}`}`,
  });
}

/** The number of a `--name 0.5` option; throws `option-invalid` when it is not a number in [min, max]. */
export const numberOption = (
  values: OptionValues,
  name: string,
  range: NumberRange = {},
): number | undefined => checkedNumber(values, name, range, 'number');

/** The same of a number without decimals. */
export const wholeOption = (
  values: OptionValues,
  name: string,
  range: NumberRange = {},
): number | undefined => checkedNumber(values, name, range, 'whole number');

/** The value of an option with a closed list of choices. */
export function choiceOption<T extends string>(
  values: OptionValues,
  name: string,
  choices: readonly T[],
): T | undefined {
  const text = stringOption(values, name);
  if (text === undefined) return undefined;
  const choice = choices.find((item) => item === text);
  if (choice === undefined)
    throw new DeversoirError('option-invalid', `--${name} ${text}`, {
      hint: `expected one of ${choices.join(', ')}`,
    });
  return choice;
}
