import { numberOf, rowsOf, type Telling } from '../reading.js';

/** Share of what authors write themselves from which headlines passed on are what is mostly read. */
const MOSTLY = 0.5;

/** How many of the public messages that their authors wrote pass on a headline or announce something, where most do. */
export function headlinesPassedOn({
  metrics,
}: Telling): { readonly titles: number; readonly own: number } | null {
  const [row] = rowsOf(metrics.get('reshareShare'));
  const titles = numberOf(row, 'titles'),
    own = numberOf(row, 'own');
  return own > 0 && titles / own >= MOSTLY ? { titles, own } : null;
}
