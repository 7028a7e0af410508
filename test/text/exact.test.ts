import { expect, it } from 'vitest';
import { exactSimilarity } from '../../src/text/exact.ts';

it('exactSimilarity knows only the same and not the same', () => {
  expect(exactSimilarity('GARCIA', 'GARCIA')).toBe(1);
  expect(exactSimilarity('GARCIA', 'GARCIA ')).toBe(0);
});
