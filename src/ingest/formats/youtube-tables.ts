import type { ExportFile } from '../bytes/export-file.js';
import { decodeIfHtml } from '../markup/html.js';
import { tableSource } from '../table/table-source.js';

const defaults = { platform: 'youtube', stage: 'public', kind: 'comment' } as const;
const watch = (video: string | undefined, comment: string | undefined): string | undefined =>
  video === undefined
    ? undefined
    : `https://www.youtube.com/watch?v=${video}${comment === undefined ? '' : `&lc=${comment}`}`;

/** Research collections of YouTube comments: COMMENT_ID, AUTHOR, DATE, CONTENT, CLASS. */
export const youtubeUci = tableSource({
  format: 'youtube-uci',
  label: 'YouTube comment collection (COMMENT_ID, CONTENT)',
  stage: 'public',
  evidence: 'real',
  example: 'COMMENT_ID,AUTHOR,DATE,CONTENT,CLASS',
  signature: ['comment_id', 'author', 'content', 'date'],
  check: (_file, names) => names.has('class') || names.has('video_name'),
  fields: {
    id: 'comment_id',
    authorName: 'author',
    date: 'date',
    text: 'content',
    threadId: ['video_name', 'video_id'],
  },
  defaults,
  finish(draft) {
    if (draft.text !== undefined) draft.text = decodeIfHtml(draft.text);
  },
});

/** The text of a Takeout comment: one or several JSON fragments `{"text":"…"}`, perhaps with broken quotes. */
export function takeoutText(cell: string | undefined): string | undefined {
  if (cell === undefined || cell.length > 100_000 || !cell.trimStart().startsWith('{')) return cell;
  try {
    const parts = JSON.parse(`[${cell}]`) as readonly Readonly<Record<string, unknown>>[];
    return (
      parts
        .map((part) =>
          typeof part['text'] === 'string'
            ? part['text']
            : typeof part['mention'] === 'string'
              ? part['mention']
              : '',
        )
        .join('') || undefined
    );
  } catch {
    return (
      /"text"\s*:\s*"(.*?)"?\s*\}?$/s.exec(cell)?.[1]?.replaceAll('\\"', '"').replaceAll('\\n', '\n') ?? cell
    );
  }
}

/** Takeout names its columns in the language of the account; other languages than English from memory. */
const TAKEOUT = {
  id: [
    'comment id',
    'id du commentaire',
    'id de commentaire',
    'kommentar-id',
    'id del comentario',
    'id commento',
    'id do comentário',
    'reactie-id',
  ],
  channel: [
    'channel id',
    'id de la chaîne',
    'id de chaîne',
    'kanal-id',
    'id del canal',
    'id canale',
    'id do canal',
    'kanaal-id',
  ],
  date: [
    'comment create timestamp',
    'comment created timestamp',
    'horodatage de la création du commentaire',
    'horodatage de création du commentaire',
    'code temporel de création du commentaire',
    'code temporel de la création du commentaire',
    'date de création du commentaire',
    'zeitstempel der kommentarerstellung',
    'zeitstempel der erstellung des kommentars',
    'marca de tiempo de creación del comentario',
    'timestamp creazione commento',
    'carimbo de data/hora da criação do comentário',
    'tijdstempel voor het maken van de reactie',
  ],
  parent: [
    'parent comment id',
    'id du commentaire parent',
    'id des übergeordneten kommentars',
    'id del comentario principal',
    'top-level comment id',
    'id du commentaire de premier niveau',
  ],
  video: [
    'video id',
    'id de la vidéo',
    'id de vidéo',
    'video-id',
    'id del vídeo',
    'id del video',
    'id video',
    'id do vídeo',
  ],
  text: [
    'comment text',
    'texte du commentaire',
    'kommentartext',
    'texto del comentario',
    'testo del commento',
    'testo commento',
    'texto do comentário',
    'reactietekst',
  ],
} as const;

/** Google Takeout: the comments that an account wrote. */
export const youtubeTakeoutComments = tableSource({
  format: 'youtube-takeout-comments',
  label: 'YouTube Takeout comments.csv',
  stage: 'public',
  evidence: 'fixture',
  example:
    'Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Post ID,Video ID,Comment Text',
  signature: [TAKEOUT.id, TAKEOUT.text, [...TAKEOUT.video, ...TAKEOUT.channel]],
  score: 0.94,
  fields: {
    id: TAKEOUT.id,
    authorId: TAKEOUT.channel,
    date: TAKEOUT.date,
    parentId: TAKEOUT.parent,
    threadId: [
      ...TAKEOUT.video,
      'post id',
      'id du post',
      'id de la publication',
      'beitrags-id',
      'id de la publicación',
    ],
    text: TAKEOUT.text,
  },
  defaults,
  finish(draft, row) {
    draft.text = takeoutText(draft.text);
    draft.url = watch(row.cell(...TAKEOUT.video), draft.id);
  },
});

/** Google Takeout: the live chat messages that an account wrote. */
export const youtubeTakeoutChats = tableSource({
  format: 'youtube-takeout-live-chats',
  label: 'YouTube Takeout live chats.csv',
  stage: 'public',
  evidence: 'fixture',
  example: 'Live Chat ID,Channel ID,Live Chat Create Timestamp,Price,Currency code,Video ID,Live Chat Text',
  signature: [
    'live chat id',
    ['live chat create timestamp', 'live chat created timestamp'],
    'live chat text',
  ],
  fields: {
    id: 'live chat id',
    authorId: 'channel id',
    date: ['live chat create timestamp', 'live chat created timestamp'],
    parentId: 'parent live chat id',
    threadId: 'video id',
    text: 'live chat text',
  },
  defaults: { ...defaults, channel: 'youtube-live-chat' },
  finish(draft, row) {
    draft.text = takeoutText(draft.text);
    draft.url = watch(row.cell('video id'), undefined);
  },
});

const videoOf = (file: ExportFile): { threadId?: string } => {
  const id = /videoinfo_([\w-]{11})_/.exec(file.name)?.[1];
  return id === undefined ? {} : { threadId: id };
};

/** YouTube Data Tools: comments of a video; the video is only in the file name. */
export const youtubeDataTools = tableSource({
  format: 'youtube-data-tools',
  label: 'YouTube Data Tools comments (CSV, .tab)',
  stage: 'public',
  evidence: 'documented',
  example:
    'id,replyCount,likeCount,publishedAt,authorName,text,authorChannelId,authorChannelUrl,isReply,isReplyTo,isReplyToName',
  signature: [
    'publishedat',
    'text',
    ['isreplyto', 'isreplytoname', 'isreply'],
    ['authorname', 'authorchannelid', 'likecount'],
  ],
  fields: {
    id: 'id',
    replies: 'replycount',
    likes: 'likecount',
    date: 'publishedat',
    authorName: 'authorname',
    authorId: ['authorchannelid', 'authorname'],
    text: 'text',
    parentId: 'isreplyto',
    threadId: ['videoid', 'video_id'],
  },
  defaults,
  utc: true,
  context: videoOf,
  finish(draft, row) {
    if (draft.text !== undefined) draft.text = decodeIfHtml(draft.text);
    if (draft.parentId !== undefined && !/\w{5}/.test(draft.parentId)) draft.parentId = undefined;
    draft.url = watch(draft.threadId ?? row.cell('videoid'), draft.id);
  },
});
