import { label } from '../charts/wording.js';
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
  const publicFormats = new Set(
    rowsOf(metrics.get('messageFormats'))
      .filter((row) => numberOf(row, 'privateMessages') === 0)
      .map((row) => textOf(row, 'format')),
  );
  const balance = `${plural(read, 'ligne lue', { plural: 'lignes lues', feminine: true })} dans ${plural(manifest.files.length, 'fichier')} = ${plural(kept, 'message conservé', { plural: 'messages conservés' })} + ${plural(duplicates, 'doublon')} mis à part + ${plural(rejected, 'ligne rejetée', { plural: 'lignes rejetées', feminine: true })}.`;
  const blocks: ReportBlock[] = [
    { kind: 'text', text: typo(balance) },
    {
      kind: 'text',
      text: typo(
        `Parmi les messages conservés, ${repeated(manifest.nearDuplicates)} un autre, à la casse, aux accents, aux liens et à la ponctuation près.`,
      ),
    },
    ...(unread === 0
      ? []
      : [
          {
            kind: 'text' as const,
            text: typo(
              `${plural(unread, 'fichier')} d’un format non reconnu : ${unread < 2 ? 'il n’a' : 'ils n’ont'} pas été lu${unread < 2 ? '' : 's'}.`,
            ),
          },
        ]),
    ...filesTable(manifest.files, publicFormats),
    ...measured(metrics.get('rejectReasons'), (metric) => [
      metric.value === 0
        ? { kind: 'text', text: 'Aucune ligne rejetée.' }
        : countTable(
            'Lignes rejetées par motif',
            rowsOf(metric).map((row) => [
              label('reject', textOf(row, 'reason')),
              textOf(row, 'format'),
              formatNumber(numberOf(row, 'messages')),
              formatNumber(numberOf(row, 'files')),
            ]),
            [head('Motif', false), head('Format', false), head('Lignes'), head('Fichiers')],
          ),
    ]),
    ...measured(metrics.get('doubtReasons'), (metric) => [
      metric.value === 0
        ? { kind: 'text', text: 'Aucun doute consigné.' }
        : countTable(
            'Lignes conservées avec un doute',
            rowsOf(metric).map((row) => [
              label('doubt', textOf(row, 'reason')),
              formatNumber(numberOf(row, 'messages')),
              formatNumber(numberOf(row, 'files')),
            ]),
            [head('Doute', false), head('Occurrences'), head('Fichiers')],
          ),
    ]),
    ...measured(metrics.get('completeness'), (metric) => [
      countTable(
        `Complétude des ${plural(metric.n, 'message conservé', { plural: 'messages conservés' })}`,
        rowsOf(metric).map((row) => [
          label('check', textOf(row, 'check')),
          formatNumber(numberOf(row, 'messages')),
          formatShare(numberOf(row, 'share')),
        ]),
        [head('Constat', false), head('Messages'), head('Part')],
      ),
    ]),
    ...measured(metrics.get('messageLanguages'), (metric) => [
      countTable(
        'Langues',
        rowsOf(metric)
          .slice(0, 12)
          .map((row) => [
            label('language', textOf(row, 'language')),
            formatNumber(numberOf(row, 'messages')),
            formatShare(numberOf(row, 'messages') / metric.n),
          ]),
        [head('Langue', false), head('Messages'), head('Part')],
      ),
    ]),
  ];
  return { id: 'donnees', title: 'Qualité des données', blocks };
}

const repeated = (count: number): string =>
  count === 0 ? 'aucun n’en répète' : `${formatNumber(count)} en ${count < 2 ? 'répète' : 'répètent'}`;

/**
 * Files one by one, but for exports of private messages and files nobody recognised: their names can hold the name or the
 * phone number of a customer, so they are told by format.
 */
function filesTable(files: readonly ManifestFile[], publicFormats: ReadonlySet<string>): ReportBlock[] {
  const named = (file: ManifestFile): boolean => file.format !== null && publicFormats.has(file.format);
  const groups = new Map<string | null, ManifestFile[]>();
  for (const file of files.filter((one) => !named(one)))
    groups.set(file.format, [...(groups.get(file.format) ?? []), file]);
  const grouped = [...groups].map(([format, list]) => {
    const sum = (column: 'read' | 'kept' | 'duplicates' | 'rejected'): number =>
      list.reduce((total, file) => total + file[column], 0);
    return {
      name: plural(list.length, 'fichier'),
      format,
      read: sum('read'),
      kept: sum('kept'),
      duplicates: sum('duplicates'),
      rejected: sum('rejected'),
    };
  });
  const rows = [...files.filter(named).map((file) => ({ ...file, name: file.path })), ...grouped];
  rows.sort((a, b) => b.rejected - a.rejected || b.read - a.read || (a.name < b.name ? -1 : 1));
  const left = Math.max(0, rows.length - FILES_SHOWN);
  return [
    countTable(
      typo(
        left > 0
          ? `Fichiers : les ${FILES_SHOWN} premiers, ceux qui ont des rejets d’abord ; ${formatNumber(left)} autres dans manifest.json`
          : 'Fichiers',
      ),
      rows
        .slice(0, FILES_SHOWN)
        .map((row) => [
          row.name,
          row.format ?? 'non reconnu',
          formatNumber(row.read),
          formatNumber(row.kept),
          formatNumber(row.duplicates),
          formatNumber(row.rejected),
        ]),
      [
        head('Fichier', false),
        head('Format', false),
        head('Lues'),
        head('Conservées'),
        head('Doublons'),
        head('Rejetées'),
      ],
    ),
    {
      kind: 'note',
      text: typo(
        'Les fichiers d’exports privés sont regroupés par format : leur nom peut contenir celui d’un client ou son numéro. Le détail est dans manifest.json, à ne pas transmettre.',
      ),
    },
  ];
}

function countTable(
  caption: string,
  rows: ReportTable['rows'],
  columns: ReportTable['columns'],
): ReportTable {
  return { kind: 'table', caption, columns, rows };
}
