import {
  anything,
  call,
  checkOptions,
  checkValues,
  flag,
  signal,
  type Allowed,
} from '../util/checked-options.js';
import { checkConfig, isZone } from '../util/config-file.js';
import { LANGUAGES } from '../util/language.js';
import { wholeTheme, type DeckTheme } from './deck/deck-theme.js';

const allowed = (files: readonly string[]): Readonly<Record<string, Allowed>> => ({
  config: anything,
  where: anything,
  zone: { expected: 'an IANA zone such as Europe/Paris', ok: isZone },
  labels: anything,
  peers: anything,
  quotePrivate: flag,
  notes: {
    expected: 'a list of texts',
    ok: (value) => Array.isArray(value) && value.every((note) => typeof note === 'string'),
  },
  language: {
    expected: LANGUAGES.map((one) => `"${one}"`).join(' or '),
    ok: (value) => LANGUAGES.some((one) => one === value),
  },
  files: {
    expected: `a list of ${files.join(', ')}`,
    ok: (value) => Array.isArray(value) && value.length > 0 && value.every((one) => files.includes(one)),
  },
  theme: anything,
  onProgress: call,
  onWarning: call,
  signal,
});

/**
 * Options of a report as callers give them whom no compiler watches, and the whole theme. `files`: what a report can be written as. Of the rest,
 * `corpus.where` and the metrics look into what is theirs. Throws `option-invalid`.
 */
export function checkReportOptions(
  options: { readonly config?: object; readonly theme?: object },
  files: readonly string[],
): DeckTheme {
  const known = allowed(files);
  checkOptions(options, Object.keys(known));
  checkValues(options, known);
  if (options.config !== undefined) checkConfig(options.config);
  return wholeTheme(options.theme ?? {});
}
