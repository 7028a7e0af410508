/**
 * Street names of the mainland. Names are drawn by national frequency; the tail of the list borrows surnames and
 * street words, as real street names do. A ZIP area has its own streets, no two alike, and one way of using
 * directionals: a fifth of the streets with a leading cardinal point, or a city grid whose streets all bear their
 * quadrant, before the name (NW 5TH AVE) or after (5TH ST NW).
 *
 * Reference for the spelling: USPS Publication 28, sections 233 and 234, appendix C1. The weights of types, of
 * directionals and of the ways of using them are assumptions in the order of their public frequency.
 */

import { faker } from '@faker-js/faker/locale/en_US';
import { type AliasTable, aliasTable, pick } from '../../random/alias.ts';
import { block, type Stream, stream, uniform } from '../../random/stream.ts';
import type { Tables } from '../tables.ts';
import { weightedWords } from './weighted.ts';

/** National road count and slope of the tail beyond the 100 commonest names: see tables/README.md. */
const ALL_ROADS = 9_400_000;
const TAIL_SLOPE = -0.75;
const TAIL_NAMES = 20_000;

const types = weightedWords([
  ['ST', 280],
  ['RD', 165],
  ['AVE', 160],
  ['DR', 155],
  ['LN', 92],
  ['CT', 52],
  ['CIR', 22],
  ['WAY', 20],
  ['PL', 14],
  ['BLVD', 9],
  ['TRL', 8],
  ['TER', 6],
  ['LOOP', 3],
  ['HWY', 3],
  ['PKWY', 2.5],
  ['CV', 2],
  ['PT', 1],
  ['RUN', 1],
  ['RDG', 1],
  ['SQ', 0.8],
  ['XING', 0.8],
  ['PATH', 0.6],
  ['ALY', 0.6],
  ['PASS', 0.4],
  ['BND', 0.3],
]);
const cardinals = weightedWords([
  ['', 80],
  ['N', 5],
  ['S', 5],
  ['E', 5],
  ['W', 5],
]);
const quadrants = ['NE', 'SE', 'SW', 'NW'];
/** More than there are cardinals or quadrants. */
const MOST_POINTS = 8;
const ways = weightedWords([
  ['cardinal', 90],
  ['quadrant-before', 4],
  ['quadrant-after', 6],
]);
/** Share of the streets of a grid area that lie in its own quadrant; the others are in the next one. */
const OWN_QUADRANT = 0.85;

/** The streets of ZIP areas: the text of street n of area `zip`, as many as are asked for. */
export function mainlandStreets(tables: Tables, seed: number): (zip: number) => (street: number) => string {
  const vocabulary = streetVocabulary(tables);
  const naming = stream(seed, 'population/street');
  const directing = stream(seed, 'population/street-direction');
  return (zip) => namedStreets(vocabulary, naming, directing, zip);
}

interface StreetVocabulary {
  readonly names: readonly string[];
  readonly table: AliasTable;
}

function streetVocabulary(tables: Tables): StreetVocabulary {
  const common = tables.streets;
  const known = new Set(common.map(({ name }) => name.toUpperCase()));
  const words = (faker.rawDefinitions.location?.street_name ?? [])
    .map((name) => name.toUpperCase().replace(/^[NSEW] | [NSEW]$/g, '')) // directionals are drawn apart
    .map((name) => name.split(' ').slice(0, -1).join(' '))
    .filter((name) => /^[A-Z ]{2,}$/.test(name)); // no 10TH beside TENTH
  const tail = [...new Set([...words, ...tables.nameSamplers.surnames.slice(0, TAIL_NAMES)])]
    .filter((name) => !known.has(name))
    .slice(0, TAIL_NAMES);
  const tailRoads = ALL_ROADS - common.reduce((sum, street) => sum + street.roads, 0);
  const relative = tail.map((_, i) => (common.length + 1 + i) ** TAIL_SLOPE);
  const relativeSum = relative.reduce((a, b) => a + b, 0);
  return {
    names: [...common.map((street) => street.name.toUpperCase()), ...tail],
    table: aliasTable([
      ...common.map((street) => street.roads),
      ...relative.map((value) => (tailRoads * value) / relativeSum),
    ]),
  };
}

/**
 * The streets of one ZIP area: drawn by frequency, redrawn while the full name is taken. Whether it is depends on every
 * street before, so their names are drawn too, but as numbers; only the street that is asked for is spelt. Equal numbers
 * and equal texts are the same thing, because no name of the vocabulary begins with a directional.
 */
function namedStreets(
  { names, table }: StreetVocabulary,
  naming: Stream,
  directing: Stream,
  zip: number,
): (street: number) => string {
  const words = new Uint32Array(4);
  block(directing, zip, 0, words);
  const way = ways.words[ways.draw(words[0]!)]!;
  const quadrant = words[1]! % 4;
  const points = way === 'cardinal' ? cardinals.words : quadrants;
  const pointOf = (word: number) => {
    if (way === 'cardinal') return cardinals.draw(word);
    return uniform(word) < OWN_QUADRANT ? quadrant : (quadrant + 1) % 4;
  };
  const spelt = (key: number) => {
    const point = points[key % MOST_POINTS]!;
    const place = Math.floor(key / MOST_POINTS);
    const name = `${names[Math.floor(place / types.words.length)]!} ${types.words[place % types.words.length]!}`;
    return way === 'quadrant-after' ? `${name} ${point}` : `${point} ${name}`.trimStart();
  };
  const keys = distinctNumbers();
  const texts = new Map<number, string>();
  let draw = 0;
  return (street) => {
    keys.makeRoom(street + 1);
    for (; keys.count() <= street; draw++) {
      block(naming, zip, draw, words);
      const place = pick(table, words[0]!, words[1]!) * types.words.length + types.draw(words[3]!);
      keys.add(place * MOST_POINTS + pointOf(words[2]!));
    }
    let text = texts.get(street);
    if (text === undefined) {
      text = spelt(keys.at(street));
      texts.set(street, text);
    }
    return text;
  };
}

/** Different whole numbers of 0 or more, in the order in which they came first. */
interface DistinctNumbers {
  count(): number;
  at(place: number): number;
  /** Room for so many; ask for it before they are added. */
  makeRoom(numbers: number): void;
  add(value: number): void;
}

function distinctNumbers(): DistinctNumbers {
  // Open addressing: the place of a value, plus 1 so that 0 is free, stands at its hash or in the next that was free.
  let values = new Int32Array(0);
  let places = new Uint32Array(0);
  let count = 0;
  const add = (value: number) => {
    let slot = (Math.imul(value, 0x9e3779b1) >>> 8) & (places.length - 1);
    while (places[slot] !== 0) {
      if (values[places[slot]! - 1] === value) return;
      slot = (slot + 1) & (places.length - 1);
    }
    values[count++] = value;
    places[slot] = count;
  };
  return {
    count: () => count,
    at: (place) => values[place]!,
    makeRoom(numbers) {
      if (numbers <= values.length) return;
      const before = values.subarray(0, count);
      values = new Int32Array(2 ** Math.ceil(Math.log2(numbers + 1)));
      places = new Uint32Array(2 * values.length);
      count = 0;
      before.forEach(add);
    },
    add,
  };
}
