/** Merging is how `extends` works: its laws, over arbitrary trees. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { merge, readSource, type SourceMap, toPlain } from '../../src/scenario/source-tree.ts';

function read(text: string, file = 'a.yaml'): SourceMap {
  const { root } = readSource(text, file);
  if (root === undefined) throw new Error('no map');
  return root;
}

const key = fc.constantFrom('a', 'b', 'c', 'value', 'low');
const { tree } = fc.letrec<{ tree: Record<string, unknown>; node: unknown }>((tie) => ({
  tree: fc.dictionary(key, tie('node'), { maxKeys: 4, noNullPrototype: true }) as fc.Arbitrary<
    Record<string, unknown>
  >,
  node: fc.oneof(
    { maxDepth: 3 },
    fc.integer(),
    fc.boolean(),
    fc.array(fc.integer(), { maxLength: 3 }),
    tie('tree'),
  ),
}));
const written = (plain: Record<string, unknown>) => read(stringify(plain));

describe('reading', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(tree, (plain) => void expect(toPlain(written(plain))).toEqual(plain)),
      { seed: 1 },
    );
  });

  it('refuses a second document, at the line where it begins', () => {
    const { root, problems } = readSource('a: 1\n---\nb: 2\n', 'a.yaml');
    expect(root).toBeUndefined();
    expect(problems.map(({ at, what }) => [at.line, what])).toEqual([
      [2, 'a second document; allowed: one document in a file; found: more'],
    ]);
  });

  it('knows where each key and value stands, counted from 1', () => {
    const node = read('a:\n  bc: 12\n').entries.get('a');
    const inner = node?.kind === 'map' ? node.entries.get('bc') : undefined;
    expect(inner?.named).toEqual({ file: 'a.yaml', line: 2, column: 3 });
    expect(inner?.at).toEqual({ file: 'a.yaml', line: 2, column: 7 });
  });
});

describe('merging', () => {
  it('with an empty child is the parent', () => {
    const empty = written({});
    fc.assert(
      fc.property(tree, (plain) => void expect(toPlain(merge(written(plain), empty))).toEqual(plain)),
      { seed: 2 },
    );
  });

  it('with an empty parent is the child', () => {
    const empty = written({});
    fc.assert(
      fc.property(tree, (plain) => void expect(toPlain(merge(empty, written(plain)))).toEqual(plain)),
      { seed: 3 },
    );
  });

  it('with itself changes nothing', () => {
    fc.assert(
      fc.property(
        tree,
        (plain) => void expect(toPlain(merge(written(plain), written(plain)))).toEqual(plain),
      ),
      { seed: 4 },
    );
  });

  it('merges maps, and replaces lists and quantities whole', () => {
    const base = written({ part: { kept: 1, list: [1, 2], quantity: { value: 1, low: 0, evidence: 'x' } } });
    const over = written({ part: { list: [3], quantity: { value: 2, assumption: 'y' } } });
    expect(toPlain(merge(base, over))).toEqual({
      part: { kept: 1, list: [3], quantity: { value: 2, assumption: 'y' } },
    });
  });

  it('keeps for each part the place in the file that it came from', () => {
    const merged = merge(read('p:\n  x: 1\n  y: 2\n', 'base.yaml'), read('p:\n  y: 3\n', 'child.yaml'));
    const part = merged.entries.get('p');
    if (part?.kind !== 'map') throw new Error('no map');
    expect(part.entries.get('x')?.at).toEqual({ file: 'base.yaml', line: 2, column: 6 });
    expect(part.entries.get('y')?.at).toEqual({ file: 'child.yaml', line: 2, column: 6 });
  });
});
