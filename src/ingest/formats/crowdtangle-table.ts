import type { ExportFile } from '../bytes/export-file.js';
import { idFromUrl } from '../values/ids.js';
import type { Draft } from '../table/table-source.js';
import { declaredTable } from './declared-table.js';
import { described } from './described.js';

const idOfAddress = (draft: Draft): void => {
  draft.id = idFromUrl(draft.url);
};
export const crowdtangleFacebook = declaredTable('crowdtangle-facebook', idOfAddress);
export const crowdtangleInstagram = declaredTable('crowdtangle-instagram', idOfAddress);

function decoy(file: ExportFile): string | undefined {
  const names = file.table?.names ?? [];
  if (names.length === 2 && names.includes('page or account url') && names.includes('list'))
    return 'a list of pages to upload, not posts';
  const head = file.headText.slice(0, 2000).toLowerCase();
  return head.includes('score date (gmt)') && head.includes('timestep')
    ? 'a time series of the counts of one post, not posts'
    : undefined;
}

/** CrowdTangle files that hold no posts: lists to upload, and the history of one post. */
export const crowdtangleLists = described('crowdtangle-lists', {
  detect(file) {
    const why = decoy(file);
    return why === undefined ? undefined : { score: 0.95, why, holdsNoMessages: why };
  },
  parse: () => [],
});
