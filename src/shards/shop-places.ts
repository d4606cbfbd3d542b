import { loadGazetteer } from '../enrich/entities/gazetteer.js';
import { loadGivenNames } from '../enrich/names/given-names.js';
import { lettersOf } from '../normalise/handles.js';
import { fold } from '../util/fold.js';

/** Letters of the places by which a brand tells its shops apart; none for one that is a first name, as who bears it may be called after a town. */
export function shopPlaces(brand: string | undefined): ReadonlySet<string> {
  if (brand === undefined || loadGivenNames().all.has(fold(brand))) return new Set();
  return new Set(loadGazetteer('places').flatMap(({ name, aliases }) => [name, ...aliases].map(lettersOf)));
}
