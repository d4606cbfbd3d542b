/** Why a method gives no figure. */
export type NotMeasuredReason = keyof typeof TEXTS;

const TEXTS = {
  'no-observations': { fr: 'aucune observation', en: 'there is no observation' },
  'no-events': { fr: 'aucun événement observé', en: 'no event was observed' },
  'no-window': { fr: 'la période observée est de durée nulle', en: 'the observed window has no length' },
  'one-group': { fr: 'un seul groupe a des observations', en: 'only one group has observations' },
  'one-class': { fr: 'une seule classe est présente', en: 'only one class is present' },
  'too-few': { fr: 'trop peu d’observations', en: 'there are too few observations' },
  'equal-times': { fr: 'tous les événements portent la même date', en: 'all events bear the same time' },
  collinear: {
    fr: 'une covariable est constante ou se déduit des autres',
    en: 'a covariate is constant or follows from the others',
  },
  uninformative: {
    fr: 'le classifieur ne distingue pas les classes',
    en: 'the classifier does not tell the classes apart',
  },
  unreachable: {
    fr: 'aucun seuil ne tient ce nombre de fausses alertes',
    en: 'no threshold keeps to this number of false alarms',
  },
} as const;

/**
 * The plain answer of a method that can't say: a reason to branch on, and "not measured, because …" in both languages
 * (`notMeasured` is what a metric shows). Invalid input (a negative duration, arrays of unequal length) is not this: it
 * throws a `DeversoirError`.
 */
export interface NotMeasured {
  readonly measured: false;
  readonly reason: NotMeasuredReason;
  /** English, e.g. "not measured, because no event was observed". */
  readonly because: string;
  readonly notMeasured: { readonly fr: string; readonly en: string };
}

/**
 * Makes a plain "not measured" answer.
 *
 * @param detail what exactly is missing, put after the reason in brackets (a count, a name): the same in both languages.
 * @example
 * notMeasured('no-events', 'press').because
 * // → 'not measured, because no event was observed (press)'
 */
export function notMeasured(reason: NotMeasuredReason, detail?: string): NotMeasured {
  const tail = detail === undefined ? '' : ` (${detail})`;
  const { fr, en } = TEXTS[reason];
  const because = `not measured, because ${en}${tail}`;
  return {
    measured: false,
    reason,
    because,
    notMeasured: { fr: `non mesuré\u00a0: ${fr}${tail}`, en: because },
  };
}
