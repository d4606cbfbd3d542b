import {
  choiceOption,
  type Command,
  type CommandIo,
  listOption,
  wholeOption,
  stringOption,
} from '../command.js';
import { formatNumber } from '../../util/french.js';
import { shellWord } from '../../util/shell-word.js';

const usage = `Usage: deversoir simulate --demo NAME --out DIR [--seed N]
       deversoir simulate --world random --out DIR [--seed N] [--knob NAME=LEVEL ...]
       deversoir simulate --comments N --out FILE.csv [--seed N]

Makes data whose truth is known. Everything in it is fictitious.

With --demo (agri-food or retail), two quarters of a brand: raw exports in the formats of the tools (DIR/exports), and the
planted truth beside them (DIR/truth), which is never read as an export:

  truth/truth.json    parameters; every case: when it was answered, resolved, went public, reached the press, and what its
                      messages have in common; crises; travelling texts; events of the point process
  truth/messages.csv  every message: file, id in the export, case, crisis, copy, sentiment, drivers, intents, harms

With --world random, a quarter or two of a world drawn from a grid of knobs: namesakes, people without a common identifier,
regulars, lags, policies of answering, crises nobody in private caused, unequal windows, wrong dates, machine answers, copies,
broken mail threads, ... DIR/exports and DIR/truth as above, and DIR/deversoir.json:

  truth/truth.json    knobs; the figures a report should find; crises; every case
  truth/messages.csv  every row of the exports, by file and position: what it is (role, speech), complaint, case, crisis, cause

With --comments, a CSV of N public comments of about 100 characters, 1% of the rows repeated, for measuring speed.

Options:
  --demo NAME     agri-food or retail
  --world random  a world drawn from the seed
  --knob K=LEVEL  fix a knob of the world, e.g. namesakes=0.3; may be repeated, a wrong one lists the choices
  --comments N    number of comments
  --out PATH      folder (demo, world) or file (comments) to write; refused where exports/ or truth/ of the
                  folder hold other files than those to be written, or the file is another than comments
  --seed N        seed (default: 2026 for a demo, else 1); same seed, same bytes
  --json          print what was written as JSON on stdout

Cost: a demo or a world takes about 3 seconds; comments about 100,000 a second in constant memory.

Examples:
  deversoir simulate --demo agri-food --out datasets/agri-food-demo
  deversoir simulate --world random --seed 7 --out monde-7
  deversoir simulate --comments 1000000 --out comments.csv`;

export const simulateCommand: Command = {
  name: 'simulate',
  usage,
  positionals: false,
  options: {
    demo: { type: 'string' },
    world: { type: 'string' },
    knob: { type: 'string', multiple: true },
    comments: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string' },
  },
  async run(_paths, values, io) {
    const { DeversoirError } = await import('../../util/errors.js');
    const out = stringOption(values, 'out'),
      comments = wholeOption(values, 'comments', { min: 1, max: 1e9 }),
      seed = wholeOption(values, 'seed', { min: 0, max: 2 ** 32 - 1 });
    const demo = choiceOption(values, 'demo', ['agri-food', 'retail']),
      world = choiceOption(values, 'world', ['random']);
    if (out === undefined)
      throw new DeversoirError('option-invalid', 'no --out', { hint: 'say where to write' });
    if ([demo, world, comments].filter((choice) => choice !== undefined).length !== 1)
      throw new DeversoirError('option-invalid', 'what to simulate', {
        hint: 'give one of --demo NAME, --world random or --comments N',
      });
    const knobs = listOption(values, 'knob');
    if (knobs.length > 0 && world === undefined)
      throw new DeversoirError('option-invalid', '--knob without --world', {
        hint: 'knobs are those of --world random',
      });
    if (comments !== undefined) return { json: await writeComments(out, comments, seed ?? 1, io) };
    if (demo !== undefined) {
      const { makeDemo } = await import('../../simulate/demo.js');
      return { json: await writeFolder(out, makeDemo(demo, seed), values['lang'] === 'fr', io) };
    }
    const { makeWorld } = await import('../../simulate/worlds/world-files.js');
    const { parseKnobs } = await import('../../simulate/worlds/knobs.js');
    return {
      json: await writeFolder(out, makeWorld(seed ?? 1, parseKnobs(knobs)), values['lang'] === 'fr', io),
    };
  },
};

async function writeFolder(
  out: string,
  files: ReadonlyMap<string, Uint8Array>,
  isFrench: boolean,
  io: CommandIo,
): Promise<unknown> {
  const { writeFile } = await import('node:fs/promises');
  const { dirname, join } = await import('node:path');
  const { makeFolder } = await import('../../engine/disk.js');
  await refuseOthers(out, files);
  let bytes = 0;
  for (const [path, content] of files) {
    makeFolder(dirname(join(out, path)));
    await writeFile(join(out, path), content);
    bytes += content.length;
  }
  const size = bytes / 1e6,
    exports = shellWord(join(out, 'exports'));
  io.print(
    `${files.size} files (${isFrench ? formatNumber(size, 1) : size.toFixed(1)} MB) written to ${out}: exports/ to read (deversoir report ${exports} --out r --demo), truth/ to compare with`,
  );
  return { out, files: [...files.keys()], bytes };
}

/** Exports of the user are not replaced: only what an earlier run of the same simulation wrote is. */
async function refuseOthers(out: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const { existsSync, readdirSync } = await import('node:fs');
  const { join, relative, sep } = await import('node:path');
  const there = ['exports', 'truth'].flatMap((folder) =>
    existsSync(join(out, folder))
      ? readdirSync(join(out, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => !entry.isDirectory())
          .map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join('/'))
      : [],
  );
  const others = there.filter((path) => !files.has(path));
  if (others.length === 0 && (there.length === 0 || there.includes('truth/truth.json'))) return;
  const { DeversoirError } = await import('../../util/errors.js');
  throw new DeversoirError(
    'option-invalid',
    `${out} holds exports/ or truth/ with files that this simulation did not write`,
    { hint: 'choose a new folder, or move them away' },
  );
}

async function writeComments(out: string, comments: number, seed: number, io: CommandIo): Promise<unknown> {
  const { COMMENT_COLUMNS, simulateComments } = await import('../../simulate/comments.js');
  const { refuseOther } = await import('../refuse-other.js');
  const { makeFolder } = await import('../../engine/disk.js');
  const { dirname } = await import('node:path');
  const { createWriteStream } = await import('node:fs');
  const { Readable } = await import('node:stream');
  const { pipeline } = await import('node:stream/promises');
  refuseOther(out, `${COMMENT_COLUMNS.join(',')}\r\nc0`, 'a file of simulated comments');
  makeFolder(dirname(out));
  let bytes = 0,
    pieces = 0;
  function* counted(): Generator<Buffer> {
    for (const piece of simulateComments({ comments, seed })) {
      const buffer = Buffer.from(piece, 'utf8');
      bytes += buffer.length;
      const done = Math.min(comments, ++pieces * 2000);
      io.progress({ task: 'writing comments', done, total: comments, unit: 'rows' });
      yield buffer;
    }
  }
  await pipeline(Readable.from(counted(), { objectMode: false }), createWriteStream(out));
  return { out, comments, bytes, seed };
}
