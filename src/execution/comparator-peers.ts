/**
 * Other programs that compare strings, beside the comparators here: how fast they are on the same values, and on how
 * many of them they say the same. Each is loaded when it is asked for; DuckDB and talisman are left out where they are
 * not installed.
 *
 * The package double-metaphone is a peer and not what compares here: it leaves out some rules of Philips's program
 * (text/double-metaphone.ts), which changes GARCIA. DuckDB's Damerau distance is the unrestricted one.
 */

import { comparators } from '../matching/comparators/index.ts';
import { doubleMetaphoneKeySimilarity, doubleMetaphoneKeys } from '../text/double-metaphone.ts';
import { type Patience, pairwiseSpeed } from './time-matchers.ts';

/** How often two programs say the same. */
export interface Agreement {
  readonly of: 'pairs' | 'names';
  readonly compared: number;
  readonly equal: number;
  /** Names with other keys, the commonest first, where there are any. */
  readonly unequal?: readonly string[];
}

export interface ComparatorPeer {
  readonly comparator: string;
  readonly program: string;
  readonly pairsPerSecond: number;
  readonly agreement: Agreement;
}

/** Similarities closer than this are the same. */
const SAME = 1e-9;
const EXAMPLES = 5;
/** How often a query compares every pair, so that its planning does not count. */
const DUCKDB_REPEATS = 3;

/**
 * The packages and DuckDB beside the comparators, on these values.
 * @param names those of which the phonetic keys are held together, the commonest first; all of them A to Z
 */
export async function comparatorPeers(
  values: readonly string[],
  names: readonly string[],
  patience: Patience,
): Promise<readonly ComparatorPeer[]> {
  return [
    await fastestLevenshtein(values, patience),
    await doubleMetaphonePackage(values, names, patience),
    ...(await talismanPeers(values, patience)),
    ...(await duckdbPeers(values, patience)),
  ];
}

async function fastestLevenshtein(values: readonly string[], patience: Patience): Promise<ComparatorPeer> {
  const { distance } = await import('fastest-levenshtein');
  const compare = (a: string, b: string) => 1 - distance(a, b) / Math.max(a.length, b.length);
  const theirs = values.flatMap((a) => values.map((b) => compare(a, b)));
  return {
    comparator: 'levenshtein',
    program: 'fastest-levenshtein',
    pairsPerSecond: pairwiseSpeed(values, compare, patience),
    agreement: agreementOfPairs('levenshtein', values, theirs),
  };
}

async function doubleMetaphonePackage(
  values: readonly string[],
  names: readonly string[],
  patience: Patience,
): Promise<ComparatorPeer> {
  const { doubleMetaphone } = await import('double-metaphone');
  const keysOf = (value: string) => [...new Set(doubleMetaphone(value))].filter((key) => key !== '');
  const compare = (a: string, b: string) =>
    a === b ? 1 : doubleMetaphoneKeySimilarity(keysOf(a), keysOf(b));
  const unequal = names.filter((name) => keysOf(name).join() !== doubleMetaphoneKeys(name).join());
  return {
    comparator: 'double-metaphone',
    program: 'double-metaphone',
    pairsPerSecond: pairwiseSpeed(values, compare, patience),
    agreement: {
      of: 'names',
      compared: names.length,
      equal: names.length - unequal.length,
      unequal: unequal.slice(0, EXAMPLES),
    },
  };
}

function agreementOfPairs(id: string, values: readonly string[], theirs: readonly number[]): Agreement {
  const { compare } = comparators.find((comparator) => comparator.id === id)!;
  const ours = values.flatMap((a) => values.map((b) => compare(a, b)));
  const equal = ours.filter((similarity, pair) => Math.abs(similarity - theirs[pair]!) < SAME).length;
  return { of: 'pairs', compared: ours.length, equal };
}

/** A comparator as an SQL expression of `a.name` and `b.name`. */
const IN_SQL: Readonly<Record<string, string>> = {
  levenshtein: '1 - levenshtein(a.name, b.name) / greatest(length(a.name), length(b.name))',
  damerau: '1 - damerau_levenshtein(a.name, b.name) / greatest(length(a.name), length(b.name))',
  jaro: 'jaro_similarity(a.name, b.name)',
  'jaro-winkler': 'jaro_winkler_similarity(a.name, b.name)',
};

// The names of optional packages are no literals where they are imported, so that the source compiles without them.
const DUCKDB: string = '@duckdb/node-api';

const TALISMAN: string = 'talisman/metrics';

/** Comparators by the module of talisman that has them; Levenshtein's gives a distance there. */
const IN_TALISMAN: Readonly<Record<string, string>> = {
  levenshtein: 'levenshtein',
  jaro: 'jaro',
  'jaro-winkler': 'jaro-winkler',
};

type Measure = (a: string, b: string) => number;

async function talismanPeers(
  values: readonly string[],
  patience: Patience,
): Promise<readonly ComparatorPeer[]> {
  const peers: ComparatorPeer[] = [];
  for (const [comparator, module] of Object.entries(IN_TALISMAN)) {
    const loaded = await (import(`${TALISMAN}/${module}.js`) as Promise<{ readonly default: Measure }>).catch(
      () => undefined,
    );
    if (loaded === undefined) return [];
    const measure = loaded.default;
    const compare: Measure =
      comparator === 'levenshtein' ? (a, b) => 1 - measure(a, b) / Math.max(a.length, b.length) : measure;
    peers.push({
      comparator,
      program: 'talisman',
      pairsPerSecond: pairwiseSpeed(values, compare, patience),
      agreement: agreementOfPairs(
        comparator,
        values,
        values.flatMap((a) => values.map((b) => compare(a, b))),
      ),
    });
  }
  return peers;
}

interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string, options: Readonly<Record<string, string>>): Promise<Instance>;
  };
}

interface Instance {
  connect(): Promise<Connection>;
  closeSync(): void;
}

interface Connection {
  runAndReadAll(sql: string): Promise<{ getRows(): readonly (readonly unknown[])[] }>;
  closeSync(): void;
}

/** DuckDB on one thread, all values against all; the time is that of the query, in which the values are in a table. */
async function duckdbPeers(
  values: readonly string[],
  { seconds }: Patience,
): Promise<readonly ComparatorPeer[]> {
  const duckdb = await (import(DUCKDB) as Promise<DuckDb>).catch(() => undefined);
  if (duckdb === undefined) return [];
  const instance = await duckdb.DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    const list = values.map((value, place) => `(${place}, '${value}')`).join(', ');
    await connection.runAndReadAll(
      `create table names as select * from (values ${list}) as listed(place, name)`,
    );
    const peers: ComparatorPeer[] = [];
    for (const [comparator, expression] of Object.entries(IN_SQL)) {
      const pairs = 'from names a, names b';
      const all = await connection.runAndReadAll(
        `select (${expression})::double ${pairs} order by a.place, b.place`,
      );
      let fastest = Number.POSITIVE_INFINITY;
      const end = performance.now() + 1000 * seconds;
      do {
        const started = performance.now();
        await connection.runAndReadAll(`select sum(${expression}) ${pairs}, range(${DUCKDB_REPEATS})`);
        fastest = Math.min(fastest, (performance.now() - started) / 1000);
      } while (performance.now() < end);
      peers.push({
        comparator,
        program: 'DuckDB',
        pairsPerSecond: Math.round((DUCKDB_REPEATS * values.length ** 2) / fastest),
        agreement: agreementOfPairs(
          comparator,
          values,
          all.getRows().map(([similarity]) => similarity as number),
        ),
      });
    }
    return peers;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
