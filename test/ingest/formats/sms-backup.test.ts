import { smsBackup } from '../../../src/ingest/formats/sms-backup.js';
import { describeGolden } from '../read-source.js';

describeGolden(smsBackup, ['sms-20260303.xml']);
