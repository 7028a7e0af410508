/** The central value of a quantity is called `mode`; a file that calls it `value` is understood, too. */

import { keysAt, type Path } from './schema-walk.ts';
import type { Problem, SourceMap, SourceNode } from './source-tree.ts';

/** The tree with `value` read as `mode` wherever the schema has a quantity. Both at once is a mistake. */
export function withModes(map: SourceMap, path: Path, problems: Problem[]): SourceMap {
  const entries = new Map<string, SourceNode>();
  const value = keysAt(path).includes('mode') ? map.entries.get('value') : undefined;
  for (const [key, node] of map.entries) {
    if (node !== value) entries.set(key, inside(node, [...path, key], problems));
    else if (!map.entries.has('mode')) entries.set('mode', node);
    else
      problems.push({
        at: node.named,
        what: `${path.join('.')} has two central values; allowed: mode alone; found: mode and value`,
      });
  }
  return { ...map, entries };
}

function inside(node: SourceNode, path: Path, problems: Problem[]): SourceNode {
  if (node.kind === 'map') return withModes(node, path, problems);
  if (node.kind === 'scalar') return node;
  return { ...node, items: node.items.map((item, place) => inside(item, [...path, place], problems)) };
}
