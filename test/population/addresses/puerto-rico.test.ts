import { describe, expect, it } from 'vitest';
import { puertoRicoStreets } from '../../../src/population/addresses/puerto-rico.ts';
import { loadTables } from '../../../src/population/tables.ts';

const tables = loadTables();
const first = (urbanization: number, zip: number, count: number) => {
  const street = puertoRicoStreets(tables, urbanization, 1)(zip);
  return Array.from({ length: count }, (_, n) => street(n));
};

describe('streets of Puerto Rico', () => {
  it('are all different, and the same in any order', () => {
    const streets = first(0.6, 5, 2000);
    expect(new Set(streets.map(({ text }) => text)).size).toBe(2000);
    const again = puertoRicoStreets(tables, 0.6, 1)(5);
    expect([900, 0, 1999].map(again)).toEqual([900, 0, 1999].map((n) => streets[n]));
  });

  it('belong to urbanizations in the share asked for, eight to each', () => {
    const streets = first(0.6, 6, 3000);
    const developed = streets.filter(({ inUrbanization }) => inUrbanization);
    expect(developed.length / 3000).toBeGreaterThan(0.53);
    expect(developed.length / 3000).toBeLessThan(0.67);
    const names = new Map<string, number>();
    for (const { text } of developed) {
      const name = /^URB (.+) CALLE /.exec(text)![1]!;
      names.set(name, (names.get(name) ?? 0) + 1);
    }
    expect([...names.values()].filter((count) => count !== 8).length).toBeLessThanOrEqual(1);
    expect(first(0, 6, 300).some(({ inUrbanization }) => inUrbanization)).toBe(false);
    expect(first(1, 6, 300).every(({ inUrbanization }) => inUrbanization)).toBe(true);
  });

  it('of two urbanizations may be called alike, which is what the urbanization is for', () => {
    const calls = first(1, 6, 300).map(({ text }) => text.replace(/^URB .* CALLE /, ''));
    expect(new Set(calls).size).toBeLessThan(150);
  });
});
