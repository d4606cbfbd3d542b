import type { Language } from '../util/language.js';
import { VERSION } from '../util/version.js';
import { commands } from './commands/index.js';

const GENERAL: Readonly<
  Record<Language, { readonly head: readonly string[]; readonly foot: readonly string[] }>
> = {
  en: {
    head: [
      `deversoir ${VERSION}: raw exports in; spillover metrics, charts and French reports out`,
      '',
      'Usage: deversoir COMMAND [ARGUMENTS] [--json] [--help]',
    ],
    foot: [
      'Every command explains itself: deversoir COMMAND --help',
      'With --json a command prints one JSON document on stdout and everything else on stderr.',
      'Exit codes: 0 done, 1 failed, 2 called wrongly.',
      'En français : deversoir aide [COMMANDE], ou --help --lang fr ; avec --lang fr une commande parle français',
    ],
  },
  fr: {
    head: [
      `deversoir ${VERSION} : des exports bruts aux mesures du déversoir, aux graphiques et aux rapports`,
      '',
      'Usage : deversoir COMMANDE [ARGUMENTS] [--json] [--help]',
    ],
    foot: [
      'Chaque commande s’explique : deversoir aide COMMANDE',
      'Avec --lang fr, une commande dit ses notes, ses doutes et ses erreurs en français.',
      'Avec --json, une commande écrit un seul document JSON sur la sortie standard, et le reste sur la sortie d’erreur.',
      'Codes de sortie : 0 fait, 1 échoué, 2 mal appelé.',
      'In English: deversoir COMMAND --help',
    ],
  },
};

/** What `deversoir --help` prints. */
export function generalHelp(language: Language): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const { head, foot } = GENERAL[language];
  return [
    ...head,
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary[language]}`),
    '',
    ...foot,
  ].join('\n');
}

/** Words before `--`, after which all are positional. */
const optionWords = (all: readonly string[]): readonly string[] =>
  all.slice(0, all.includes('--') ? all.indexOf('--') : undefined);

/**
 * The value of `--lang`, whatever it is.
 *
 * @example
 * [languageAsked(['ingest', 'x', '--lang=fr']), languageAsked(['report', '--lang', 'en']), languageAsked(['formats', '--', '--lang=fr'])]
 * // → ['fr', 'en', undefined]
 */
export function languageAsked(all: readonly string[]): string | undefined {
  const words = optionWords(all);
  const at = words.findIndex((word) => /^--lang(?:=|$)/.test(word));
  return at < 0 ? undefined : (words[at]?.split('=')[1] ?? words[at + 1]);
}

/**
 * The command whose help is asked for, absent for that of all, and its language; `null` where none is: by `--help` or “help”, in French by “aide” or
 * `--lang fr`, never by the locale of the machine.
 *
 * @example
 * [helpAsked(['aide', 'report']), helpAsked(['watch', '--lang', 'fr', '-h'])?.language, helpAsked(['watch', 'depot'])]
 * // → [{ name: 'report', language: 'fr' }, 'fr', null]
 */
export function helpAsked(
  all: readonly string[],
): { readonly name: string | undefined; readonly language: Language } | null {
  const [first, ...others] = all;
  const words = optionWords(all),
    told = languageAsked(all);
  if (first === 'aide' || first === 'help')
    return {
      name: others.find((word) => !word.startsWith('-') && word !== told),
      language: first === 'aide' || told === 'fr' ? 'fr' : 'en',
    };
  const asks = words.some((word) => word === '--help' || word === '-h');
  if (!asks) return null;
  return { name: first?.startsWith('-') ? undefined : first, language: told === 'fr' ? 'fr' : 'en' };
}
