import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { MessageLabel } from '../basic/labelled-shares.js';
import type { Bilingual } from '../make-metric.js';
import { complaintReading, type ComplaintReading } from './complaint-reading.js';
import type { EventType } from './deversoir-events.js';
import { labelledReading } from './labelled-reading.js';
import { labelledSpills, type LabelledSpills } from './labelled-spills.js';

/** What reading misses and tells wrongly among private cases and public messages. */
export interface FunnelReading extends Pick<ComplaintReading, 'private' | 'public' | 'tables'> {
  /** Sides of which labels of the user's own tell it; of the others labelled sets do. */
  readonly labelled: readonly EventType[];
  /** Private cases by these labels. */
  readonly spills: LabelledSpills | undefined;
}

/** Errors of reading on each side: by labels where a side has 30, else by the labelled sets. */
export async function funnelReading(
  corpus: CorpusTables,
  labels: readonly MessageLabel[],
  options: { readonly seed: number },
): Promise<FunnelReading> {
  const tables = await complaintReading(corpus, options),
    spills = await labelledSpills(corpus, labels, options),
    own = await labelledReading(corpus.ofItsBrands(), labels, options);
  const inPrivate = spills?.reading ?? tables.private,
    inPublic = own.public ?? tables.public;
  return {
    ...(inPrivate && { private: inPrivate }),
    ...(inPublic && { public: inPublic }),
    tables: tables.tables,
    labelled: [...(spills ? ['private' as const] : []), ...(own.public ? ['public' as const] : [])],
    spills,
  };
}

/** Which sides labels tell, in words that follow a space. */
const whereOf = ([one, other]: readonly EventType[]): Bilingual => {
  if (other !== undefined) return { fr: '', en: '' };
  return one === 'public' ? { fr: ' en public', en: ' in public' } : { fr: ' en privé', en: ' in private' };
};

/** What effects allow for of the reading, in a sentence or two. */
export function toldOfReading(reading: FunnelReading): Bilingual {
  const fr: string[] = [],
    en: string[] = [];
  if (reading.labelled.length > 0) {
    const where = whereOf(reading.labelled),
      [frCells, enCells] =
        reading.labelled.length > 1
          ? ['', '']
          : [' des cases de ce côté et de la presse', ' in cells of that side and the press'];
    fr.push(
      `Ce que la lecture manque et dit à tort${where.fr} est mesuré par vos étiquettes, qui corrigent valeur et bornes${frCells} ; les parts attribuées sont celles des plaintes telles que lues.`,
    );
    en.push(
      `What reading misses and tells wrongly${where.en} comes from your labels, which set value and bounds right${enCells}; attributed shares are of complaints as read.`,
    );
  }
  if (reading.labelled.length < 2 && (reading.public !== undefined || reading.private !== undefined)) {
    fr.push(
      'La lecture manque des plaintes et en voit où il n’y en a pas : la valeur en est corrigée, la borne haute va jusqu’où ses erreurs connues le permettent, la borne basse est ce qui se lit ; les parts attribuées sont celles des plaintes telles que lues.',
    );
    en.push(
      'Reading misses complaints and tells some where there are none: the value is corrected for it, the upper bound reaches as far as its known errors allow, the lower bound is what is read; attributed shares are of complaints as read.',
    );
  }
  return { fr: fr.join(' '), en: en.join(' ') };
}
