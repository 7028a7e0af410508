/**
 * The name samplers as one run of bytes: what a build writes beside the tables, so that no process has to make them
 * again, and what the threads of a process share. The bytes follow from the tables; without the file they are made.
 *
 * Format: words of 32 bits in the byte order of the machine. A mark (by which another order, or another format, is told),
 * then the length in bytes of each part in the order of `parts`, then the parts, each from a multiple of 8 bytes on.
 * Lists of names are ASCII, parted by line feeds.
 */

import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import type { AliasTables } from '../../random/alias.ts';
import type { NameSamplers } from '../name-samplers.ts';

const MARK = 0x6e61_6d31;
const PARTS = 14;
const file = new URL('./prepared-names.bin', import.meta.url);

/** The prepared bytes that a build left beside the tables; undefined where there are none for this machine. */
export function readPreparedNames(): SharedArrayBuffer | undefined {
  if (!existsSync(file)) return undefined;
  const opened = openSync(file, 'r');
  try {
    const shared = new SharedArrayBuffer(fstatSync(opened).size);
    const bytes = new Uint8Array(shared);
    let read = 0;
    while (read < bytes.length) {
      const more = readSync(opened, bytes, read, bytes.length - read, read);
      if (more === 0) return undefined;
      read += more;
    }
    return read > 4 && new Uint32Array(shared, 0, 1)[0] === MARK ? shared : undefined;
  } finally {
    closeSync(opened);
  }
}

/** The samplers as bytes. */
export function encodeNames(samplers: NameSamplers): SharedArrayBuffer {
  const tables = ({ cells, starts, sizes }: AliasTables) => [cells, starts, sizes];
  const parts: readonly ArrayBufferView[] = [
    Buffer.from(samplers.surnames.join('\n'), 'latin1'),
    Buffer.from(samplers.givenNames.join('\n'), 'latin1'),
    samplers.firstGivenNames,
    samplers.decades,
    ...tables(samplers.surnameTables),
    samplers.rarePeople,
    samplers.stock,
    samplers.stockStarts,
    ...tables(samplers.givenNameTables),
    samplers.givenNameTableOf,
  ];
  const heading = new Uint32Array([MARK, ...parts.map(({ byteLength }) => byteLength)]);
  const places = placesOf(heading);
  const shared = new SharedArrayBuffer(places[parts.length]!);
  const bytes = new Uint8Array(shared);
  [heading, ...parts].forEach(({ buffer, byteOffset, byteLength }, index) => {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), index === 0 ? 0 : places[index - 1]);
  });
  return shared;
}

/** The samplers of such bytes; their arrays are views of them. */
export function decodeNames(shared: SharedArrayBuffer): NameSamplers {
  const heading = new Uint32Array(shared, 0, 1 + PARTS);
  const places = placesOf(heading);
  let part = 0;
  const next = () => ({ from: places[part]!, length: heading[1 + part++]! });
  const names = () => {
    const { from, length } = next();
    return Buffer.from(shared, from, length).toString('latin1').split('\n');
  };
  const words = () => {
    const { from, length } = next();
    return new Uint32Array(shared, from, length / 4);
  };
  const integers = () => {
    const { from, length } = next();
    return new Int32Array(shared, from, length / 4);
  };
  const doubles = () => {
    const { from, length } = next();
    return new Float64Array(shared, from, length / 8);
  };
  const halves = () => {
    const { from, length } = next();
    return new Uint16Array(shared, from, length / 2);
  };
  const tables = (): AliasTables => ({ cells: words(), starts: words(), sizes: words() });
  return {
    surnames: names(),
    givenNames: names(),
    firstGivenNames: integers(),
    decades: integers(),
    surnameTables: tables(),
    rarePeople: doubles(),
    stock: words(),
    stockStarts: words(),
    givenNameTables: tables(),
    givenNameTableOf: halves(),
  };
}

/** Where the parts begin, and after the last of them the end. */
function placesOf(heading: Uint32Array): readonly number[] {
  const aligned = (bytes: number) => Math.ceil(bytes / 8) * 8;
  const places = [aligned(heading.byteLength)];
  for (const length of heading.subarray(1)) places.push(places[places.length - 1]! + aligned(length));
  return places;
}
