import { CONFIG_KEYS, WATCH_KEYS } from '../../util/config-file.js';
import { described } from './described.js';

/** The configuration of this library, which may lie among the exports. */
export const ownConfiguration = described('deversoir-configuration', {
  detect(file) {
    const value = file.json?.value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const keys = Object.keys(value);
    const known =
      keys.length > 0 && [CONFIG_KEYS, WATCH_KEYS].some((names) => keys.every((key) => names.includes(key)));
    return known
      ? {
          score: 1,
          why: 'nothing but the keys of deversoir.json, or of deversoir-watch.json',
          holdsNoMessages: 'the configuration of a client',
        }
      : undefined;
  },
  parse: () => [],
});
