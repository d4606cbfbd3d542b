import type { CorpusTables } from '../engine/corpus-tables.js';
import type { Bilingual } from '../model/index.js';

/** Of what shares are in a part of the corpus that was asked by the very thing they are shares of: the whole, for what was asked. */
export function tellAskedPart(
  { filters }: CorpusTables,
  key: 'driver' | 'topic',
  { denominator, limits }: { readonly denominator: Bilingual; readonly limits: Bilingual },
): { readonly denominator: Bilingual; readonly limits: Bilingual } {
  if (filters.every((filter) => filter[key] === undefined)) return { denominator, limits };
  const [fr, en] = key === 'driver' ? ['motif', 'driver'] : ['sujet', 'subject'];
  return {
    denominator: { fr: `${denominator.fr}, choisis par ${fr}`, en: `${denominator.en}, chosen by ${en}` },
    limits: {
      fr: `Cette partie du corpus est choisie par ${fr} : la part de ce qui est demandé y va de soi (100 % d’un seul), celle des autres est parmi ces messages. ${limits.fr}`,
      en: `This part of the corpus is chosen by ${en}: the share of what is asked goes without saying (100% of one alone), that of the others is among these messages. ${limits.en}`,
    },
  };
}
