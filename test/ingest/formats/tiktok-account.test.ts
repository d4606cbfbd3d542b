import { tiktokAccount } from '../../../src/ingest/formats/tiktok-account.js';
import { describeGolden } from '../read-source.js';

describeGolden(tiktokAccount, ['user_data_tiktok.json']);
