// Lists the licences of all packages that an installation brings; fails on one that is unknown or asks more than notice.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Unlicense',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Zlib',
]);

/** Whether an SPDX expression can be met with allowed licences: one side of OR, both sides of AND. */
function isAllowed(expression) {
  const text = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (/ OR /.test(text)) return text.split(' OR ').some(isAllowed);
  if (/ AND /.test(text)) return text.split(' AND ').every(isAllowed);
  return ALLOWED.has(text);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const counts = new Map();
const refused = [];
for (const [path, { dev, devOptional, link, license, version }] of Object.entries(packages)) {
  if (!path.startsWith('node_modules/') || dev || devOptional || link) continue;
  const manifest = join(root, path, 'package.json');
  const own = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).license : undefined;
  const told = [license, own].filter((one) => typeof one === 'string');
  const name = told[0] ?? 'unknown';
  counts.set(name, (counts.get(name) ?? 0) + 1);
  if (told.length === 0 || !told.every(isAllowed))
    refused.push(`${path.replace(/^.*node_modules\//, '')} ${version}: ${told.join(', ') || 'no licence'}`);
}
for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1]))
  console.log(`${String(count).padStart(4)}  ${name}`);
for (const line of refused) console.error(`not allowed: ${line}`);
process.exitCode = refused.length > 0 ? 1 : 0;
