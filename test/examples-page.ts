import { CHARTS } from '../src/charts/chart-of.js';
import { METRICS, catalogue, type AnyMetricFunction } from '../src/metrics/measure.js';

const definitions = new Map(
  (Object.values(METRICS).flat() as readonly AnyMetricFunction[]).map(({ definition }) => [
    definition.frame.name,
    definition,
  ]),
);

/** The page of examples: one for every metric of the catalogue, and for every chart. */
export function examplesPage(): string {
  const sections = catalogue().map(
    ({ name, label, unit, denominator, definition, limits, source, groups }) => {
      const columns = definitions.get(name)?.frame.columns ?? [];
      const listed = (Array.isArray(columns) ? columns : Object.keys(columns)) as readonly string[];
      const by = groups === undefined ? '' : `, { by: '${groups === 'value' ? 'channel' : 'month'}' }`;
      return [
        `## ${name}`,
        '',
        `**${label.en}** (« ${label.fr} »), in ${unit}; n counts ${denominator.en}. ${definition.en}${limits ? ` ${limits.en}` : ''} Source: ${source}.`,
        '',
        ...(listed.length > 0 ? [`Rows: ${listed.map((column) => `\`${column}\``).join(', ')}.`, ''] : []),
        '```ts',
        `const metric = await ${name}(corpus${by});`,
        `metric.rows().slice(0, 3);`,
        ...(name in CHARTS && groups !== undefined
          ? ['', `const spec = (await ${name}(corpus)).chart();`, 'await renderSvg(spec);']
          : ['', 'await renderSvg(metric.chart());']),
        '```',
      ].join('\n');
    },
  );
  return `<!-- Made from the catalogue by: UPDATE_EXAMPLES=1 npx vitest run --project unit test/examples.test.ts -->

# One example a metric, with its chart

\`npm start\` makes the corpus of the demonstration. Each example below is executed by \`test/examples.test.ts\`; a metric that can't be measured says why in \`notMeasured\`.

\`\`\`ts setup
import * as deversoir from 'deversoir';
import { renderSvg } from 'deversoir/charts';

const corpus = await deversoir.openCorpus('reports/agri-food-demo/corpus');
\`\`\`

${sections.join('\n\n')}
`;
}
