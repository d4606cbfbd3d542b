import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What goes wrong with a shard: once, or each time. */
export interface Fault {
  readonly shard: number;
  readonly what: 'executor killed' | 'crash' | 'slow' | 'row lost' | 'row lost and not told';
  readonly once: boolean;
}

/** A program in place of Node that runs it, and does what `faults` say. */
export function faultyNode(folder: string, faults: readonly Fault[]): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'node.mjs');
  writeFileSync(
    path,
    `#!${process.execPath}
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
const faults = ${JSON.stringify(faults)};
const node = spawn(process.execPath, process.argv.slice(2), { stdio: ['pipe', 'pipe', 'inherit'] });
let now = [];
const due = ({ shard, what, once }) => {
  if (!once) return true;
  try {
    mkdirSync(${JSON.stringify(folder)} + '/' + what + '-' + shard);
    return true;
  } catch {
    return false;
  }
};
const killExecutor = () => {
  for (let pid = process.ppid; pid > 1; pid = Number(/^PPid:\\s+(\\d+)/m.exec(readFileSync('/proc/' + pid + '/status', 'utf8'))[1]))
    if (readFileSync('/proc/' + pid + '/cmdline', 'utf8').includes('CoarseGrainedExecutorBackend')) process.kill(pid, 'SIGKILL');
};
createInterface({ input: node.stdout }).on('line', (line) => {
  const said = JSON.parse(line);
  if (now.some(({ what }) => what === 'row lost')) said.output.rows.messages--;
  if (now.some(({ what }) => what === 'row lost and not told')) {
    said.output.rows.messages--;
    said.output.files[0].read--;
  }
  const answer = () => process.stdout.write(JSON.stringify(said) + '\\n');
  if (now.some(({ what }) => what === 'slow')) setTimeout(answer, 8000);
  else answer();
});
createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { shard } = JSON.parse(line);
    now = faults.filter((fault) => fault.shard === shard).filter(due);
    if (now.some(({ what }) => what === 'executor killed')) killExecutor();
    if (now.some(({ what }) => what === 'crash')) {
      node.kill('SIGKILL');
      process.exit(134);
    }
    node.stdin.write(line + '\\n');
  })
  .on('close', () => node.stdin.end());
`,
  );
  chmodSync(path, 0o755);
  return path;
}
