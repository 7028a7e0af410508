/**
 * Keys of names, such as sounds, as numbers that follow from them (FNV-1a), so that many names are held against one by
 * comparing words. Should two keys have the same number, the comparison that comes after tells them apart.
 */

const NO_KEY = 0;
/** In place of the second number of an asked name with one key: no name has it. */
const NO_SECOND_KEY = -1;
const NOT_ASKED = -2;

/** The numbers of two keys; 0 for one that is missing. */
export function keyNumbers([first, second]: readonly string[]): readonly [first: number, second: number] {
  return [numberOf(first), numberOf(second)];
}

/** What of an asked name is held against columns of numbers: names pass with a key in common, or where neither has one. */
export function askedKeys(keys: readonly string[]): { readonly first: number; readonly second: number } {
  const [first, second] = keyNumbers(keys);
  return { first, second: second === NO_KEY ? NO_SECOND_KEY : second };
}

/** A number that follows from a key, none of those that mean something else. */
function numberOf(key: string | undefined): number {
  if (key === undefined) return NO_KEY;
  let number = 0x811c9dc5 | 0;
  for (let i = 0; i < key.length; i++) number = Math.imul(number ^ key.charCodeAt(i), 0x01000193);
  return number <= NO_KEY && number >= NOT_ASKED ? 1 : number;
}

/** Numbers of the keys of names by place, worked out when first asked for. */
export class KnownKeys {
  private readonly keysOf: (place: number) => readonly string[];
  private first = new Int32Array(0);
  private second = new Int32Array(0);

  constructor(size: number, keysOf: (place: number) => readonly string[]) {
    this.keysOf = keysOf;
    this.goOn(size);
  }

  /** Makes room for so many names, of which the first are the same as before. */
  goOn(size: number): void {
    const { first, second } = this;
    if (first.length >= size) return;
    const room = Math.max(size, 2 * first.length);
    this.first = new Int32Array(room).fill(NOT_ASKED);
    this.second = new Int32Array(room);
    this.first.set(first);
    this.second.set(second);
  }

  /** Forgets all, for so many other names. */
  startAnew(size: number): void {
    this.goOn(size);
    this.first.fill(NOT_ASKED, 0, size);
  }

  firstOf(place: number): number {
    if (this.first[place] === NOT_ASKED) {
      const [first, second] = keyNumbers(this.keysOf(place));
      this.first[place] = first;
      this.second[place] = second;
    }
    return this.first[place]!;
  }

  /** Of a name whose first was asked for. */
  secondOf(place: number): number {
    return this.second[place]!;
  }
}
