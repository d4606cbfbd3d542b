import type { Action, AnnexTable } from './story.js';

const CASE_LISTS: ReadonlySet<string> = new Set(['graveCases', 'waitingCases', 'reservoir']);

/** The list of cases that an action sends the reader to. */
export const caseListOf = (
  { figures }: Pick<Action, 'figures'>,
  annex: readonly AnnexTable[],
): AnnexTable | undefined => annex.find(({ id }) => CASE_LISTS.has(id) && id === figures[0]?.metric);
