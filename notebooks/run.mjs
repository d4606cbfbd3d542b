/**
 * Executes every notebook of this folder; the executed copies go to notebooks/out. A notebook whose outputs are not those
 * that were committed fails: `npm run notebooks -- --write` puts the fresh ones in place. Names choose among them: `-- --write 07`.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { here, preparePython, registerKernel, run } from './jupyter.mjs';

const out = join(here, 'out');
const python = preparePython('requirements.txt', 'nbconvert');
registerKernel(python);

/** What a reader sees of a notebook: sources and outputs, neither times nor counts of the machine. */
function shownOf(notebook) {
  return notebook.cells.map(({ cell_type, source, outputs = [] }) => {
    const shown = [];
    for (const { output_type, name, text, data } of outputs) {
      const last = shown.at(-1);
      if (output_type === 'stream' && last?.name === name) last.text += [text].flat().join('');
      else if (output_type === 'stream') shown.push({ output_type, name, text: [text].flat().join('') });
      else
        shown.push({
          output_type,
          data: Object.fromEntries(
            Object.entries(data ?? {}).map(([type, value]) => [type, [value].flat().join('')]),
          ),
        });
    }
    return { cell_type, source: [source].flat().join(''), outputs: shown };
  });
}

/** A notebook as it is committed: its outputs, nothing of the run. */
function committedOf(notebook) {
  const shown = shownOf(notebook);
  const lines = (text) => text.split(/(?<=\n)/);
  const cells = notebook.cells.map((cell, at) => ({
    cell_type: cell.cell_type,
    id: cell.id,
    metadata: {},
    source: lines(shown[at].source),
    ...(cell.cell_type === 'code' && {
      execution_count: null,
      outputs: shown[at].outputs.map((output) =>
        output.output_type === 'stream'
          ? { ...output, text: lines(output.text) }
          : {
              ...output,
              data: Object.fromEntries(
                Object.entries(output.data).map(([type, text]) => [type, lines(text)]),
              ),
              metadata: {},
            },
      ),
    }),
  }));
  return `${JSON.stringify({ ...notebook, cells }, null, 1)}\n`;
}

const write = process.argv.includes('--write');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
// a corpus kept from before is of the code of then
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const notebooks = readdirSync(here)
  .filter(
    (name) => name.endsWith('.ipynb') && (wanted.length === 0 || wanted.some((part) => name.includes(part))),
  )
  .sort();
let failed = 0;
for (const name of notebooks) {
  const started = performance.now();
  const { ok: executed, text } = run(python, [
    '-m',
    'nbconvert',
    '--to',
    'notebook',
    '--execute',
    '--ExecutePreprocessor.timeout=600',
    '--ExecutePreprocessor.startup_timeout=300',
    '--output-dir',
    out,
    name,
  ]);
  const fresh = executed ? JSON.parse(readFileSync(join(out, name), 'utf8')) : undefined;
  const before = JSON.parse(readFileSync(join(here, name), 'utf8'));
  const complaints = (fresh?.cells ?? [])
    .flatMap(({ outputs = [] }) => outputs)
    .filter((output) => output.name === 'stderr')
    .flatMap((output) => output.text)
    .join('');
  const ok = executed && complaints === '';
  const stale = ok && JSON.stringify(shownOf(fresh)) !== JSON.stringify(shownOf(before));
  if (write && ok) writeFileSync(join(here, name), committedOf(fresh));
  const said = !ok ? 'FAILED' : !stale ? 'passed' : write ? 'written' : 'STALE';
  console.log(`${said} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (said === 'STALE')
    console.log('  its outputs are not those of this version: npm run notebooks -- --write');
  if (said === 'FAILED' || said === 'STALE') failed++;
  if (!ok) console.log(executed ? complaints : text);
}
console.log(`notebooks: ${notebooks.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || notebooks.length === 0 ? 1 : 0;
