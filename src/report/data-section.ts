import { label } from '../charts/labels.js';
import type { Manifest, ManifestFile } from '../model/index.js';
import { formatNumber, formatShare, plural, typo } from '../util/french.js';
import { numberOf, rowsOf, textOf, type SectionContext } from './metric-words.js';
import type { ReportBlock, ReportSection, ReportTable } from './report-model.js';
import { measured } from './section-blocks.js';

const FILES_SHOWN = 40;
const head = (title: string, numeric = true): { title: string; numeric: boolean } => ({ title, numeric });

/** What was read, kept and set aside, file by file; what the messages lack. */
export function dataSection({ metrics }: SectionContext, manifest: Manifest): ReportSection {
  const { read, kept, duplicates, rejected } = manifest.totals;
  const unread = manifest.files.filter((file) => file.format === null).length;
  const balance = `${plural(read, 'ligne lue', { plural: 'lignes lues', feminine: true })} dans ${plural(manifest.files.length, 'fichier')} = ${plural(kept, 'message conservé', { plural: 'messages conservés' })} + ${plural(duplicates, 'doublon')} mis à part + ${plural(rejected, 'ligne rejetée', { plural: 'lignes rejetées', feminine: true })}.`;
  const blocks: ReportBlock[] = [
    { kind: 'text', text: typo(balance) },
    { kind: 'text', text: typo(`Parmi les messages conservés, ${plural(manifest.nearDuplicates, 'répète', { plural: 'répètent' })} un autre à la casse, aux accents, aux liens et à la ponctuation près.`.replace('aucun répète un autre', 'aucun n’en répète un autre')) },
    ...(unread === 0 ? [] : [{ kind: 'text' as const, text: typo(`${plural(unread, 'fichier', {})} d’un format non reconnu : ${unread < 2 ? 'il n’a' : 'ils n’ont'} pas été lu${unread < 2 ? '' : 's'}.`) }]),
    filesTable(manifest.files),
    ...measured(metrics.get('rejectReasons'), (metric) => [countTable('Lignes rejetées par motif', rowsOf(metric).map((row) => [
      label('reject', textOf(row, 'reason')), textOf(row, 'format'), formatNumber(numberOf(row, 'messages')), formatNumber(numberOf(row, 'files')),
    ]), [head('Motif', false), head('Format', false), head('Lignes'), head('Fichiers')])]),
    ...measured(metrics.get('doubtReasons'), (metric) => [countTable('Lignes conservées avec un doute', rowsOf(metric).map((row) => [
      label('doubt', textOf(row, 'reason')), formatNumber(numberOf(row, 'messages')), formatNumber(numberOf(row, 'files')),
    ]), [head('Doute', false), head('Occurrences'), head('Fichiers')])]),
    ...measured(metrics.get('completeness'), (metric) => [countTable(`Complétude des ${plural(metric.n, 'message conservé', { plural: 'messages conservés' })}`, rowsOf(metric).map((row) => [
      label('check', textOf(row, 'check')), formatNumber(numberOf(row, 'messages')), formatShare(numberOf(row, 'share')),
    ]), [head('Constat', false), head('Messages'), head('Part')])]),
    ...measured(metrics.get('languages'), (metric) => [countTable('Langues', rowsOf(metric).slice(0, 12).map((row) => [
      label('language', textOf(row, 'language')), formatNumber(numberOf(row, 'messages')), formatShare(numberOf(row, 'messages') / metric.n),
    ]), [head('Langue', false), head('Messages'), head('Part')])]),
  ];
  return { id: 'donnees', title: 'Qualité des données', blocks };
}

function filesTable(files: readonly ManifestFile[]): ReportTable {
  const shown = files.length > FILES_SHOWN ? files.toSorted((a, b) => b.rejected - a.rejected || b.read - a.read).slice(0, FILES_SHOWN) : files;
  const left = files.length - shown.length;
  return countTable(
    typo(left > 0 ? `Fichiers : les ${FILES_SHOWN} premiers par lignes rejetées ; les ${formatNumber(left)} autres sont dans manifest.json` : 'Fichiers'),
    shown.map((file) => [file.path, file.format ?? 'non reconnu', formatNumber(file.read), formatNumber(file.kept), formatNumber(file.duplicates), formatNumber(file.rejected)]),
    [head('Fichier', false), head('Format', false), head('Lues'), head('Conservées'), head('Doublons'), head('Rejetées')]);
}

function countTable(caption: string, rows: ReportTable['rows'], columns: ReportTable['columns']): ReportTable {
  return { kind: 'table', caption, columns, rows };
}
