/** Names of the entities of HTML that texts in French and English hold. */
const ENTITY_NAMES =
  '[aeiouyAEIOUY](?:acute|grave|circ|uml)|[aon]tilde|[AON]tilde|[cC]cedil|aring|Aring|aelig|AElig|oelig|OElig|oslash|szlig|amp|lt|gt|quot|apos|nbsp|[lr][sd]?quo|[sb]dquo|hellip|euro|pound|copy|reg|trade|deg|[nm]dash|laquo|raquo|middot|bull|times|para|sect|frac12|shy|ensp|emsp|thinsp|zwj|zwnj';
/** An entity of HTML as people export it: "&eacute;", "&#233;". */
export const ENTITY = new RegExp(`&(?:#\\d{2,6}|#[xX][\\dA-Fa-f]{2,5}|${ENTITY_NAMES});`, 'g');
/** The same that lacks its sign, at the end of a cell. */
const ENTITY_END = new RegExp(`&(?:#\\d{2,6}|#[xX][\\dA-Fa-f]{2,5}|${ENTITY_NAMES})$`);
const LONGEST_ENTITY = 9;
const AMPERSAND = 38;

/** Whether the semicolon at `at` of a text ends an entity begun at `from` or later: "caf&eacute;". */
export function endsEntity(text: string, from: number, at: number): boolean {
  for (let start = at - 1; start >= Math.max(from, at - LONGEST_ENTITY); start--)
    if (text.charCodeAt(start) === AMPERSAND) return ENTITY_END.test(text.slice(start, at));
  return false;
}
