import { labelInside } from '../charts/wording.js';
import type { CorrectedRow } from '../metrics/basic/labelled-shares.js';
import type { LabelSample, LabelStratum } from '../metrics/index.js';
import { inPercent } from '../util/english.js';
import { formatNumber, formatShare, typo } from '../util/french.js';
import type { Language } from '../util/language.js';

/** What `deversoir label` prints of a draw and of labels read back. */
export interface LabelLines {
  drawn(sample: LabelSample): string;
  strata(strata: readonly LabelStratum[]): string;
  count(labels: number): string;
  share(row: CorrectedRow): string;
}

const ENGLISH: LabelLines = {
  drawn: ({ rows, population, halfWidth }) =>
    `${rows.length} of ${population} messages: the corrected share should be known to ± ${(100 * halfWidth).toFixed(1)} points`,
  strata: (strata) => strata.map(({ genre, population, n }) => `${genre} ${n} of ${population}`).join(', '),
  count: (labels) => `${labels} labels`,
  share: ({ head, label: named, genre, n, share, low, high, raw, method, reference, referenceN }) =>
    `${head} ${named}${genre === 'all' ? '' : `, ${genre} (${n})`}: ${share === null ? 'not told' : inPercent(share)} (${inPercent(low)} to ${inPercent(high)}), raw ${inPercent(raw)}; ${method}, ${reference}, ${referenceN} texts`,
};

const genreName = (genre: string): string => labelInside('genre', genre);

const HEADS: Readonly<Record<string, string>> = { sentiment: 'ton', complaint: 'plainte', harm: 'à modérer' };

/** What a label says under its head: a head that asks for one thing is answered by yes or no. */
const answer = (head: string, named: string): string =>
  head === 'sentiment' ? labelInside('reading', named) : named === head ? 'oui' : 'non';

const SECOND = 'second reader ';
const referenceName = (reference: string): string =>
  reference.startsWith(SECOND)
    ? `second lecteur ${reference.slice(SECOND.length)}`
    : labelInside('reference', reference);

const FRENCH: LabelLines = {
  drawn: ({ rows, population, halfWidth }) =>
    typo(
      `${formatNumber(rows.length)} messages sur ${formatNumber(population)} : la part corrigée devrait être connue à ± ${formatNumber(100 * halfWidth, 1)} points`,
    ),
  strata: (strata) =>
    strata
      .map(
        ({ genre, population, n }) =>
          `${genreName(genre)} ${formatNumber(n)} sur ${formatNumber(population)}`,
      )
      .join(', '),
  count: (labels) => `${formatNumber(labels)} ${labels < 2 ? 'étiquette' : 'étiquettes'}`,
  share: ({ head, label: named, genre, n, share, low, high, raw, method, reference, referenceN }) =>
    typo(
      `${HEADS[head] ?? head}, ${answer(head, named)}${genre === 'all' ? '' : `, ${genreName(genre)} (${formatNumber(n)})`} : ${share === null ? 'non dite' : formatShare(share)} (${formatShare(low)} à ${formatShare(high)}), brute ${formatShare(raw)} ; ${method
        .split(', ')
        .map((one) => labelInside('correction', one))
        .join(' et ')}, ${referenceName(reference)}, ${formatNumber(referenceN)} textes`,
    ),
};

/**
 * The lines of a language.
 *
 * @example
 * labelLines('fr').strata([{ genre: 'private', population: 1554, n: 26 }, { genre: 'review', population: 208, n: 2 }])
 * // → 'messages privés 26 sur 1\u202f554, avis 2 sur 208'
 */
export const labelLines = (language: Language): LabelLines => (language === 'fr' ? FRENCH : ENGLISH);
