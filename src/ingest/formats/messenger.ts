import { metaLayout, metaMessages } from '../chat/meta-messages.js';
import type { ExportFile } from '../bytes/export-file.js';
import type { Detection } from '../source.js';
import { described } from './described.js';

function detect(file: ExportFile): Detection | undefined {
  const layout = metaLayout(file);
  if (layout === 'encrypted')
    return { score: 0.97, why: '"senderName" in the messages: end-to-end encrypted Messenger chat' };
  if (layout === undefined) return undefined;
  return {
    score: /facebook|messenger/i.test(file.path) ? 0.95 : 0.92,
    why: '"participants" and messages with "sender_name"',
  };
}

export const messenger = described('messenger', { detect, parse: (file) => metaMessages(file, 'facebook') });
