/**
 * A run directory on disk: the manifest, one tally a shard, and the rendered files. Every file is written beside
 * its place and renamed into it, so that whatever stops a run, no file is ever half there. The layout is part of
 * the outward contract.
 */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Summary } from '../estimation/summary.ts';
import type { Shard } from '../linkage/shard.ts';
import { diskError, makeDirectory } from '../scenario/disk.ts';
import { InputError } from '../scenario/input-error.ts';
import type { Scenario } from '../scenario/schema.ts';
import type { Sampling } from './run-plan.ts';

/** What a run is: enough to make it again, and to tell whether a directory holds it. */
export interface RunIdentity {
  /** Name and version: `mismatch 0.1.0`. */
  readonly tool: string;
  readonly scenario: Scenario;
  readonly scenarioSha256: string;
  readonly seed: number;
  readonly sampling: Sampling;
  /** Matchers and place scopes that stand in the scenario in place of its own. */
  readonly chosen?: { readonly matchers?: Matching['matchers']; readonly places?: Matching['places'] };
}

type Matching = Scenario['matching'];

export interface Manifest extends RunIdentity {
  readonly schemaVersion: 1;
  /** False until every file of the run has been written. */
  readonly complete: boolean;
  /** Each shard, the stratum that it is part of, and its ZIP areas by number; its tally is `tallies/<id>.json.gz`. */
  readonly shards: readonly Pick<Shard, 'id' | 'stratum' | 'zipAreas'>[];
  /** ZIP areas of each stratum, simulated or not. */
  readonly zipAreasByStratum: readonly number[];
  /** People in the file whose request names no ZIP area. */
  readonly unplacedInFile: number;
  readonly realised: Summary['realised'];
  readonly warnings: Summary['warnings'];
  /** How often the uncertain parameters are drawn, in which share of the ZIP areas, and the numbers drawn, by path. */
  readonly draws?: {
    readonly count: number;
    readonly zipShare: number;
    readonly values?: Readonly<Record<string, readonly number[]>>;
    /** Draws that ask for more people than the taxpayer file drawn has: they are not simulated. */
    readonly leftOut?: readonly number[];
  };
  /** Variant of each comparator, in words. */
  readonly kernels: Readonly<Record<string, string>>;
  readonly node: string;
  readonly workers: number;
  /** Of the process that finished the run; a resumed run counts its own part. */
  readonly wallSeconds: number;
  readonly peakRssBytes: number;
  /** SHA-256 of each file written, by path. */
  readonly files: Readonly<Record<string, string>>;
}

export interface RunDirectory {
  readonly path: string;
  /** Whether any shard is done. */
  hasTallies(): boolean;
  /** The bytes of a shard's tally, if it is done. */
  readTally(shard: string): Uint8Array | undefined;
  tallyPath(shard: string): string;
  writeTally(shard: string, bytes: Uint8Array): void;
  /** Writes rendered files, by path within the directory. */
  writeFiles(files: ReadonlyMap<string, string | Uint8Array>): void;
  writeManifest(manifest: Manifest): void;
}

const MANIFEST = 'manifest.json';
const TALLIES = 'tallies';
const UNFINISHED = '.unfinished';

export const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

/** Identifies a run in its tallies: everything that can change a count. */
export function runKey({ tool, scenarioSha256, seed, sampling }: RunIdentity): string {
  return sha256(JSON.stringify([tool, scenarioSha256, seed, sampling.zipShare, sampling.requestShare]));
}

/** What stands in the tally of a shard: which run it belongs to, and which part of it. */
export const tallyKey = (run: string, shard: string) => `${run}/${shard}`;

/** The first of `runs/<id>-1`, `runs/<id>-2` ... that does not exist. */
export function freeRunPath(id: string): string {
  for (let n = 1; ; n++) if (!existsSync(join('runs', `${id}-${n}`))) return join('runs', `${id}-${n}`);
}

/** The newest `runs/<id>-n` that was begun and not finished, if any. */
export function unfinishedRunPath(id: string): string | undefined {
  if (!existsSync('runs')) return undefined;
  const numbers = readdirSync('runs')
    .filter((name) => name.startsWith(`${id}-`) && /^\d+$/.test(name.slice(id.length + 1)))
    .map((name) => Number(name.slice(id.length + 1)))
    .sort((a, b) => b - a);
  return numbers
    .map((n) => join('runs', `${id}-${n}`))
    .find((path) => existsSync(join(path, MANIFEST)) && !readManifest(path).complete);
}

/** The manifest of a run directory; an InputError of one line where there is none that can be read. */
export function readManifest(path: string): Manifest {
  const file = join(path, MANIFEST);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError([
      `${file}: not a run directory; allowed: a directory that simulate made; found: ${cause(error)}`,
    ]);
  }
  try {
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.schemaVersion !== 1 || !String(manifest.tool).startsWith('mismatch ')) throw new Error();
    return manifest;
  } catch {
    throw new InputError([
      `${file}: not a manifest of this tool; allowed: the file that simulate wrote; found: something else`,
    ]);
  }
}

/** Begins a run in a directory that does not exist, is empty, or may be emptied because it is a run. */
export function createRunDirectory(path: string, force: boolean): RunDirectory {
  writing(path, () => {
    if (existsSync(path) && !isBare(path)) {
      const isRun = existsSync(join(path, MANIFEST));
      if (!force || !isRun) {
        throw new InputError([
          isRun
            ? `${path}: holds a run already; allowed: --resume to go on with it, --force to start over, or another --out`
            : `${path}: holds something else; allowed: a new or empty directory, or one that simulate made`,
        ]);
      }
      rmSync(path, { recursive: true });
    }
    makeDirectory(join(path, TALLIES));
  });
  return runDirectory(path);
}

/** Whether a directory holds nothing, or no more than a run that was killed before it said what it is. */
function isBare(path: string): boolean {
  return readdirSync(path).every((name) => {
    if (name === TALLIES) return readdirSync(join(path, TALLIES)).length === 0;
    return name === `${MANIFEST}${UNFINISHED}`;
  });
}

/** The directory of a run that is there already. */
export function runDirectory(path: string): RunDirectory {
  const write = (name: string, content: string | Uint8Array) => {
    const target = join(path, name);
    writing(target, () => {
      makeDirectory(dirname(target));
      const beside = `${target}${UNFINISHED}`;
      try {
        writeFileSync(beside, content, { flush: true });
        renameSync(beside, target);
      } catch (error) {
        rmSync(beside, { force: true });
        throw error;
      }
    });
  };
  const tallyPath = (shard: string) => join(path, TALLIES, `${shard}.json.gz`);
  return {
    path,
    tallyPath,
    hasTallies: () => existsSync(join(path, TALLIES)) && readdirSync(join(path, TALLIES)).length > 0,
    readTally: (shard) => (existsSync(tallyPath(shard)) ? readFileSync(tallyPath(shard)) : undefined),
    writeTally: (shard, bytes) => write(join(TALLIES, `${shard}.json.gz`), bytes),
    writeFiles(files) {
      for (const [name, content] of files) write(name, content);
    },
    writeManifest: (manifest) => write(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`),
  };
}

function writing(path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw diskError(path, error, 'and go on with --resume');
  }
}

const cause = (error: unknown) =>
  (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no manifest.json' : String(error);
