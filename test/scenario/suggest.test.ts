import { expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/scenario/suggest.ts';

it.each([
  ['levenstein', 'levenshtein'],
  ['ZIP', 'zip'],
  ['jaro_winkler', 'jaro-winkler'],
  ['jaro', 'jaro-winkler'],
])('%s is near %s', (word, meant) => {
  expect(nearest(word, ['exact', 'zip', 'levenshtein', 'jaro-winkler'])).toBe(meant);
});

it('stays silent when nothing is near', () => {
  expect(nearest('nation', ['zip', 'address'])).toBeUndefined();
  expect(didYouMean('nation', ['zip', 'address'])).toBe('');
});
