/**
 * What a row is before what it says. `own`: words somebody wrote here; `service`: a notice of the platform; `automatic`: an
 * acknowledgement or an absence notice that no person wrote; `repeat`: the same words told twice by the exports (a ticket's description
 * and its first comment, an article in two press tools); `reshare`: somebody's post passed on; `business`: what a supplier,
 * an applicant, who sells services or a newsletter writes in private, not as a customer.
 */
const SPEECHES = ['own', 'service', 'automatic', 'repeat', 'reshare', 'business'] as const;

/** Column of `messages/*.parquet` that only the whole corpus can fill, once duplicates are known. */
export const speechColumns = {
  speech: {
    kind: 'string',
    required: true,
    values: SPEECHES,
    doc: 'own words, service notice, automatic reply, repeat, reshare or business (supplier, applicant, offer, newsletter)',
  },
} as const;

/** Columns of `messages/*.parquet` for what a text says by another of the corpus; its other columns then hold what it says so. */
export const referenceColumns = {
  refersTo: {
    kind: 'string',
    doc: 'messageId of the complaint from which a message that only agrees or reminds has its complaint, tone or drivers',
  },
  ownReading: {
    kind: 'strings',
    required: true,
    doc: 'sentiment, polarity and complaintProbability of its words alone, where refersTo gives others',
  },
  contextProducts: {
    kind: 'strings',
    required: true,
    doc: 'the product of what a message stands under, answers or refers to, where it names none; products holds those it names',
  },
} as const;
