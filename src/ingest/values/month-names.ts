/** Beginnings of month names without accents, by month; French, English, German, Spanish, Italian, Portuguese, Dutch. */
const MONTHS: readonly (readonly string[])[] = [
  ['janv', 'jan', 'ene', 'gen', 'janeiro', 'enero', 'jaen'],
  ['fevr', 'fev', 'feb', 'febr'],
  ['mars', 'mar', 'maerz', 'marz', 'mrt', 'maart', 'mrz'],
  ['avril', 'avr', 'apr', 'abr'],
  ['mai', 'may', 'mag', 'maio', 'mei'],
  ['juin', 'jun', 'giu'],
  ['juil', 'jul', 'lug', 'juillet'],
  ['aout', 'aug', 'ago', 'aou', 'agosto'],
  ['sept', 'sep', 'set', 'settembre', 'setembro'],
  ['oct', 'okt', 'ott', 'out', 'outubro'],
  ['nov'],
  ['dec', 'dez', 'dic'],
];
const FULL: readonly (readonly string[])[] = [
  ['janvier', 'january', 'januar', 'januari', 'enero', 'gennaio', 'janeiro'],
  ['fevrier', 'february', 'februar', 'februari', 'febrero', 'febbraio', 'fevereiro'],
  ['march', 'marzo', 'marco', 'maart', 'marz'],
  ['april', 'abril', 'aprile'],
  ['maggio', 'mayo', 'maio'],
  ['june', 'juni', 'junio', 'giugno', 'junho'],
  ['july', 'juli', 'julio', 'luglio', 'julho'],
  ['august', 'augustus', 'agosto'],
  ['septembre', 'september', 'septiembre', 'settembre', 'setembro'],
  ['octobre', 'october', 'oktober', 'octubre', 'ottobre', 'outubro'],
  ['novembre', 'november', 'noviembre', 'novembro'],
  ['decembre', 'december', 'dezember', 'diciembre', 'dicembre', 'dezembro'],
];

const BY_NAME = new Map<string, number>();
for (const table of [MONTHS, FULL])
  table.forEach((names, index) => names.forEach((name) => BY_NAME.set(name, index + 1)));

/**
 * Month of a name or abbreviation, accents, case and a final dot ignored; `undefined` for any other word.
 *
 * @example
 * [monthOf('févr.'), monthOf('Oktober'), monthOf('lundi')]
 * // → [2, 10, undefined]
 */
export function monthOf(word: string): number | undefined {
  return BY_NAME.get(word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replace(/\.$/, ''));
}
