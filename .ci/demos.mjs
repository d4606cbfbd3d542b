// Reports of both demos, side by side: page, deck, workbook, tables and metrics.json in reports/.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const demos = ['agri-food-demo', 'retail-demo'];
const codes = await Promise.all(
  demos.map(
    (demo) =>
      new Promise((resolve) => {
        const args = ['report', join('datasets', demo, 'exports'), '--demo', '--out', join('reports', demo)];
        const child = spawn(process.execPath, [join(root, 'dist', 'cli', 'main.js'), ...args], {
          cwd: root,
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        let said = '';
        child.stdout.on('data', (chunk) => (said += chunk));
        child.on('close', (code) => {
          console.log(said.trim().split('\n').slice(-2).join('\n'));
          resolve(code ?? 1);
        });
      }),
  ),
);
process.exitCode = Math.max(...codes);
