/** The fact table is data that everything else cites: each row must be whole, and each id unique. */
import { describe, expect, it } from 'vitest';
import { fact, facts, hasFact } from '../../src/evidence/facts.ts';

describe('the fact table', () => {
  it('has unique kebab-case ids', () => {
    const ids = facts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it.each(facts)('$id says what, when, and by whom', (one) => {
    expect(one.what).not.toBe('');
    expect(one.asOf).not.toBe('');
    expect(one.source.title).not.toBe('');
    expect(one.source.url).toMatch(/^https?:\/\//);
    expect(typeof one.verified).toBe('boolean');
    expect(one.confidence).not.toBe('');
  });

  it('keeps the arithmetic of its derived facts', () => {
    const number = (id: string) => fact(id).value as number;
    expect(number('matched-disclosed') - number('tin-matched')).toBe(number('address-matched-derived'));
    expect(number('matched-disclosed') / number('requests-final')).toBeCloseTo(number('match-rate'), 4);
    const address = fact('oig-address-derived').value as { readonly blank: number; readonly noUnit: number };
    expect(number('oig-address-blank') / number('oig-address-base')).toBeCloseTo(address.blank, 3);
    expect(number('oig-address-no-unit') / number('oig-address-base')).toBeCloseTo(address.noUnit, 4);
  });
});

describe('looking a fact up', () => {
  it('finds every id', () => {
    for (const one of facts) {
      expect(hasFact(one.id)).toBe(true);
      expect(fact(one.id)).toBe(one);
    }
  });

  it('refuses an unknown id', () => {
    expect(hasFact('toString')).toBe(false);
    expect(() => fact('toString')).toThrow(RangeError);
  });
});
