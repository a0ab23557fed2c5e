// Numbers that only depend on the seed, so that every input can be made again.

/** The 32 bits of a text's hash (FNV-1a). */
function hash(text) {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ character.codePointAt(0), 0x01000193);
  return state >>> 0;
}

export class Dice {
  /** mulberry32: small, fast and good enough to choose from lists. */
  constructor(seed) {
    this.state = hash(String(seed));
  }

  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** True in that share of cases. */
  chance(share) {
    return this.next() < share;
  }

  /** From `low` to `high`, both included. */
  between(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  of(list) {
    return list[Math.floor(this.next() * list.length)];
  }

  shuffled(list) {
    const rest = [...list];
    for (let index = rest.length - 1; index > 0; index--) {
      const other = this.between(0, index);
      [rest[index], rest[other]] = [rest[other], rest[index]];
    }
    return rest;
  }

  some(list, count) {
    return this.shuffled(list).slice(0, count);
  }
}
