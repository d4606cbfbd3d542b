/** A row under a header that says in what its columns are written: formats of dates, scales, units, kinds of values. */

/** Rows under a header in which it is looked for. */
export const UNITS_ROWS = 3;

/** Letters of the parts of a date between its signs: `jj/mm/aaaa`, `YYYY-MM-DD hh:mm`. */
const DATE_FORMAT =
  /^(?:j{1,2}|d{1,2}|m{1,4}|a{2,4}|y{2,4})(?:[/. :-]{1,2}(?:j{1,2}|d{1,2}|m{1,4}|a{2,4}|y{2,4}|h{1,2}|s{1,2})){1,5}$/i;
const SCALE =
  /^(?:(?:de |from |note |échelle |scale )?\d{1,3} ?(?:à|a|to|-|–|…|\.\.) ?\d{1,3}|(?:sur|out of|\/) ?\d{1,3})$/i;
const UNIT =
  /^(?:en |in )?(?:[€$£¥%‰]|[kM]€|eur|euros?|usd|dollars?|gbp|chf|kg|g|mg|t|l|cl|ml|km|m|cm|mm|h|min|mn|s|sec|ms|°c|nb|n°|jours?|heures?|minutes?|secondes?|days?|hours?|seconds?|pourcentage|percent)$/i;
const KIND =
  /^(?:texte?|texte? libre|libre|free text|string|varchar(?:\(\d+\))?|caractères|alphanumérique|nombre|number|numérique|numeric|entier|integer|int|décimal|decimal|float|date|datetime|date et heure|booléen|boolean|bool|oui ?[/|] ?non|yes ?[/|] ?no|liste|list|choix(?: unique| multiple)?|single choice|multiple choice|échelle|scale|note|identifiant|id|url|e-?mail|code|format|type|unité|unit|obligatoire|facultatif|optionnel|required|mandatory|optional|-|–|n\/?a|s\.?o\.?)$/i;
/** What only says whether there is a unit: no row is made of it. */
const FILLER = /^(?:-|–|n\/?a|s\.?o\.?|id|note|date|url|e-?mail|code|type|oui ?[/|] ?non|yes ?[/|] ?no)$/i;
/** Characters that such a cell has at most. */
const LONG = 40;

const bare = (cell: string): string =>
  cell
    .normalize('NFC')
    .trim()
    .replace(/^[([{]\s*(.*?)\s*[)\]}]$/, '$1');

const saysUnit = (text: string): boolean =>
  text.length <= LONG && (DATE_FORMAT.test(text) || SCALE.test(text) || UNIT.test(text) || KIND.test(text));

/**
 * Whether all filled cells of a row say in what their columns are written, and one of them nothing else. A scale alone may be an answer.
 *
 * @param cells a row close under a header of two columns or more
 */
export function isUnits(cells: readonly string[]): boolean {
  const filled = cells.map(bare).filter((cell) => cell !== '');
  const telling = filled.filter((cell) => !FILLER.test(cell));
  if (telling.length === 0 || !filled.every(saysUnit)) return false;
  return filled.length > 1 || telling.some((cell) => DATE_FORMAT.test(cell) || UNIT.test(cell));
}
