import { memorySource } from '../bytes/byte-source.js';
import type { ExportFile } from '../bytes/export-file.js';
import { type ZipListing, listZip } from '../bytes/zip.js';
import { openOds } from './ods.js';
import { type Sheet, openWorkbook } from './xlsx.js';

/** Bytes that a workbook file may have. */
const WORKBOOK_LIMIT = 512 * 1024 * 1024;

/** The sheets of an unpacked workbook, of Excel (.xlsx) or OpenDocument (.ods), in order. */
export async function openSheets(listing: ZipListing): Promise<readonly Sheet[]> {
  const content = listing.members.find(({ name }) => name === 'content.xml');
  return content ? openOds(content) : openWorkbook(listing);
}

/** The sheets of a workbook, in order; each can be read several times. Rows stream, shared strings are in memory. */
export async function workbookSheets(file: ExportFile): Promise<readonly Sheet[]> {
  return openSheets(listZip(memorySource(await file.wholeBytes(WORKBOOK_LIMIT))));
}
