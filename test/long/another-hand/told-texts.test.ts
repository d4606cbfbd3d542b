import { expect, it } from 'vitest';
import { withQuarter } from './read-quarter.js';
import { toldTexts, type TextStage } from './told-texts.js';

/** `ANOTHER_HAND`: how many quarters, from seed `ANOTHER_HAND_FIRST` on. */
const QUARTERS = Number(process.env['ANOTHER_HAND'] ?? 1);
const FIRST = Number(process.env['ANOTHER_HAND_FIRST'] ?? 1);

it.for(Array.from({ length: QUARTERS }, (_, at) => FIRST + at))(
  'what texts of quarter %i are told',
  async (seed) => {
    await withQuarter(seed, async (read) => {
      const stages = await toldTexts(read);
      const line = (stage: TextStage): string => {
        const { texts, complaints, found, told, drivers, driversTold, without } = stages[stage];
        return `| ${seed} | ${stage} | ${texts} | ${found} of ${complaints} | ${found} of ${told} | ${drivers} of ${complaints} | ${drivers} of ${driversTold} | ${without} |`;
      };
      console.info(
        [
          '| quarter | stage | texts | complaints found | told rightly | drivers found | drivers told rightly | complaints without driver |',
          '|---|---|---|---|---|---|---|---|',
          ...(['private', 'reviews', 'networks'] as const).map(line),
        ].join('\n'),
      );
      for (const { texts, found, told } of Object.values(stages)) {
        expect(texts).toBeGreaterThan(0);
        expect(found).toBeLessThanOrEqual(told);
      }
    });
  },
);
