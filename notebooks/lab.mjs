/** Opens JupyterLab on the notebooks. What follows `--` is for Jupyter: `npm run lab -- --no-browser --port=9000`. */
import { spawn } from 'node:child_process';
import { here, preparePython, registerKernel } from './jupyter.mjs';

const python = preparePython('requirements-lab.txt', 'jupyterlab');
registerKernel(python);
const lab = spawn(python, ['-m', 'jupyterlab', ...process.argv.slice(2)], { cwd: here, stdio: 'inherit' });
// Ctrl-C reaches Jupyter too, which asks before it stops: this process waits for it.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => lab.kill('SIGTERM'));
lab.on('error', (error) => {
  throw error;
});
lab.on('close', (code) => {
  process.exitCode = code ?? 1;
});
