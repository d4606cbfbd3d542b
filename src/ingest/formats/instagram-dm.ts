import { metaLayout, metaMessages } from '../chat/meta-messages.js';
import type { ExportFile } from '../bytes/export-file.js';
import type { Detection } from '../source.js';
import { described } from './described.js';

/** Instagram writes what Messenger writes: only the path or links to Instagram tell them apart. */
function detect(file: ExportFile): Detection | undefined {
  if (metaLayout(file) !== 'download') return undefined;
  if (/instagram/i.test(file.path))
    return { score: 0.96, why: 'messages with "sender_name" in a folder of an Instagram download' };
  if (/"(?:link|uri)":\s*"https?:\\?\/\\?\/(?:www\.)?instagram\.com/.test(file.headText))
    return { score: 0.94, why: 'messages with "sender_name" that share Instagram links' };
  return undefined;
}

export const instagramDm = described('instagram-dm', {
  detect,
  parse: (file) => metaMessages(file, 'instagram'),
});
