/** French heads of columns that mean something else in their metric than their name says elsewhere. */
export const OWN_HEADS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  graveCases: { spilled: 'A débordé' },
  sectorFigures: { own: 'Marque' },
  scoreDecomposition: {
    rate: 'Effet de tonalité',
    rateLow: 'Tonalité, borne basse',
    rateHigh: 'Tonalité, borne haute',
  },
  rejectReasons: { reason: 'Raison' },
  doubtReasons: { reason: 'Raison' },
};
