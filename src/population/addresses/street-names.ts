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
  const tail = [...new Set([...words, ...tables.surnames.names.slice(0, TAIL_NAMES)])]
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

/** The streets of one ZIP area: drawn by frequency, redrawn while the full name is taken. */
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
  const direction = (word: number) => {
    if (way === 'cardinal') return cardinals.words[cardinals.draw(word)]!;
    return quadrants[uniform(word) < OWN_QUADRANT ? quadrant : (quadrant + 1) % 4]!;
  };
  const taken = new Set<string>();
  const streets: string[] = [];
  let draw = 0;
  return (street) => {
    for (; streets.length <= street; draw++) {
      block(naming, zip, draw, words);
      const name = `${names[pick(table, words[0]!, words[1]!)]!} ${types.words[types.draw(words[3]!)]!}`;
      const point = direction(words[2]!);
      const text = way === 'quadrant-after' ? `${name} ${point}` : `${point} ${name}`.trimStart();
      if (taken.has(text)) continue;
      taken.add(text);
      streets.push(text);
    }
    return streets[street]!;
  };
}
