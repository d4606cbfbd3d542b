import { shippedJson } from '../../util/shipped-json.js';

const FRENCH = shippedJson('./format-titles.json', import.meta.url) as {
  /** By format. */
  readonly titles: Readonly<Record<string, string>>;
  /** What stands before an example: the way to the export in the tool’s menus. */
  readonly recipes: Readonly<Record<string, string>>;
};

const STAGES: Readonly<Record<string, string>> = {
  private: 'privé',
  public: 'public',
  press: 'presse',
  mixed: 'mixte',
};

const EVIDENCE: Readonly<Record<string, string>> = {
  real: 'réel',
  fixture: 'imité',
  documented: 'documenté',
  memory: 'de mémoire',
};

interface Listed {
  readonly format: string;
  readonly label: string;
  readonly stage: string;
  readonly evidence: string;
  readonly example: string;
}

/**
 * A line of `formats` in French; headers and marks of files stay as their tools write them.
 *
 * @example
 * const one = { format: 'mbox', label: 'Mailbox', stage: 'private', evidence: 'real', example: 'From x' };
 * formatInFrench(one)
 * // → { format: 'mbox', label: 'boîte de courriels (mbox)\u00a0: Gmail Takeout, Thunderbird, archives de listes', stage: 'privé', evidence: 'réel', example: 'From x' }
 */
export function formatInFrench({ format, label, stage, evidence, example }: Listed): Listed {
  const recipe = Object.keys(FRENCH.recipes).find((english) => example.includes(english));
  return {
    format,
    label: FRENCH.titles[format] ?? label,
    stage: STAGES[stage] ?? stage,
    evidence: EVIDENCE[evidence] ?? evidence,
    example: recipe === undefined ? example : example.replace(recipe, FRENCH.recipes[recipe] ?? recipe),
  };
}
