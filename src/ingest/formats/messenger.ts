import { metaLayout, metaMessages } from '../chat/meta-messages.js';
import type { ExportFile } from '../bytes/export-file.js';
import type { Detection, Source } from '../source.js';

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

export const messenger: Source = {
  format: 'messenger',
  label: 'Facebook Messenger (download, JSON)',
  stage: 'private',
  evidence: 'fixture',
  example: 'Download your information → JSON: messages/inbox/<thread>/message_1.json',
  memory: 'stream',
  detect,
  parse: (file) => metaMessages(file, 'facebook'),
};
