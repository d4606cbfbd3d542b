import type { Sector } from '../plan.js';
import { agriFood } from './agri-food.js';
import { retail } from './retail.js';
import type { SectorTexts } from './sector.js';

/** The texts of a sector. */
export function sectorTexts(sector: Sector): SectorTexts {
  return { 'agri-food': agriFood, retail }[sector];
}
