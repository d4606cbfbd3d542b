import type { Command } from '../command.js';

/** A command by its name: the module that does it is loaded when it is called. */
export interface ListedCommand {
  readonly name: string;
  /** One line, shown by `deversoir --help`. */
  readonly summary: string;
  load(): Promise<Command>;
}

/** All commands, in the order of the help. */
export const commands: readonly ListedCommand[] = [
  {
    name: 'report',
    summary: 'exports → corpus → metrics → report: page, deck, workbook, JSON',
    load: async () => (await import('./report.js')).reportCommand,
  },
  {
    name: 'ingest',
    summary: 'exports → corpus folder (Parquet and manifest.json)',
    load: async () => (await import('./ingest.js')).ingestCommand,
  },
  {
    name: 'init',
    summary: 'commented configurations to fill in',
    load: async () => (await import('./init.js')).initCommand,
  },
  {
    name: 'inspect',
    summary: 'how one file would be read, and why',
    load: async () => (await import('./inspect.js')).inspectCommand,
  },
  {
    name: 'formats',
    summary: 'the export formats that are recognised, with the evidence for each',
    load: async () => (await import('./formats.js')).formatsCommand,
  },
  {
    name: 'files',
    summary: 'which file a name in a corpus stands for',
    load: async () => (await import('./files.js')).filesCommand,
  },
  {
    name: 'key',
    summary: 'a new secret for the pseudonyms',
    load: async () => (await import('./key.js')).keyCommand,
  },
  {
    name: 'metrics',
    summary: 'the metrics, with definition, unit and source',
    load: async () => (await import('./metrics.js')).metricsCommand,
  },
  {
    name: 'follow',
    summary: 'one message or case, from file and row to the bar it is counted in',
    load: async () => (await import('./follow.js')).followCommand,
  },
  {
    name: 'similar',
    summary: 'messages that say nearly what a text says, in whatever words',
    load: async () => (await import('./similar.js')).similarCommand,
  },
  {
    name: 'watch',
    summary: 'new exports in a folder → what is new, told once: feeds, mails, webhooks',
    load: async () => (await import('./watch.js')).watchCommand,
  },
  {
    name: 'label',
    summary: 'messages to label by hand, and shares corrected by the labels',
    load: async () => (await import('./label.js')).labelCommand,
  },
  {
    name: 'peers',
    summary: 'brands and stores beside those of others, by a file without names',
    load: async () => (await import('./peers.js')).peersCommand,
  },
  {
    name: 'evaluate',
    summary: 'a text model measured on a labelled set: macro-F1, accuracy, calibration, speed',
    load: async () => (await import('./evaluate.js')).evaluateCommand,
  },
  {
    name: 'train',
    summary: 'a head (a classifier of texts) learnt from labelled rows',
    load: async () => (await import('./train.js')).trainCommand,
  },
  {
    name: 'adapt',
    summary: 'a shipped head improved on your own rows: stars, labels of a tool, or a few hundred of yours',
    load: async () => (await import('./adapt.js')).adaptCommand,
  },
  {
    name: 'simulate',
    summary: 'exports with planted truth: demo data, a random world, or many comments',
    load: async () => (await import('./simulate.js')).simulateCommand,
  },
  {
    name: 'power',
    summary: 'what could be detected with N cases, by simulation',
    load: async () => (await import('./power.js')).powerCommand,
  },
];
