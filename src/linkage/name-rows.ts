/**
 * Names laid out in rows of 32 bytes: all that a comparison looks at stands together, so that it costs one access to
 * memory and not five. A row has two words, the name as it is seen at a glance and the letters that it has twice or more,
 * and then the name itself.
 */

import type { ByteSimilarity } from '../text/jaro-winkler-query.ts';
import { repeatedLetterMask } from '../text/letter-bag.ts';
import { seen, seenLength } from './letters-at-a-glance.ts';

const ROW_BYTES = 32;
const ROW_WORDS = ROW_BYTES / 4;
const TEXT = 8;
const LONGEST_IN_ROW = ROW_BYTES - TEXT;

/** Names in comparable form, by number. */
export class NameRows {
  readonly values: string[] = [];
  private words: Int32Array;
  private bytes: Uint8Array;
  private long = new Uint8Array(2 * LONGEST_IN_ROW);

  constructor(values: readonly string[] = []) {
    this.words = new Int32Array(Math.max(values.length, 128) * ROW_WORDS);
    this.bytes = new Uint8Array(this.words.buffer);
    for (const value of values) this.add(value);
  }

  /** Adds a name; its number. */
  add(value: string): number {
    const number = this.values.push(value) - 1;
    if ((number + 1) * ROW_WORDS > this.words.length) this.makeRoom();
    this.words[number * ROW_WORDS] = seen(value);
    this.words[number * ROW_WORDS + 1] = repeatedLetterMask(value);
    const to = number * ROW_BYTES + TEXT;
    const length = Math.min(value.length, LONGEST_IN_ROW);
    for (let i = 0; i < length; i++) this.bytes[to + i] = value.charCodeAt(i);
    return number;
  }

  clear(): void {
    this.values.length = 0;
  }

  /** The name as it is seen at a glance. */
  seen(number: number): number {
    return this.words[number * ROW_WORDS]!;
  }

  /** The letters that it has twice or more. */
  repeated(number: number): number {
    return this.words[number * ROW_WORDS + 1]!;
  }

  /** Its similarity to the value that was prepared. */
  compare(number: number, similarity: ByteSimilarity): number {
    const length = seenLength(this.seen(number));
    if (length > LONGEST_IN_ROW) return this.compareLong(this.values[number]!, similarity);
    const from = number * ROW_BYTES + TEXT;
    return similarity(this.bytes, from, from + length);
  }

  private compareLong(value: string, similarity: ByteSimilarity): number {
    if (value.length > this.long.length) this.long = new Uint8Array(2 * value.length);
    for (let i = 0; i < value.length; i++) this.long[i] = value.charCodeAt(i);
    return similarity(this.long, 0, value.length);
  }

  private makeRoom(): void {
    const words = new Int32Array(2 * this.words.length);
    words.set(this.words);
    this.words = words;
    this.bytes = new Uint8Array(words.buffer);
  }
}
