import { configureGlobal } from 'fast-check';

/** Properties are tried on the same cases in every run; another `PROPERTY_SEED` tries others. */
configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 7) });
