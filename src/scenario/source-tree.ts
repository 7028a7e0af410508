/**
 * A scenario file as a tree that remembers where each part was written, so that a mistake found after several
 * files were merged is still reported at its own line. Reference: YAML 1.2, core schema, without aliases, since
 * `extends` is the one way to reuse. Lines and columns count from 1.
 */
import { Composer, type CST, isMap, isScalar, isSeq, LineCounter, type Node, Parser } from 'yaml';

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Written {
  /** Where the value begins. */
  readonly at: Place;
  /** Where its key is written; for the items of a list and for the root, where the value begins. */
  readonly named: Place;
}
export type SourceMap = Written & { readonly kind: 'map'; readonly entries: ReadonlyMap<string, SourceNode> };
export type SourceNode =
  | SourceMap
  | (Written & { readonly kind: 'list'; readonly items: readonly SourceNode[] })
  | (Written & { readonly kind: 'scalar'; readonly value: unknown });

/** One mistake, and where it is. */
export interface Problem {
  readonly at: Place;
  /** What is wrong; what is allowed; what was found. */
  readonly what: string;
}

/** Reads the text of a file. The root is missing when the text is no YAML map; other mistakes leave it usable. */
export function readSource(text: string, file: string): { root?: SourceMap; problems: readonly Problem[] } {
  const lines = new LineCounter();
  const problems: Problem[] = [];
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };

  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  if (nesting(tokens) > DEEPEST_NESTING) {
    const what = `nested too deeply; allowed: ${DEEPEST_NESTING} levels; found: more`;
    return { problems: [{ at: { file, line: 1, column: 1 }, what }] };
  }
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false });
  const [document, further] = composer.compose(tokens, true, text.length);
  if (document === undefined) throw new Error('invalid tokens; a document was asked for: none composed');
  const offsets = new Set<number>();
  for (const { pos, message, code } of [...document.errors, ...document.warnings]) {
    if (offsets.has(pos[0])) continue;
    offsets.add(pos[0]);
    problems.push({
      at: placeAt(pos[0]),
      what: `not valid YAML; allowed: YAML 1.2; found: ${message} (${code})`,
    });
  }
  if (further !== undefined) {
    const what = 'a second document; allowed: one document in a file; found: more';
    problems.push({ at: placeAt(further.range[0]), what });
  }
  if (document.errors.length > 0 || further !== undefined) return { problems };

  const visit = (node: Node | null, named: Place | undefined): SourceNode => {
    const at = node?.range && !isBlank(node) ? placeAt(node.range[0]) : (named ?? placeAt(0));
    const written: Written = { at, named: named ?? at };
    if (isMap(node)) {
      const entries = new Map<string, SourceNode>();
      for (const { key, value } of node.items as { key: Node; value: Node | null }[]) {
        const keyPlace = key.range ? placeAt(key.range[0]) : at;
        if (!isScalar(key)) {
          problems.push({
            at: keyPlace,
            what: 'a key is not a word; allowed: plain words; found: a map or list',
          });
          continue;
        }
        const name = String(key.value);
        const first = entries.get(name);
        if (first === undefined) {
          entries.set(name, visit(value, keyPlace));
        } else {
          problems.push({
            at: keyPlace,
            what: `duplicate key ${quote(name)}; allowed: each key once; found: first at line ${first.named.line}`,
          });
        }
      }
      return { ...written, kind: 'map', entries };
    }
    if (isSeq(node)) {
      const items = (node.items as (Node | null)[]).map((item) => visit(item, undefined));
      return { ...written, kind: 'list', items };
    }
    if (isScalar(node)) return { ...written, kind: 'scalar', value: node.value };
    if (node !== null) {
      problems.push({
        at,
        what: 'an alias cannot be used; allowed: values written out, or extends; found: *',
      });
    }
    return { ...written, kind: 'scalar', value: null };
  };

  const root = visit(document.contents, undefined);
  if (root.kind === 'map') return { root, problems };
  const nothing = root.kind === 'scalar' && root.value === null;
  const wrong = nothing ? 'the scenario is empty' : 'the scenario is not a map';
  problems.push({ at: root.at, what: `${wrong}; allowed: a map of keys; found: ${found(root)}` });
  return { problems };
}

/** Composing a document recurses: a few thousand levels would end the process. A scenario has five. */
const DEEPEST_NESTING = 50;

/** How many maps and lists stand inside one another, at most. */
function nesting(tokens: readonly CST.Token[]): number {
  const open: { token: CST.Token | null | undefined; depth: number }[] = tokens.map((token) => ({
    token,
    depth: 0,
  }));
  let deepest = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    deepest = Math.max(deepest, depth);
    if (token?.type === 'document') open.push({ token: token.value, depth });
    if (token === null || token === undefined || !('items' in token)) continue;
    for (const { key, value } of token.items)
      open.push({ token: key, depth: depth + 1 }, { token: value, depth: depth + 1 });
  }
  return deepest;
}

const isBlank = (node: Node) => isScalar(node) && node.source === '' && node.value === null;

/**
 * A scenario laid over the one that it extends. Maps are merged key by key; a list, and a quantity (a map with
 * the key `mode`), is replaced whole, since half of one reason and half of another are no reason.
 */
export function merge(base: SourceMap, over: SourceMap): SourceMap {
  const entries = new Map(base.entries);
  for (const [key, node] of over.entries) {
    const below = base.entries.get(key);
    const mergeable = below?.kind === 'map' && node.kind === 'map' && !isQuantity(below) && !isQuantity(node);
    entries.set(key, mergeable ? merge(below, node) : node);
  }
  return { ...over, entries };
}

const isQuantity = (node: SourceMap) => node.entries.has('mode') || node.entries.has('value');

/** The plain value of a tree. */
export function toPlain(node: SourceNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toPlain);
  return Object.fromEntries([...node.entries].map(([key, child]) => [key, toPlain(child)]));
}

/** What was written, in a few words, for the end of an error line. */
export function found(node: SourceNode): string {
  if (node.kind === 'list') return node.items.length === 0 ? 'an empty list' : 'a list';
  if (node.kind === 'map') return node.entries.size === 0 ? 'an empty map' : 'a map';
  if (node.value === null) return 'nothing';
  return typeof node.value === 'string' ? quote(node.value) : String(node.value);
}

/** A text in double quotes, on one line, cut where it is long. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}
