import type { SimulatedMessage } from './truth.js';
import { PARTS } from './people.js';

/** Towns where the demo's retailer has a store. */
const TOWNS = [
  'Nantes',
  'Rennes',
  'Tours',
  'Dijon',
  'Amiens',
  'Metz',
  'Grenoble',
  'Limoges',
  'Caen',
  'Valence',
  'Troyes',
  'Annecy',
];
/** What happens in a store; the rest is told of the retailer as a whole. */
const IN_STORE: ReadonlySet<string> = new Set([
  'store',
  'checkout',
  'staff',
  'click-and-collect',
  'availability',
  'freshness',
  'price',
]);

/**
 * The store that a review is about: that of the town its text names, else one that its author always goes to. No draw is spent on it,
 * so nothing else of a demo changes.
 */
export function storeOf({ text, person, planted }: SimulatedMessage, brand: string): string | undefined {
  if (person === undefined || !planted.drivers.some((driver) => IN_STORE.has(driver))) return undefined;
  const named = PARTS.cities.find((city) => text.includes(city));
  const town = named ?? TOWNS[person.id % TOWNS.length];
  return town !== undefined && TOWNS.includes(town) ? `${brand} ${town}` : undefined;
}
