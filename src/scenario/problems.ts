/**
 * Turns what the schema finds wrong with a scenario into lines a person can act on: where it was written, what
 * is wrong, what is allowed, what was found. A missing key and a broken sum are reported at the key of the map
 * that they concern; everything else at the value itself.
 */
import type { z } from 'zod';
import { allowedAt, choicesAt, keysAt, type Path } from './schema-walk.ts';
import { found, type Place, type Problem, quote, type SourceMap, type SourceNode } from './source-tree.ts';
import { didYouMean } from './suggest.ts';

type Issue = z.core.$ZodIssue;

/** The mistakes of a scenario, one for each issue of its schema. */
export function problemsOf(issues: readonly Issue[], root: SourceMap): readonly Problem[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? unknownKeys(issue, root) : [problem(issue, root)],
  );
}

/** Whether an issue says only that a key is not there. */
export function isMissing(issue: Issue, root: SourceMap): boolean {
  return issue.code !== 'unrecognized_keys' && locate(root, issue.path as Path).node === undefined;
}

function unknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys, root: SourceMap): readonly Problem[] {
  const path = issue.path as Path;
  const { node } = locate(root, path);
  const keys = keysAt(path);
  const where = path.length === 0 ? '' : ` in ${path.join('.')}`;
  return issue.keys.map((key) => ({
    at: (node?.kind === 'map' ? node.entries.get(key) : undefined)?.named ?? root.at,
    what: `unknown key${where}; allowed: ${keys.join(', ')}; found: ${quote(key)}${didYouMean(key, keys)}`,
  }));
}

function problem(issue: Issue, root: SourceMap): Problem {
  if (issue.code === 'invalid_union') return problem(likelyBranch(issue, root), root);
  const path = issue.path as Path;
  const name = path.join('.');
  const { node, parent } = locate(root, path);
  if (node === undefined) {
    return { at: parent.named, what: `${name} is missing; allowed: ${allowedAt(path)}; found: nothing` };
  }
  if (issue.code === 'custom') {
    const { allowed, found: seen } = (issue.params ?? {}) as { allowed?: string; found?: string };
    return {
      at: placeOf(node),
      what: `${name} ${issue.message}; allowed: ${allowed ?? allowedAt(path)}; found: ${seen ?? found(node)}`,
    };
  }
  const guess =
    node.kind === 'scalar' && typeof node.value === 'string' ? didYouMean(node.value, choicesAt(path)) : '';
  return {
    at: node.at,
    what: `${name} ${wrong(issue)}; allowed: ${allowedAt(path)}; found: ${found(node)}${guess}`,
  };
}

/** Of a value that may be one id or a list of ids: the issue of the form that was written. */
function likelyBranch(issue: z.core.$ZodIssueInvalidUnion, root: SourceMap): Issue {
  const isList = locate(root, issue.path as Path).node?.kind === 'list';
  const branch = issue.errors[isList ? 1 : 0]?.[0] ?? issue.errors.flat()[0];
  if (branch === undefined) return { ...issue, code: 'custom', message: 'is not understood' };
  return { ...branch, path: [...issue.path, ...branch.path] };
}

function wrong(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `is not a ${kinds[issue.expected] ?? issue.expected}`;
    case 'too_small':
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'is empty' : 'is out of range';
    case 'invalid_value':
      return 'is not known';
    case 'invalid_format':
      return 'is not well formed';
    default:
      return 'is not valid';
  }
}

const kinds: Readonly<Record<string, string>> = {
  int: 'whole number',
  number: 'number',
  string: 'text',
  object: 'map',
  array: 'list',
};

/** The key of a map, the beginning of any other value. */
function placeOf(node: SourceNode): Place {
  return node.kind === 'map' ? node.named : node.at;
}

/** The node at a path, where there is one, and the deepest node above it. */
function locate(root: SourceMap, path: Path): { node: SourceNode | undefined; parent: SourceNode } {
  let parent: SourceNode = root;
  let node: SourceNode | undefined = root;
  for (const step of path) {
    if (node === undefined) break;
    parent = node;
    if (node.kind === 'map') node = node.entries.get(String(step));
    else if (node.kind === 'list') node = node.items[Number(step)];
    else node = undefined;
  }
  return { node, parent };
}
