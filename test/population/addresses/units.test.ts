import { describe, expect, it } from 'vitest';
import { structures } from '../../../src/population/addresses/structures.ts';
import { drawDesignator, unitText } from '../../../src/population/addresses/units.ts';

/** Every way in which buildings of a structure write their units. */
const waysOf = (id: (typeof structures)[number]['id']) =>
  new Set(Array.from({ length: 400 }, (_, i) => drawDesignator(id, i * 10_737_418)));

describe('units', () => {
  it('of one building are written in one way, no two alike', () => {
    for (const { id, sizes } of structures) {
      for (const way of waysOf(id)) {
        const largest = id === 'twenty-or-more' ? 180 : Math.max(...sizes);
        const texts = Array.from({ length: largest }, (_, i) => unitText(i + 1, way));
        expect(new Set(texts).size).toBe(largest);
        for (const text of texts)
          expect(text).toMatch(/^(APT|UNIT|#|FL|BLDG [0-9]+ APT|STE|LOT|TRLR) ([0-9]+|[A-Z])$/);
      }
    }
  });

  it('of parks are lots, of buildings never', () => {
    const texts = (id: Parameters<typeof waysOf>[0]) => [...waysOf(id)].map((way) => unitText(3, way));
    expect(texts('park')).toContain('LOT 3');
    expect(texts('park')).toContain('TRLR 3');
    expect(texts('twenty-or-more').join()).not.toMatch(/LOT|TRLR/);
    expect(texts('twenty-or-more')).toEqual(
      expect.arrayContaining(['APT 3', 'APT 103', 'UNIT 3', '# 3', 'BLDG 1 APT 3']),
    );
  });

  it('are empty where a home stands alone', () => {
    expect(unitText(0, 5)).toBe('');
  });
});
