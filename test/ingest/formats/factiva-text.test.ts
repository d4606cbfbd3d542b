import { factivaText } from '../../../src/ingest/formats/factiva-text.js';
import { describeGolden } from '../read-source.js';

describeGolden(factivaText, ['articles.txt', 'indexed.txt']);
