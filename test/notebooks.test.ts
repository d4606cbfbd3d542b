import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { temporaryFolder } from './temporary-folder.js';

const { KERNEL } = (await import(new URL('../notebooks/jupyter.mjs', import.meta.url).href)) as {
  KERNEL: { argv: string[]; language: string };
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });

it('starts the kernel of the notebooks with nothing on its PATH, as a Jupyter of another shell does', async () => {
  const ports = await Promise.all(
    ['shell', 'iopub', 'stdin', 'control', 'hb'].map(async (name) => [`${name}_port`, await freePort()]),
  );
  const connection = {
    ip: '127.0.0.1',
    transport: 'tcp',
    key: '',
    signature_scheme: 'hmac-sha256',
    ...Object.fromEntries(ports),
  };
  const file = join(temporaryFolder(), 'connection.json');
  writeFileSync(file, JSON.stringify(connection));
  const [command, ...args] = KERNEL.argv.map((part) => (part === '{connection_file}' ? file : part));
  const kernel = spawn(command ?? '', args, { env: { PATH: '' }, stdio: 'ignore' });
  const ended = once(kernel, 'close').catch((error: unknown) => error);
  try {
    const started = (async () => {
      while (!(await answers(connection.shell_port))) await setTimeout(100);
      return 'answers';
    })();
    expect(await Promise.race([started, ended])).toBe('answers');
  } finally {
    kernel.kill();
  }
});
