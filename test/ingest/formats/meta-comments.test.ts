import { facebookComments, instagramComments } from '../../../src/ingest/formats/meta-comments.js';
import { describeGolden } from '../read-source.js';

describeGolden(facebookComments, ['comments.json']);
describeGolden(instagramComments, ['post_comments_1.json']);
