import { type Command, numberOption, wholeOption } from '../command.js';
import { inPercent as englishPercent } from '../../util/english.js';
import { formatNumber, formatShare } from '../../util/french.js';

const usage = `Usage: deversoir power --cases N [OPTIONS]

What could be detected with N private cases? Repeats whole studies by simulation (planted hazards, competing resolution,
the same tests as the report) and prints:

  - the width of the 95% interval of the spill rate, and how often it holds the truth;
  - the smallest difference between two groups of cases (two drivers, two channels) found in 80% of studies (log-rank test);
  - the weakest effect of being answered found in 80% of studies (Cox regression, time-varying covariate).

Links between channels are taken as known: with missing identifiers, count more cases.

Options:
  --cases N         private cases observed (required; at least 10)
  --spill-rate P    share that goes public by the end of follow-up, 0 to 0.9 (default: that of the standard plan)
  --days D          follow-up of each case in days (default: 60)
  --group-share P   share of cases in the first of the two groups, 0 to 1 (default: 0.5)
  --runs N          simulated studies per setting (default: 200; the error of a power is at most 3.5 points)
  --seed N          seed (default: 1); same seed, same figures
  --json            print the study as JSON on stdout

Cost: about 10 seconds at 400 cases and 200 runs; proportional to cases and runs.

Examples:
  deversoir power --cases 400
  deversoir power --cases 1200 --spill-rate 0.03 --group-share 0.2`;

export const powerCommand: Command = {
  name: 'power',
  usage,
  positionals: false,
  options: {
    cases: { type: 'string' },
    'spill-rate': { type: 'string' },
    days: { type: 'string' },
    'group-share': { type: 'string' },
    runs: { type: 'string' },
    seed: { type: 'string' },
  },
  async run(_paths, values, io) {
    const { DeversoirError } = await import('../../util/errors.js');
    const { powerStudy } = await import('../../simulate/power.js');
    const cases = wholeOption(values, 'cases', { min: 10, max: 1_000_000 });
    if (cases === undefined)
      throw new DeversoirError('option-invalid', 'no --cases', {
        hint: 'say how many private cases, e.g. --cases 400',
      });
    const spillRate = numberOption(values, 'spill-rate', { min: 1e-4, max: 0.89 });
    const study = powerStudy({
      cases: Math.round(cases),
      runs: wholeOption(values, 'runs', { min: 1, max: 100_000 }) ?? 200,
      seed: wholeOption(values, 'seed') ?? 1,
      followHours: 24 * (numberOption(values, 'days', { min: 1, max: 3650 }) ?? 60),
      groupShare: numberOption(values, 'group-share', { min: 0.01, max: 0.99 }) ?? 0.5,
      ...(spillRate === undefined ? {} : { spillRate }),
      onProgress: io.progress,
    });
    const isFrench = values['lang'] === 'fr';
    const inPercent = isFrench ? formatShare : englishPercent;
    const ratio = (value: number): string => (isFrench ? formatNumber(value, 2) : value.toFixed(2));
    io.print(
      `${study.cases} cases followed ${Math.round(study.followHours / 24)} days, ${study.runs} simulated studies per line`,
    );
    io.print(
      `spill rate            ${inPercent(study.spillRate)} (about ${Math.round(study.spilledCases)} cases go public)`,
    );
    io.print(
      `95% interval         ${inPercent(study.intervalWidth)} wide on average; holds the truth in ${inPercent(study.intervalCoverage)} of studies`,
    );
    io.print(
      study.detectableRates === null || study.detectableGroupRatio === null
        ? 'two groups            no difference tried (hazard ratio up to 9) is found in 80% of studies'
        : `two groups            found in 80% of studies from a hazard ratio of ${ratio(study.detectableGroupRatio)} (${inPercent(study.detectableRates.low)} against ${inPercent(study.detectableRates.high)})`,
    );
    io.print(
      study.detectableAnsweringRatio === null
        ? 'being answered        no effect tried (hazard ratio down to 0.1) is found in 80% of studies'
        : `being answered        found in 80% of studies when it divides the hazard by ${ratio(1 / study.detectableAnsweringRatio)} (hazard ratio ${ratio(study.detectableAnsweringRatio)}) or more`,
    );
    for (const { hazardRatio, power } of study.groups)
      io.print(`  two groups, hazard ratio ${ratio(hazardRatio)}      power ${inPercent(power)}`);
    for (const { hazardRatio, power } of study.answering)
      io.print(`  being answered, hazard ratio ${ratio(hazardRatio)}  power ${inPercent(power)}`);
    return { json: study };
  },
};
