import { facebookGraph } from '../../../src/ingest/formats/facebook-graph.js';
import { describeGolden } from '../read-source.js';

describeGolden(facebookGraph, ['feed.json', 'inbox.json', 'media.json']);
