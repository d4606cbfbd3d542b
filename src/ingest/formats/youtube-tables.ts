import { decodeIfHtml } from '../markup/html.js';
import { declaredTable } from './declared-table.js';

const watch = (video: string | undefined, comment: string | undefined): string | undefined =>
  video === undefined
    ? undefined
    : `https://www.youtube.com/watch?v=${video}${comment === undefined ? '' : `&lc=${comment}`}`;

export const youtubeUci = declaredTable(
  'youtube-uci',
  (draft) => {
    if (draft.text !== undefined) draft.text = decodeIfHtml(draft.text);
  },
  { check: (_file, names) => names.has('class') || names.has('video_name') },
);

/** The text of a Takeout comment: one or several JSON fragments `{"text":"…"}`, perhaps with broken quotes. */
export function takeoutText(cell: string | undefined): string | undefined {
  if (cell === undefined || cell.length > 100_000 || !cell.trimStart().startsWith('{')) return cell;
  try {
    const parts = JSON.parse(`[${cell}]`) as readonly Readonly<Record<string, unknown>>[];
    const words = parts.map(
      ({ text, mention }) => [text, mention].find((one) => typeof one === 'string') ?? '',
    );
    return words.join('') || undefined;
  } catch {
    return (
      /"text"\s*:\s*"(.*?)"?\s*\}?$/s.exec(cell)?.[1]?.replaceAll('\\"', '"').replaceAll('\\n', '\n') ?? cell
    );
  }
}

/** The columns of the video, as Takeout names them in the languages of accounts. */
const VIDEO =
  'video id|id de la vidéo|id de vidéo|video-id|id del vídeo|id del video|id video|id do vídeo'.split('|');

export const youtubeTakeoutComments = declaredTable('youtube-takeout-comments', (draft, row) => {
  draft.text = takeoutText(draft.text);
  draft.url = watch(row.cell(...VIDEO), draft.id);
});

export const youtubeTakeoutChats = declaredTable('youtube-takeout-live-chats', (draft, row) => {
  draft.text = takeoutText(draft.text);
  draft.url = watch(row.cell('video id'), undefined);
});

export const youtubeDataTools = declaredTable(
  'youtube-data-tools',
  (draft, row) => {
    if (draft.text !== undefined) draft.text = decodeIfHtml(draft.text);
    if (draft.parentId !== undefined && !/\w{5}/.test(draft.parentId)) draft.parentId = undefined;
    draft.url = watch(draft.threadId ?? row.cell('videoid'), draft.id);
  },
  {
    context(file) {
      const threadId = /videoinfo_([\w-]{11})_/.exec(file.name)?.[1];
      return threadId === undefined ? {} : { threadId };
    },
  },
);
