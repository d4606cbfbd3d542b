import type { Bilingual } from '../../model/index.js';
import type { Command } from '../command.js';

/** A command by its name: the module that does it is loaded when it is called. */
export interface ListedCommand {
  readonly name: string;
  /** One line, shown by `deversoir --help` and `deversoir aide`. */
  readonly summary: Bilingual;
  load(): Promise<Command>;
  /** Its help in French; that in English is the command's own. */
  usageFr(): Promise<string>;
}

/** All commands, in the order of the help. */
export const commands: readonly ListedCommand[] = [
  {
    name: 'report',
    summary: {
      en: 'exports → corpus → metrics → report: page, deck, workbook, JSON',
      fr: 'exports → corpus → mesures → rapport : page, diapositives, classeur, JSON',
    },
    load: async () => (await import('./report.js')).reportCommand,
    usageFr: async () => (await import('../help-fr/french-report.js')).usage,
  },
  {
    name: 'ingest',
    summary: {
      en: 'exports → corpus folder (Parquet and manifest.json)',
      fr: 'exports → dossier de corpus (Parquet et manifest.json)',
    },
    load: async () => (await import('./ingest.js')).ingestCommand,
    usageFr: async () => (await import('../help-fr/french-ingest.js')).usage,
  },
  {
    name: 'init',
    summary: { en: 'commented configurations to fill in', fr: 'des configurations commentées, à remplir' },
    load: async () => (await import('./init.js')).initCommand,
    usageFr: async () => (await import('../help-fr/french-init.js')).usage,
  },
  {
    name: 'inspect',
    summary: { en: 'how one file would be read, and why', fr: 'comment un fichier serait lu, et pourquoi' },
    load: async () => (await import('./inspect.js')).inspectCommand,
    usageFr: async () => (await import('../help-fr/french-inspect.js')).usage,
  },
  {
    name: 'formats',
    summary: {
      en: 'the export formats that are recognised, with the evidence for each',
      fr: 'les formats d’export reconnus, avec ce qui le prouve',
    },
    load: async () => (await import('./formats.js')).formatsCommand,
    usageFr: async () => (await import('../help-fr/french-formats.js')).usage,
  },
  {
    name: 'files',
    summary: {
      en: 'which file a name in a corpus stands for',
      fr: 'de quel fichier un nom du corpus tient lieu',
    },
    load: async () => (await import('./files.js')).filesCommand,
    usageFr: async () => (await import('../help-fr/french-files.js')).usage,
  },
  {
    name: 'key',
    summary: { en: 'a new secret for the pseudonyms', fr: 'un nouveau secret pour les pseudonymes' },
    load: async () => (await import('./key.js')).keyCommand,
    usageFr: async () => (await import('../help-fr/french-key.js')).usage,
  },
  {
    name: 'metrics',
    summary: {
      en: 'the metrics, with definition, unit and source',
      fr: 'les mesures, avec définition, unité et source',
    },
    load: async () => (await import('./metrics.js')).metricsCommand,
    usageFr: async () => (await import('../help-fr/french-metrics.js')).usage,
  },
  {
    name: 'follow',
    summary: {
      en: 'one message or case, from file and row to the bar it is counted in',
      fr: 'un message ou un dossier, du fichier et de la ligne à la barre qui le compte',
    },
    load: async () => (await import('./follow.js')).followCommand,
    usageFr: async () => (await import('../help-fr/french-follow.js')).usage,
  },
  {
    name: 'similar',
    summary: {
      en: 'messages that say nearly what a text says, in whatever words',
      fr: 'les messages qui disent à peu près ce que dit un texte, avec d’autres mots aussi',
    },
    load: async () => (await import('./similar.js')).similarCommand,
    usageFr: async () => (await import('../help-fr/french-similar.js')).usage,
  },
  {
    name: 'watch',
    summary: {
      en: 'new exports in a folder → what is new, told once: feeds, mails, webhooks',
      fr: 'nouveaux exports dans un dossier → ce qui est nouveau, dit une fois : flux, courriels, webhooks',
    },
    load: async () => (await import('./watch.js')).watchCommand,
    usageFr: async () => (await import('../help-fr/french-watch.js')).usage,
  },
  {
    name: 'label',
    summary: {
      en: 'messages to label by hand, and shares corrected by the labels',
      fr: 'messages à étiqueter à la main, et parts corrigées par les étiquettes',
    },
    load: async () => (await import('./label.js')).labelCommand,
    usageFr: async () => (await import('../help-fr/french-label.js')).usage,
  },
  {
    name: 'peers',
    summary: {
      en: 'brands and stores beside those of others, by a file without names',
      fr: 'marques et magasins à côté de ceux d’autres, par un fichier sans noms',
    },
    load: async () => (await import('./peers.js')).peersCommand,
    usageFr: async () => (await import('../help-fr/french-peers.js')).usage,
  },
  {
    name: 'evaluate',
    summary: {
      en: 'a text model measured on a labelled set: macro-F1, accuracy, calibration, speed',
      fr: 'un modèle de texte mesuré sur un jeu étiqueté : macro-F1, exactitude, calibration, vitesse',
    },
    load: async () => (await import('./evaluate.js')).evaluateCommand,
    usageFr: async () => (await import('../help-fr/french-evaluate.js')).usage,
  },
  {
    name: 'train',
    summary: {
      en: 'a head (a classifier of texts) learnt from labelled rows',
      fr: 'une tête (un classifieur de textes) apprise de lignes étiquetées',
    },
    load: async () => (await import('./train.js')).trainCommand,
    usageFr: async () => (await import('../help-fr/french-train.js')).usage,
  },
  {
    name: 'adapt',
    summary: {
      en: 'a shipped head improved on your own rows: stars, labels of a tool, or a few hundred of yours',
      fr: 'une tête livrée améliorée sur vos lignes : étoiles, étiquettes d’un outil, ou quelques centaines des vôtres',
    },
    load: async () => (await import('./adapt.js')).adaptCommand,
    usageFr: async () => (await import('../help-fr/french-adapt.js')).usage,
  },
  {
    name: 'simulate',
    summary: {
      en: 'exports with planted truth: demo data, a random world, or many comments',
      fr: 'exports à vérité plantée : démonstration, monde tiré au sort, ou beaucoup de commentaires',
    },
    load: async () => (await import('./simulate.js')).simulateCommand,
    usageFr: async () => (await import('../help-fr/french-simulate.js')).usage,
  },
  {
    name: 'power',
    summary: {
      en: 'what could be detected with N cases, by simulation',
      fr: 'ce que N dossiers permettraient de voir, par simulation',
    },
    load: async () => (await import('./power.js')).powerCommand,
    usageFr: async () => (await import('../help-fr/french-power.js')).usage,
  },
];
