// How fast the string kernels are: pairs of surnames a second on one core, beside the package fastest-levenshtein in
// the same run.
//
//   npm run build && node bench/kernels.mjs [--json]
//
// The surnames are the 400 commonest, every tenth of them against all. A one-to-many kernel prepares each surname
// once. "Sixteen at a time" goes through blocks of names, as linkage does, and gives every score above 0, or those from
// 0.7 up, where nearly all other names are passed over; "in a column" reads a byte column; a pairwise one compares two
// strings. A pass takes about a
// millisecond, so that on a busy machine some passes go through undisturbed, and the fastest of them counts.

import { distance } from 'fastest-levenshtein';
import { comparators } from '../dist/matching/comparators/index.js';
import { dictionary } from '../dist/matching/dictionary.js';
import { loadTables } from '../dist/population/tables.js';
import { damerauQuery, levenshteinQuery } from '../dist/text/edit-query.js';
import { jaroQuery, jaroWinklerQuery } from '../dist/text/jaro-winkler-query.js';
import { KernelMemory } from '../dist/text/kernel-memory.js';
import { NameBlocks } from '../dist/text/name-blocks.js';
import { jaroWinklerKernel, levenshteinKernel, OneToMany } from '../dist/text/one-to-many.js';

const SURNAMES = 400;
const SECONDS = 1;

const surnames = loadTables().surnames.names.slice(0, SURNAMES);
const asked = surnames.filter((_, place) => place % 10 === 0);
const { bytes, starts, size } = dictionary(surnames);
const memory = new KernelMemory();
const blocks = new NameBlocks(memory);
blocks.fill(surnames);

/** Pairs per second of a pass over all pairs, repeated for a while after one to warm up; the fastest pass counts. */
function rate(pass) {
  pass();
  let fastest = Number.POSITIVE_INFINITY;
  const end = performance.now() + 1000 * SECONDS;
  do {
    const start = performance.now();
    pass();
    fastest = Math.min(fastest, performance.now() - start);
  } while (performance.now() < end);
  return (asked.length * size * 1000) / fastest;
}

let sink = 0;
const oneToMany = (query) => () => {
  for (const name of asked) {
    const similarity = query(name);
    for (let code = 0; code < size; code++) sink += similarity(bytes, starts[code], starts[code + 1]);
  }
};
const sixteenAtATime = (similarity, floor) => {
  const oneToMany = new OneToMany(memory, similarity, floor);
  return () => {
    for (const name of asked) {
      const { count, scores } = oneToMany.similar(name, blocks);
      for (let i = 0; i < count; i++) sink += scores[i];
    }
  };
};
const pairwise = (compare) => () => {
  for (const a of asked) for (const b of surnames) sink += compare(a, b);
};

const kernels = [
  ['fastest-levenshtein (package)', pairwise(distance)],
  ['levenshtein, sixteen at a time', sixteenAtATime(levenshteinKernel, Number.MIN_VALUE)],
  ['levenshtein, the same from 0.7', sixteenAtATime(levenshteinKernel, 0.7)],
  ['levenshtein, in a column', oneToMany(levenshteinQuery)],
  ['jaro-winkler, sixteen at a time', sixteenAtATime(jaroWinklerKernel, Number.MIN_VALUE)],
  ['jaro-winkler, the same from 0.7', sixteenAtATime(jaroWinklerKernel, 0.7)],
  ['jaro-winkler, in a column', oneToMany(jaroWinklerQuery)],
  ['damerau, in a column', oneToMany(damerauQuery)],
  ['jaro, in a column', oneToMany(jaroQuery)],
  ...comparators.map(({ id, compare }) => [`${id}, pairwise`, pairwise(compare)]),
];

const results = kernels.map(([kernel, pass]) => ({ kernel, pairsPerSecond: Math.round(rate(pass)) }));
const reference = results[0].pairsPerSecond;
if (process.argv.includes('--json'))
  console.log(JSON.stringify({ node: process.version, surnames: size, results }, null, 2));
else {
  for (const { kernel, pairsPerSecond } of results) {
    const millions = (pairsPerSecond / 1e6).toFixed(2).padStart(8);
    console.log(
      `${kernel.padEnd(32)}${millions} M pairs/s  ${(pairsPerSecond / reference).toFixed(2).padStart(6)} x`,
    );
  }
}
if (Number.isNaN(sink)) throw new Error('a kernel gave NaN');
