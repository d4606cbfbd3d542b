import type { Bilingual } from '../../model/index.js';

/** What n ratings are where some were given in private, in surveys or at the end of tickets: no published reviews. */
export const ratingsGiven = (n: number, inPrivate: number): Bilingual | undefined =>
  inPrivate === 0
    ? undefined
    : inPrivate === n
      ? { fr: 'notes données en privé', en: 'ratings given in private' }
      : {
          fr: 'notes, avis publiés et réponses privées ensemble',
          en: 'ratings, published reviews and private answers together',
        };
