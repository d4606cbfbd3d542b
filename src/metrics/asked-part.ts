import type { CorpusTables } from '../engine/corpus-tables.js';
import type { Bilingual } from '../model/index.js';

/** What shares are of in a part of the corpus that was asked by the very thing they are shares of: the whole, for what was asked. */
export function tellAskedPart(
  { filters }: CorpusTables,
  key: 'driver' | 'topic',
  limits: Bilingual,
): Bilingual {
  if (filters.every((filter) => filter[key] === undefined)) return limits;
  const [fr, en] = key === 'driver' ? ['motif', 'driver'] : ['sujet', 'subject'];
  return {
    fr: `Cette partie du corpus est choisie par ${fr} : la part de ce qui est demandé y va de soi (100 % d’un seul), celle des autres est parmi ces messages. ${limits.fr}`,
    en: `This part of the corpus is chosen by ${en}: the share of what is asked goes without saying (100% of one alone), that of the others is among these messages. ${limits.en}`,
  };
}
