import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DeversoirError } from '../../util/errors.js';
import { fileText } from '../../util/file-text.js';
import { LANGUAGES } from '../../util/language.js';
import { buildOptions, buildOptionsHelp, buildOptionsSpec } from '../build-options.js';
import { choiceOption, numberOption, stringOption, type Command, type OptionValues } from '../command.js';
import { lookLines, readLines } from '../told-look.js';
import type { Look, WatchConfig } from '../../watch/index.js';

const CONFIG = 'deversoir-watch.json';

const usage = `Usage: deversoir watch FOLDER --corpus DIR [--out DIR] [--every SECONDS] [--once] [OPTIONS]

Looks at a folder: new exports are read into the corpus when they are complete, metrics and alert rules run, and what is new
is told once. It may be stopped at any time: the next run goes on where it was.

  DIR/atom.xml, DIR/feed.json     feeds, the newest event first
  DIR/events.csv, DIR/events.json the same as a table, for watch platforms
  DIR/mails/*.eml                 a mail an event, or one a day, where ${CONFIG} names who it is for; nothing is sent
  DIR/watch-state.json            what was read and told

Events: alerts of our rule (each with its rate of false alarms), public movements, movements that the press reports, open
private cases about to overflow. They hold figures, the brand and words said in public; no private text, no name of a person.

${CONFIG} beside the folder, or --watch-config FILE; every key is optional, comments are allowed. One inside
the folder, where anybody may drop files, says when, not to whom:

  { "webhooks": [{ "url": "https://example.org/hook", "secretFrom": "HOOK_SECRET" }],
    "email": { "from": "veille@example.org", "to": ["equipe@example.org"], "when": "daily" },
    "digestAt": "08:00", "quietHours": ["22:00", "07:00"], "falseAlarmsPerMonth": 1 }

A webhook gets each event as JSON with idempotency-key (the event's id) and x-deversoir-signature: t=SECONDS,v1=HASH, the
HMAC-SHA-256 of "SECONDS.BODY" under the secret that the environment variable holds. It is tried again after 1, 2, 4… minutes,
14 times at most; redirects are not followed; answers of 300 to 499 are final, but for 408, 425 and 429.

Options:
  --corpus DIR         corpus that exports are added to (required)
  --out DIR            folder of the feeds (default: watch)
  --every SECONDS      time between two looks (default: 60)
  --settle SECONDS     how long a file must lie unchanged (default: 10)
  --once               look twice, so that what is there is read, then stop
  --fresh DAYS         in the first exports, events older than this are known, not told (default: 7)
  --lang LANGUAGE      fr or en (default: fr)
  --watch-config FILE  where and when to tell
${buildOptionsHelp}

Cost: that of "deversoir ingest" for each new export, then a few seconds of rules.

Example:
  HOOK_SECRET=… deversoir watch depot/ --corpus corpus --out veille --zone Europe/Paris`;

/** The configuration named or found. Who drops exports chooses no address; those that a file beside the folder names are told. */
async function watchConfig(
  folder: string,
  values: OptionValues,
  warn: (line: string) => void,
): Promise<WatchConfig> {
  const { parseWatchConfig } = await import('../../watch/index.js');
  const named = stringOption(values, 'watch-config');
  if (named !== undefined && !existsSync(named))
    throw new DeversoirError('input-not-found', `${named} does not exist`, {
      hint: 'give --watch-config FILE',
    });
  const file = [named, join(folder, CONFIG), join(folder, '..', CONFIG)].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (file === undefined) return {};
  const config = parseWatchConfig(fileText(file, 'give --watch-config FILE'), file);
  if (named !== undefined) return config;
  const { webhooks, email, ...when } = config;
  if (file === join(folder, CONFIG)) {
    if (webhooks !== undefined || email !== undefined)
      warn(
        `warning: nothing is told to the addresses of ${file}, which anybody may have dropped there: give --watch-config`,
      );
    return when;
  }
  for (const { url } of webhooks ?? []) warn(`events are posted to ${new URL(url).host}: ${file} says so`);
  return config;
}

const SECOND = 1000;

export const watchCommand: Command = {
  name: 'watch',
  usage,
  options: {
    ...buildOptionsSpec,
    corpus: { type: 'string' },
    out: { type: 'string' },
    every: { type: 'string' },
    settle: { type: 'string' },
    once: { type: 'boolean' },
    fresh: { type: 'string' },
    lang: { type: 'string' },
    'watch-config': { type: 'string' },
  },
  async run([folder, ...others], values, io) {
    if (folder === undefined || others.length > 0)
      throw new DeversoirError('option-invalid', 'one folder is watched', {
        hint: 'give FOLDER --corpus DIR',
      });
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
      throw new DeversoirError('input-not-found', `${folder} is no folder`, {
        hint: 'make it, then drop exports in it',
      });
    const corpus = stringOption(values, 'corpus');
    if (corpus === undefined)
      throw new DeversoirError('option-invalid', 'no corpus named', { hint: 'give --corpus DIR' });
    const out = stringOption(values, 'out') ?? 'watch';
    for (const [name, inside] of Object.entries({ corpus, out })) {
      const from = relative(folder, inside);
      // On another drive of Windows there is no way from one to the other.
      if (!/^\.\.(?:[/\\]|$)/.test(from) && !isAbsolute(from))
        throw new DeversoirError('option-invalid', `--${name} ${inside} is inside ${folder}`, {
          hint: 'what is written there would be read as exports: give a folder beside it',
        });
    }
    const options = buildOptions([folder], values, io);
    const config = await watchConfig(folder, values, io.warn);
    for (const { secretFrom } of config.webhooks ?? [])
      if (!io.env[secretFrom])
        io.warn(`warning: ${secretFrom} is not set: nothing is posted unsigned, events wait until it is`);
    const every = numberOption(values, 'every', { min: 1, max: 86_400 }) ?? 60;
    const settle = numberOption(values, 'settle', { min: 0, max: 86_400 }) ?? 10;
    const fresh = numberOption(values, 'fresh', { min: 0, max: 36_500 });
    const language = choiceOption(values, 'lang', LANGUAGES) ?? 'fr';
    const once = values['once'] === true;
    const { lookOnce } = await import('../../watch/index.js');
    const { buildCorpus } = await import('../../pipeline.js');
    const { readManifest } = await import('../../engine/corpus-folder.js');
    const { privacyOf } = await import('../../shards/build-settings.js');
    const { createPseudonymiser } = await import('../../normalise/pseudonym.js');
    const { onWarning: _told, ...quiet } = options;
    const hash = createPseudonymiser(privacyOf(quiet).key);
    const zone = options.zone ?? options.config?.zone;
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    process.once('SIGTERM', () => stop.abort());
    process.once('SIGHUP', () => stop.abort());
    const looks: Look[] = [];
    for (let at = 0; !stop.signal.aborted; at++) {
      const look = await lookOnce({
        folder,
        out,
        config,
        read: async (paths) => {
          const before = readManifest(corpus);
          const built = await buildCorpus(paths, corpus, options);
          for (const line of readLines(built.manifest, before)) io.print(line);
          return built;
        },
        secrets: io.env,
        nameOf: (path) => `file-${hash('file', path)}`,
        now: Date.now(),
        settleMs: settle * SECOND,
        language,
        ...(fresh !== undefined && { freshDays: fresh }),
        ...(zone && { zone }),
        onWarning: (line) => io.warn(`warning: ${line}`),
        onProgress: io.progress,
      });
      if (once) looks.push(look);
      const last = once && at === 1;
      if (last || look.read.length > 0 || look.events.length > 0 || look.delivered > 0)
        for (const line of lookLines(look)) io.print(line);
      for (const { title } of look.events) io.print(`  ${title}`);
      if (last) break;
      await wait((once ? settle : every) * SECOND, undefined, { signal: stop.signal }).catch(() => undefined);
    }
    return { json: { looks } };
  },
};
