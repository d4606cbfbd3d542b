/** What is to be told of a row that came damaged. */
export const FLAWS = {
  'unclosed-quote': 'a quote opens and never closes: the row is read up to its line end',
  'too-wide': 'more cells than a table can have: the rest of the row is dropped',
  'too-long': 'a row longer than any export writes',
  unvalued:
    'a formula whose value the workbook does not hold: open it in a spreadsheet, save it and read it again',
} as const;

/** Why a row is no data of its table. */
export const ASIDE = {
  above: 'stands above the header',
  again: 'the header again',
  units: 'says in what the columns are written',
  other: 'another table below, with a header of its own: give it in a sheet or file of its own',
} as const;
