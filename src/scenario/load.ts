/**
 * Loads a scenario: finds it by id or path, follows `extends`, lays child over parent, checks the result, and
 * reports every mistake at once, each where it was written. Built-in scenarios are the YAML files of `scenarios/`
 * at the package root; a built-in id wins over a file of the same name.
 */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from './input-error.ts';
import { withModes } from './modes.ts';
import { isMissing, problemsOf } from './problems.ts';
import { type Scenario, scenarioSchema } from './schema.ts';
import { found, merge, type Problem, quote, readSource, type SourceMap, toPlain } from './source-tree.ts';
import { didYouMean } from './suggest.ts';

interface ScenarioFile {
  /** What messages call it. */
  readonly name: string;
  /** Where it is, links resolved. */
  readonly path: string;
  readonly text: string;
}

const builtInFolder = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/**
 * The resolved scenario of a built-in id, or of the path of a YAML file.
 * Throws an InputError that lists every mistake as `file:line:column: what is wrong; what is allowed; what was found`.
 */
export function loadScenario(reference: string): Scenario {
  const problems: Problem[] = [];
  const merged = withParents(open(reference, ''), [], problems);
  const { complete } = merged;
  const root = withModes(merged.root, [], problems);
  // Without code made for the occasion: a schema that is used once takes ten times as long with it.
  const checked = scenarioSchema.safeParse(toPlain(root), { jitless: true });
  if (!checked.success) {
    const issues = complete
      ? checked.error.issues
      : checked.error.issues.filter((issue) => !isMissing(issue, root));
    problems.push(...problemsOf(issues, root));
  }
  if (problems.length > 0 || !checked.success) throw new InputError(inReadingOrder(problems));
  return checked.data;
}

/** What there is to run: the built-in scenarios, by id. */
export function listScenarios(): readonly Pick<Scenario, 'id' | 'title' | 'question'>[] {
  return builtInIds().map((builtIn) => {
    const { id, title, question } = loadScenario(builtIn);
    return { id, title, question };
  });
}

/** SHA-256, in hexadecimal, of a scenario as JSON with sorted keys: the same values have the same hash. */
export function scenarioHash(scenario: Scenario): string {
  return createHash('sha256').update(canonicalJson(scenario)).digest('hex');
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}

function builtInIds(): readonly string[] {
  return readdirSync(builtInFolder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .sort();
}

/** Finds and reads a scenario; a relative path is taken from `folder`. Throws an InputError of one line. */
function open(reference: string, folder: string): ScenarioFile {
  const ids = builtInIds();
  if (ids.includes(reference)) {
    return read(`scenarios/${reference}.yaml`, join(builtInFolder, `${reference}.yaml`));
  }
  const path = isAbsolute(reference) ? reference : join(folder, reference);
  const looksLikePath = /[/\\]|\.ya?ml$/i.test(reference);
  if (reference !== '' && (looksLikePath || existsSync(path))) return read(path, path);
  throw new InputError([
    `unknown scenario; allowed: ${ids.join(', ')}, or the path of a YAML file; ` +
      `found: ${quote(reference)}${didYouMean(reference, ids)}`,
  ]);
}

function read(name: string, path: string): ScenarioFile {
  const refuse = (wrong: string, seen: string) =>
    new InputError([`${name}: ${wrong}; allowed: a YAML file in UTF-8, at most 1 MB; found: ${seen}`]);
  let bytes: Buffer;
  try {
    const status = statSync(path);
    if (status.isDirectory()) throw refuse('not a file', 'a directory');
    if (status.size > LARGEST_FILE) throw refuse('too large for a scenario', `${status.size} bytes`);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw refuse('cannot be read', reasons[codeOf(error)] ?? codeOf(error));
  }
  if (!isUtf8(bytes) || bytes.includes(0)) throw refuse('not a text file', 'binary data');
  return { name, path: realpathSync(path), text: new TextDecoder().decode(bytes) };
}

const LARGEST_FILE = 1_000_000;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EACCES: 'no permission to read it',
};
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error);

/**
 * A file and all that it extends, merged. Mistakes that leave the tree usable go to `problems`; when a parent
 * cannot be followed, the tree is the child alone, and not `complete`.
 */
function withParents(
  file: ScenarioFile,
  children: readonly ScenarioFile[],
  problems: Problem[],
): { readonly root: SourceMap; readonly complete: boolean } {
  const source = readSource(file.text, file.name);
  problems.push(...source.problems);
  if (source.root === undefined) throw new InputError(inReadingOrder(problems));

  const entries = new Map(source.root.entries);
  const root: SourceMap = { ...source.root, entries };
  const parent = entries.get('extends');
  if (parent === undefined) return { root, complete: true };
  entries.delete('extends');

  const refuse = (what: string) => {
    problems.push({ at: parent.at, what });
    return { root, complete: false };
  };
  if (parent.kind !== 'scalar' || typeof parent.value !== 'string') {
    return refuse(`extends is not a text; allowed: the id or path of a scenario; found: ${found(parent)}`);
  }
  let parentFile: ScenarioFile;
  try {
    parentFile = open(parent.value, dirname(file.path));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return refuse(`extends cannot be followed: ${error.message}`);
  }
  const chain = [...children, file];
  if (chain.some(({ path }) => path === parentFile.path)) {
    const names = [...chain, parentFile].map(
      ({ path, name }) => chain.find((one) => one.path === path)?.name ?? name,
    );
    return refuse(`extends is circular; allowed: a chain that ends; found: ${names.join(' -> ')}`);
  }
  const base = withParents(parentFile, chain, problems);
  return { root: merge(base.root, root), complete: base.complete };
}

/** The lines of the mistakes: file by file as they were read, and from top to bottom within a file. */
function inReadingOrder(problems: readonly Problem[]): readonly string[] {
  const files = [...new Set(problems.map(({ at }) => at.file))];
  return problems
    .toSorted(
      ({ at: a }, { at: b }) =>
        files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
    )
    .map(({ at, what }) => `${at.file}:${at.line}:${at.column}: ${what}`.replace(/\p{Cc}+/gu, ' '));
}
