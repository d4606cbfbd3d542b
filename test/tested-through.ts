/**
 * Files that decide something and have no test of their own: the test that sees what they decide, through the file that uses them.
 * A new one is not for this list where it can be counted alone.
 */
export const TESTED_THROUGH: Readonly<Record<string, string>> = {
  'cases/case-input.ts': 'cases/case-tables.test.ts',
  'metrics/crisis/alert-states.ts': 'metrics/crisis/crisis-alerts.test.ts',
  'metrics/funnel/deversoir-events.ts': 'metrics/funnel/deversoir-matrix.test.ts',
  'metrics/funnel/deversoir-fit.ts': 'metrics/funnel/deversoir-matrix.test.ts',
  'report/deck/finding-slide.ts': 'report/deck/deck.test.ts',
  'report/deck/frame-slides.ts': 'report/deck/deck.test.ts',
  'report/story/scope-lines.ts': 'report/story/build-story.test.ts',
  'report/story/tiles.ts': 'report/story/build-story.test.ts',
  'report/workbook/workbook.ts': 'report/deck/deck.test.ts',
  'shards/spark/run-driver.ts': 'spark/spark.test.ts',
};
