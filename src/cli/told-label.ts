import { createPersons } from '../enrich/names/label-persons.js';
import { shapeOf } from '../normalise/tell.js';

/** Longest label that is told: more is a sentence of somebody. */
const LONGEST = 30;

/**
 * A label of a file as an error may tell it; of a sentence, a contact or the name of a person, which a wrong column holds, the shape.
 *
 * @example
 * [toldLabel('content'), toldLabel('Camille Martin'), toldLabel('camille@exemple.fr')]
 * // → ['content', 'Xxxxxxx Xxxxxx', 'xxxxxxx@xxxxxxx.xx']
 */
export const toldLabel = (label: string): string =>
  label.length > LONGEST || /@|\d{5}/.test(label) || createPersons().isPerson(label) ? shapeOf(label) : label;
