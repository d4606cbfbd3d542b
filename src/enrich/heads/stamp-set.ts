/** A set of 32-bit integers that is emptied in constant time: a slot counts only with the stamp of the current round. */
export class StampSet {
  private keys = new Int32Array(256);
  private stamps = new Int32Array(256);
  private stamp = 0;
  private mask = 255;

  /** Empties the set and makes room for `size` keys. */
  clear(size: number): void {
    if (size * 2 > this.keys.length) {
      let length = this.keys.length;
      while (length < size * 2) length *= 2;
      this.keys = new Int32Array(length);
      this.stamps = new Int32Array(length);
      this.mask = length - 1;
      this.stamp = 0;
    }
    if (this.stamp === 0x7fffffff) {
      this.stamps.fill(0);
      this.stamp = 0;
    }
    this.stamp++;
  }

  /** Adds a key; `false` when it was there. */
  add(key: number): boolean {
    let slot = key & this.mask;
    while (this.stamps[slot] === this.stamp) {
      if (this.keys[slot] === key) return false;
      slot = (slot + 1) & this.mask;
    }
    this.stamps[slot] = this.stamp;
    this.keys[slot] = key;
    return true;
  }
}
