import { tableSource } from '../table/table-source.js';

/** Media Cloud story list: titles only. */
export const mediaCloud = tableSource({
  format: 'media-cloud',
  label: 'Media Cloud stories (CSV)',
  stage: 'press',
  evidence: 'real',
  example: 'stories_id,publish_date,title,url,language,ap_syndicated,themes,media_id,media_name,media_url',
  signature: [
    ['stories_id', 'story_id', 'id'],
    ['publish_date', 'publication_date'],
    'title',
    ['media_id', 'media_name'],
  ],
  fields: {
    id: ['stories_id', 'story_id', 'id'],
    date: ['publish_date', 'publication_date'],
    title: 'title',
    url: 'url',
    language: 'language',
    sourceName: ['media_name', 'media_url'],
  },
  defaults: { platform: 'press', stage: 'press', kind: 'article' },
});
