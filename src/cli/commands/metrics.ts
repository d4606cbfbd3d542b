import type { Command } from '../command.js';

const usage = `Usage: deversoir metrics [NAME...] [--json] [--lang fr]

Lists the metrics, or those named, with definition, unit, what n counts, limits and source. Each is a function of the library with
the same name, and an entry of metrics.json.

Examples:
  deversoir metrics spillRate firstReplyTime
  deversoir metrics --json`;

export const metricsCommand: Command = {
  name: 'metrics',
  usage,
  options: {},
  async run(names, values, io) {
    const { catalogue } = await import('../../metrics/measure.js');
    const { inFrench } = await import('../../util/in-french.js');
    const { DeversoirError } = await import('../../util/errors.js');
    const all = catalogue();
    const unknown = names.find((name) => !all.some((entry) => entry.name === name || entry.subject === name));
    if (unknown !== undefined)
      throw new DeversoirError('option-invalid', `no metric "${unknown}"`, {
        hint: `expected one of ${all.map(({ name }) => name).join(', ')}`,
      });
    const list =
      names.length === 0
        ? all
        : all.filter(({ name, subject }) => names.includes(name) || names.includes(subject));
    for (const { name, subject, label, unit, denominator, definition, limits, source, groups } of list) {
      const by = groups === undefined ? '' : '; groupable (by)';
      const lines =
        values['lang'] === 'fr'
          ? [
              `${name} (${subject}, ${unit}) : ${label.fr}`,
              `  n : ${denominator.fr}`,
              `  ${definition.fr}`,
              ...(limits ? [`  Limites : ${limits.fr}`] : []),
              `  Source : ${inFrench(source)}${by.replace(';', ' ;')}`,
            ]
          : [
              `${name} (${subject}, ${unit}): ${label.en}`,
              `  n: ${denominator.en}`,
              `  ${definition.en}`,
              ...(limits ? [`  Limits: ${limits.en}`] : []),
              `  Source: ${source}${by}`,
            ];
      for (const line of lines) io.print(line);
    }
    return { json: { metrics: list } };
  },
};
