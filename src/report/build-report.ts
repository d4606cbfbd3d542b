import { plural, typo } from '../util/french.js';
import { careSection } from './care-section.js';
import { crisisSection } from './crisis-section.js';
import { dataSection } from './data-section.js';
import { driverSection } from './driver-section.js';
import { funnelSection } from './funnel-section.js';
import { methodSection } from './method-section.js';
import type { SectionContext } from './metric-words.js';
import type { ReportInput, ReportModel, ReportOptions } from './report-model.js';
import { gatherMissing } from './section-blocks.js';
import { periodInWords, summarySection } from './summary-section.js';
import { contributionSection, moderationSection, pressSection, quotesSection } from './text-sections.js';
import { toneSection } from './tone-section.js';
import { volumeSection } from './volume-section.js';

/**
 * The French report of a corpus as plain data, from its metrics: sections of sentences, charts, tables and quotes. Nothing
 * is measured here; a metric that is absent leaves its place empty, one that was not measured says why.
 *
 * @example
 * const totals = { read: 0, kept: 0, duplicates: 0, rejected: 0 };
 * const manifest = { deversoir: '0.1.0', files: [], totals, nearDuplicates: 0, firstAt: null, lastAt: null, options: {} };
 * buildReport({ manifest, metrics: [] }, { brand: 'Maison Brel' }).title
 * // → 'Maison Brel\u00a0: veille et e-réputation'
 */
export function buildReport(input: ReportInput, options: ReportOptions = {}): ReportModel {
  const { manifest, funnel = [], crises = [] } = input;
  const { brand, zone = 'Europe/Paris', notes = [] } = options;
  const context: SectionContext = {
    metrics: new Map([...input.metrics, ...funnel, ...crises].map((metric) => [metric.name, metric])),
    zone,
  };
  const period = periodInWords(manifest, zone);
  const sources = plural(manifest.files.length, 'fichier lu', { plural: 'fichiers lus' });
  return {
    language: 'fr',
    title: typo(
      options.title ?? (brand === undefined ? 'Veille et e-réputation' : `${brand} : veille et e-réputation`),
    ),
    subtitle: typo(period === '' ? `Période inconnue ; ${sources}` : `Période : ${period} ; ${sources}`),
    notes: notes.map(typo),
    version: manifest.deversoir,
    sections: [
      summarySection(context, manifest),
      volumeSection(context),
      toneSection(context),
      driverSection(context),
      funnelSection(context, input),
      crisisSection(context),
      careSection(context),
      quotesSection(context),
      moderationSection(context),
      contributionSection(context),
      pressSection(context),
      dataSection(context, manifest),
      methodSection(manifest.deversoir),
    ].map((section) => ({ ...section, blocks: gatherMissing(section.blocks) })),
    metrics: [...input.metrics, ...funnel, ...crises],
    manifest,
  };
}
