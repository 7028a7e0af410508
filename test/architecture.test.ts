/** The shape of the source: which room may import which, what matching may see, and what no room may use. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Data flows down this list, and an import points up it. Corruption stands before requests because a request
 * record is corrupted as it is made; corruption itself knows nothing but records.
 */
const rooms = [
  'webassembly',
  'random',
  'text',
  'statistics',
  'evidence',
  'scenario',
  'population',
  'validation',
  'corruption',
  'requests',
  'export',
  'files',
  'matching',
  'linkage',
  'estimation',
  'execution',
  'report',
  'cli',
];

const LONGEST_FILE = 300;

interface SourceFile {
  /** From src/: `matching/matcher.ts`. */
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

interface Import {
  /** What is imported, as written before `from`; empty for the whole module. */
  readonly clause: string;
  /** The imported file, from src/. */
  readonly path: string;
}

const source = new URL('../src/', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map(sourceFile);

function sourceFile(path: string): SourceFile {
  const text = readFileSync(new URL(path, source), 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(?:([^;'"]+?)\s+from\s+)?'(\.[^']+)'/gm);
  const calls = text.matchAll(/\bimport\(\s*'()(\.[^']+)'/g);
  const imports = [...statements, ...calls].map(([, clause, from]) => ({
    clause: (clause ?? '').replace(/\s+/g, ' '),
    path: normalize(join(dirname(path), from!)),
  }));
  return { path, room: roomOf(path), text, imports };
}

function roomOf(path: string): string {
  return path.split('/')[0]!;
}

/** `from -> to` for each import that is not allowed. */
function forbidden(of: readonly SourceFile[], allowed: (file: SourceFile, imported: Import) => boolean) {
  return of.flatMap((file) =>
    file.imports
      .filter((imported) => !allowed(file, imported))
      .map((imported) => `${file.path} -> ${imported.path}`),
  );
}

/** The lines, as `path:line: text`, on which a pattern is found. */
function linesWith(of: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return of.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [])),
  );
}

const inRooms = (...names: readonly string[]) => files.filter(({ room }) => names.includes(room));

describe('imports', () => {
  it('are found, in every room', () => {
    const found = files.map(({ room }) => room).filter((room) => room !== 'index.ts');
    expect([...new Set(found)].sort()).toEqual(rooms.toSorted());
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(files.length);
  });

  it('point up the list of rooms; only the index of the library may import all', () => {
    const inside = files.filter(({ path }) => path !== 'index.ts');
    expect(
      forbidden(inside, ({ room }, { path }) => {
        const to = rooms.indexOf(roomOf(path));
        return path.startsWith('../') || (to >= 0 && to <= rooms.indexOf(room));
      }),
    ).toEqual([]);
  });

  // Types vanish when compiled: importing one closes no circle.
  it('never go round in a circle', () => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const finished = new Set<string>();
    const cyclesFrom = (path: string, trail: readonly string[]): readonly string[] => {
      if (trail.includes(path)) return [[...trail.slice(trail.indexOf(path)), path].join(' -> ')];
      if (finished.has(path)) return [];
      const next = byPath.get(path)?.imports.filter(({ clause }) => !clause.startsWith('type ')) ?? [];
      const cycles = next.flatMap((imported) => cyclesFrom(imported.path, [...trail, path]));
      finished.add(path);
      return cycles;
    };
    const cycles = files.flatMap(({ path }) => cyclesFrom(path, []));
    expect(cycles).toEqual([]);
  });
});

describe('matching', () => {
  it('sees records and nothing of the people behind them', () => {
    const hidden = ['population', 'requests', 'corruption', 'linkage'];
    expect(
      forbidden(inRooms('matching'), (_, { clause, path }) => {
        const isRecord = path === 'population/record.ts' && clause === 'type { PersonRecord }';
        return isRecord || !hidden.includes(roomOf(path));
      }),
    ).toEqual([]);
  });

  it('never speaks of the truth', () => {
    expect(linesWith(inRooms('matching'), /truth/i)).toEqual([]);
  });
});

describe('results', () => {
  it('come from addressed randomness', () => {
    expect(linesWith(files, /Math\.random/)).toEqual([]);
  });

  it('do not know the time: only what runs and reports a run does', () => {
    const clock = /Date\.now|new Date\(\)|performance\.now/;
    expect(
      linesWith(inRooms(...rooms.filter((room) => room !== 'cli' && room !== 'execution')), clock),
    ).toEqual([]);
  });
});

describe('files', () => {
  it('say at the top what they are', () => {
    expect(files.filter(({ text }) => !/^(#!.*\n)?\/\*\*/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it(`are under ${LONGEST_FILE} lines`, () => {
    const long = files
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines >= LONGEST_FILE);
    expect(long).toEqual([]);
  });
});
