import type { Sector } from '../../model/config.js';
import { readTexts } from '../text-data.js';
import type { SectorTexts } from './sector.js';

type SectorFile = Omit<SectorTexts, 'needs' | 'drivers' | 'stories' | 'articles'> & {
  readonly needs: readonly { readonly pattern: string; readonly flags: string; readonly trait: string }[];
};

const read = new Map<Sector, SectorTexts>();

/** The texts of a sector, from `data/<sector>/*.json`, read once. */
export function sectorTexts(sector: Sector): SectorTexts {
  const known = read.get(sector);
  if (known !== undefined) return known;
  const { needs, ...rest } = readTexts(`${sector}/sector`) as SectorFile;
  const texts: SectorTexts = {
    ...rest,
    needs: needs.map(({ pattern, flags, trait }) => [new RegExp(pattern, flags), trait] as const),
    drivers: readTexts(`${sector}/drivers`) as SectorTexts['drivers'],
    stories: readTexts(`${sector}/stories`) as SectorTexts['stories'],
    articles: readTexts(`${sector}/articles`) as SectorTexts['articles'],
  };
  read.set(sector, texts);
  return texts;
}
