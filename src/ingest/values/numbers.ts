/** Sign between whole and fraction in a column of numbers. */
export type DecimalSign = '.' | ',';

const GAPS = /[\s\u00a0\u202f\u2009'’_]/g;
const SCALE: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, md: 1e9 };

/**
 * What one cell says about the decimal sign of its column: `1.234,5`, `1,4` and `1.234.567` decide; `407.137` does not.
 *
 * @example
 * [decimalEvidence('1.234,5'), decimalEvidence('1,4'), decimalEvidence('7,032')]
 * // → [',', ',', undefined]
 */
export function decimalEvidence(cell: string): DecimalSign | undefined {
  const text = cell.trim().replaceAll(GAPS, '').replace(/%$/, '');
  if (!/^[-+]?[\d.,]+$/.test(text)) return undefined;
  const dots = text.split('.').length - 1,
    commas = text.split(',').length - 1;
  if (dots + commas === 0) return undefined;
  if (dots > 0 && commas > 0) return text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  if (dots > 1) return ',';
  if (commas > 1) return '.';
  const sign = dots === 1 ? '.' : ',';
  const [whole = '', fraction = ''] = text.replace(/^[-+]/, '').split(sign);
  return fraction.length === 3 && whole.length >= 1 && whole.length <= 3 && whole !== '0' ? undefined : sign;
}

/** Decimal sign of a column from its cells: what the deciding cells agree on, `undefined` when none decides or they differ. */
export function decideDecimal(cells: Iterable<string>): DecimalSign | undefined {
  let found: DecimalSign | undefined;
  for (const cell of cells) {
    const sign = decimalEvidence(cell);
    if (sign !== undefined && found !== undefined && sign !== found) return undefined;
    found ??= sign;
  }
  return found;
}

/**
 * Reads a number of any locale; `undefined` when it is none. `decimal` is the sign of the column; without it a single group
 * of three digits is read as thousands for counts (`whole`), as a fraction otherwise.
 *
 * @example
 * [readNumber('1 234,5'), readNumber('407.137', { whole: true }), readNumber('12.5K'), readNumber('6.5%')]
 * // → [1234.5, 407137, 12500, 6.5]
 */
export function readNumber(
  cell: string,
  options: { readonly decimal?: DecimalSign | undefined; readonly whole?: boolean } = {},
): number | undefined {
  if (/^\d{1,15}$/.test(cell)) return Number(cell);
  const match = /^([-+−]?)([\d.,]*\d[.,]?)(?:e([+-]?\d{1,2}))?(k|m|md|b)?%?$/i.exec(
    cell.trim().replaceAll(GAPS, ''),
  );
  if (!match) return undefined;
  const [, minus = '', digits = '', exponent, scale] = match;
  const decimal =
    decimalEvidence(digits) ??
    options.decimal ??
    (options.whole && scale === undefined ? thousandsOf(digits) : digits.includes(',') ? ',' : '.');
  const plain = digits.replaceAll(decimal === '.' ? ',' : '.', '').replace(',', '.');
  const value = Number(plain) * 10 ** Number(exponent ?? 0) * (SCALE[scale?.toLowerCase() ?? ''] ?? 1);
  if (!Number.isFinite(value)) return undefined;
  return minus === '-' || minus === '−' ? -value : value;
}

/** The decimal sign that makes the only separator one of thousands. */
const thousandsOf = (digits: string): DecimalSign => (digits.includes('.') ? ',' : '.');

/** A count: {@link readNumber} of a whole number, rounded (`25.0` is 25); negative or not a number gives `undefined`. */
export function readCount(cell: string | undefined, decimal?: DecimalSign): number | undefined {
  if (cell === undefined) return undefined;
  const value = readNumber(cell, { whole: true, decimal });
  return value === undefined || value < 0 || value > Number.MAX_SAFE_INTEGER ? undefined : Math.round(value);
}

/** A cell without the sign or code of a currency before or after its number. */
export const withoutCurrency = (cell: string): string =>
  cell
    .trim()
    .replace(/^(?:[€$£¥]|[A-Z]{3}(?=[\s\d])|CHF)\s*|\s*(?:[€$£¥]|euros?|[A-Z]{3})(?:\s*(?:TTC|HT))?$/gi, '');

/**
 * An amount of money, its currency left out; negative for a refund.
 *
 * @example
 * [readAmount('45,90 €'), readAmount('$1,234.50'), readAmount('12 EUR'), readAmount('offert')]
 * // → [45.9, 1234.5, 12, undefined]
 */
export const readAmount = (cell: string, decimal?: DecimalSign): number | undefined =>
  readNumber(withoutCurrency(cell), { decimal });

/** What stands before a rating on a page. */
const RATED = /^(?:rated|not[ée]e?|note|rating|score|bewertet mit)\s*:?\s*(?=\d)/i;
/** What stars are called. */
const NAMES =
  'stars?(?: rating)?|étoiles?|sterne?n?|estrellas?|estrelas?|stell[ae]|sterren|stjern(?:er|or)|gwiazd(?:ki|ek|a|y)|zvězd(?:y|iček)?|yıldız|bintang|звезд[аы]?|звёзд[аы]?|★|⭐️?|点|星';
const STARS = new RegExp(`\\s*-?\\s*(?:${NAMES})$`, 'iu');
/** A rating with its scale: "4 out of 5", « 4 étoiles sur 5 ». */
const OF = new RegExp(
  `^([\\d.,]+)\\s*(?:-?\\s*(?:${NAMES})\\s*)?(?:/|out of|sur|von|van de|su|de|of)\\s*(\\d+)`,
  'iu',
);

/**
 * A rating: a number, `4/5`, `4 out of 5`, `4 sur 5`, stars.
 *
 * @example
 * [readRating('4,5/5'), readRating('★★★☆☆'), readRating('3')]
 * // → [{ rating: 4.5, max: 5 }, { rating: 3, max: 5 }, { rating: 3 }]
 */
export function readRating(
  text: string,
  decimal?: DecimalSign,
): { rating: number; max?: number } | undefined {
  const stars = /^[★⭐☆✩\s]+$/.exec(text.replaceAll('\ufe0f', ''));
  if (stars)
    return {
      rating: [...text].filter((star) => star === '★' || star === '⭐').length,
      ...(/[☆✩]/.test(text) ? { max: [...text].filter((star) => /[★⭐☆✩]/.test(star)).length } : {}),
    };
  const told = text.replace(RATED, ''),
    of = OF.exec(told);
  const rating = readNumber(of?.[1] ?? told.replace(STARS, ''), { decimal });
  if (rating === undefined || rating < 0 || rating > 100) return undefined;
  return of ? { rating, max: Number(of[2]) } : { rating };
}
