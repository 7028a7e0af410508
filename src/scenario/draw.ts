/**
 * Draws a set of values for the uncertain parameters of a scenario. Each parameter has a random stream of its own,
 * named by its path, and reads one number of it for each draw, so that a new parameter moves no other and a draw can be
 * made alone. Draw 0 is the scenario itself, with every quantity at its mode.
 *
 * Quantities are drawn independently of one another, each from its own distribution. Shares that divide a whole are
 * then brought back to a sum of 1: each moves the same part of its way to that end of its range which the sum
 * calls for. So none leaves its range, and one that is fixed stays.
 */

import { block, stream, uniform53 } from '../random/stream.ts';
import { distributionOf, isQuantity, type Quantity } from './quantity.ts';
import type { Scenario } from './schema.ts';
import { isWholeNumberAt, type Path, schemaAt } from './schema-walk.ts';
import { type Sum, sumOf } from './wholes.ts';

/** The scenario with the values of draw number `draw`, an integer from 0; a pure function of its arguments. */
export function drawScenario(scenario: Scenario, seed: number, draw: number): Scenario {
  if (draw === 0) return scenario;
  const words = new Uint32Array(4);
  const drawn = (quantity: Quantity, path: Path, name: string): Quantity => {
    block(stream(seed, `scenario/draw/${name}`), draw, 0, words);
    const [low, high] = rangeOf(quantity);
    const range = { low, mode: quantity.value, high };
    const value = distributionOf(quantity).quantile(range, uniform53(words[0]!, words[1]!));
    return { ...quantity, value: isWholeNumberAt(path) ? Math.round(value) : value };
  };
  return eachQuantity(scenario, drawn) as Scenario;
}

/** The number that each parameter has in a scenario, by the name of its stream: `requests.inTaxpayerFile`. */
export function valuesOf(scenario: Scenario): Readonly<Record<string, number>> {
  const values: Record<string, number> = {};
  eachQuantity(scenario, (quantity, _path, name) => {
    values[name] = quantity.value;
    return quantity;
  });
  return values;
}

type Change = (quantity: Quantity, path: Path, name: string) => Quantity;

/** A part of a scenario with its quantities changed, and shares that belong together made to fit again. */
function eachQuantity(part: unknown, change: Change, path: Path = [], name = ''): unknown {
  if (isQuantity(part)) return change(part, path, name);
  const inside = (child: unknown, key: string | number, called: string) =>
    eachQuantity(child, change, [...path, key], name === '' ? called : `${name}.${called}`);
  if (Array.isArray(part)) return part.map((item, place) => inside(item, place, nameOf(item, place)));
  if (typeof part !== 'object' || part === null) return part;
  const changed = Object.fromEntries(
    Object.entries(part).map(([key, child]) => [key, inside(child, key, key)]),
  );
  const sum = sumOf(schemaAt(path));
  return sum === undefined ? changed : fitted(changed as Readonly<Record<string, Quantity>>, sum);
}

/** An item of a list is called by its id where it has one, so that another item before it moves nothing. */
function nameOf(item: unknown, place: number): string {
  const { id, file } = (typeof item === 'object' && item !== null ? item : {}) as Record<string, unknown>;
  return String(id ?? file ?? place);
}

/** Where the draws of a quantity lie: an end that is not stated is the mode; a beta draw may be anywhere. */
function rangeOf(quantity: Quantity): readonly [low: number, high: number] {
  const { value, low = value, high = value } = quantity;
  return [low, high];
}

/** Where a quantity may be moved to. */
function bounds(quantity: Quantity): readonly [low: number, high: number] {
  const { id } = distributionOf(quantity);
  if (id === 'fixed') return [quantity.value, quantity.value];
  return id === 'beta' ? [0, 1] : rangeOf(quantity);
}

/** Shares that sum to 1 (or to no more), each moved the same part of its way to an end of its range. */
function fitted(shares: Readonly<Record<string, Quantity>>, sum: Sum): Readonly<Record<string, Quantity>> {
  const entries = Object.entries(shares);
  const excess = entries.reduce((total, [, { value }]) => total + value, 0) - 1;
  if (excess === 0 || (excess < 0 && sum === 'at-most-one')) return shares;
  const end = excess > 0 ? 0 : 1;
  const room = entries.reduce((total, [, share]) => total + Math.abs(bounds(share)[end] - share.value), 0);
  if (room === 0) return shares;
  const part = Math.min(1, Math.abs(excess) / room);
  const moved = (share: Quantity) => share.value + part * (bounds(share)[end] - share.value);
  return Object.fromEntries(entries.map(([key, share]) => [key, { ...share, value: moved(share) }]));
}
