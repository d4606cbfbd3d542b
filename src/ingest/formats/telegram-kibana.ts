import { idFromUrl } from '../values/ids.js';
import { tableSource } from '../table/table-source.js';

/** Public Telegram channels through Open Measures / Kibana. */
export const telegramKibana = tableSource({
  format: 'telegram-kibana',
  label: 'Telegram channels by Open Measures / Kibana (CSV)',
  stage: 'public',
  evidence: 'real',
  example: 'date,message,channelusername,url,channeltitle,views,forwards,postauthor,"fwdfrom.from_name"',
  signature: ['message', ['channelusername', 'channeltitle'], ['forwards', 'fwdfrom.from_name', 'views']],
  fields: {
    date: 'date',
    text: 'message',
    authorId: 'channelusername',
    authorName: ['channeltitle', 'channelusername'],
    url: 'url',
    views: 'views',
    shares: 'forwards',
    sourceName: 'channeltitle',
  },
  defaults: { platform: 'telegram', stage: 'public', kind: 'post', channel: 'telegram-channel' },
  finish(draft, row) {
    if (draft.text === '-') draft.text = undefined;
    draft.id = (draft.url === undefined ? undefined : idFromUrl(draft.url)) ?? row.cell('id', '_id');
    draft.threadId = row.cell('channelusername');
    if (draft.url !== undefined && !/^https?:/.test(draft.url)) draft.url = `https://${draft.url}`;
  },
});
