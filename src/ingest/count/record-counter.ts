/** Counts the records of a file while its bytes pass. */
export interface RecordCounter {
  push(chunk: Uint8Array): void;
  /** Records of the file, its header left out; `undefined` where nothing in it tells. */
  end(): number | undefined;
}
