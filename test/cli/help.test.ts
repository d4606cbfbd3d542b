import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { run } from './run-here.js';

/** Options that a help text lists, one a line. */
const listed = (usage: string): string[] =>
  [...usage.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option = '']) => option).toSorted();

describe('help in French', () => {
  it.each(commands.map((command) => [command.name, command] as const))(
    'of %s lists the options of the English one',
    async (name, { load, usageFr }) => {
      const { usage, options } = await load();
      const french = await usageFr();
      expect(french).toMatch(new RegExp(`^Usage : deversoir ${name}`));
      expect(french).toMatch(/\nExemples? :\n/);
      expect(listed(french).filter((option) => option !== '--json')).toEqual(
        listed(usage).filter((option) => option !== '--json'),
      );
      for (const option of Object.keys(options)) expect(french, option).toContain(`--${option}`);
      expect(french.split('\n').filter((line) => line.length > 130)).toEqual([]);
      for (const said of [
        ['aide', name],
        [name, '--help', '--lang', 'fr'],
        [name, '--lang=fr', '-h'],
        ['help', name, '--lang', 'fr'],
      ])
        expect(await run(...said)).toMatchObject({ code: 0, out: french, err: '' });
      expect((await run(name, '--help')).out).toBe(usage);
    },
  );

  it('of all commands, and of none that is there', async () => {
    for (const said of [['aide'], ['--help', '--lang', 'fr'], ['help', '--lang', 'fr']]) {
      const { code, out } = await run(...said);
      expect(code).toBe(0);
      for (const { name, summary } of commands) {
        expect(out).toContain(`\n  ${name} `);
        expect(out).toContain(summary.fr);
      }
    }
    expect((await run('help')).out).toContain('deversoir aide');
    expect(await run('aide', 'nope')).toMatchObject({ code: 2, out: '' });
  });
});
