import type { Genre, HeadConfusion } from '../../model/index.js';
import { HEAD_COLUMNS } from '../basic/head-columns.js';

const sample = (
  genre: Genre,
  language: string | null,
  source: string,
  [hits, misses, alarms, left]: readonly [number, number, number, number],
): HeadConfusion => ({
  head: 'complaint',
  genre,
  language,
  labels: ['none', 'complaint'],
  edges: HEAD_COLUMNS.complaint.cuts,
  counts: [
    [left, alarms],
    [misses, hits],
  ],
  source,
});

/**
 * What the heads that ship tell of further texts of others, as counted in `src/enrich/models/README.md`: two samples of reviews, locked until
 * they were read, and tweets held out of Complaints on Twitter (1,232 of 3,449 complain; Preoţiuc-Pietro et al. 2019), of which it gives precision
 * and recall. The tables of the heads are of three kinds of texts: how far sets lie apart is not known from three.
 */
export const COMPLAINT_SAMPLES: readonly HeadConfusion[] = [
  sample('review', null, 'third locked sample', [28, 11, 7, 81]),
  sample('review', null, 'fourth locked sample', [20, 2, 4, 97]),
  sample('tweet', 'en', 'Complaints on Twitter', [967, 265, 281, 1936]),
];
