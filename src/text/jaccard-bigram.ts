/**
 * Jaccard similarity of bigrams: of all pairs of neighbouring characters in either value, the share in both.
 *
 * Reference: Jaccard (1901). Convention: a set, so that a repeated bigram counts once; no padding at the ends, so
 * that first letters weigh no more than others; a value of one character is its own only gram. Characters are UTF-16
 * code units. Missing is no agreement: an empty value on either side scores 0.
 */

/** The bigrams of a value, each once; the value itself when it has one character. */
export function bigramsOf(value: string): ReadonlySet<string> {
  if (value.length === 1) return new Set([value]);
  const grams = new Set<string>();
  for (let i = 1; i < value.length; i++) grams.add(value.slice(i - 1, i + 1));
  return grams;
}

/** Bigrams in common over bigrams in all, in [0, 1]; 0 when either set is empty. */
export function jaccardSimilarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared++;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** Jaccard similarity of the bigrams of two values, in [0, 1]; 0 when either is empty. */
export function jaccardBigramSimilarity(a: string, b: string): number {
  return jaccardSimilarity(bigramsOf(a), bigramsOf(b));
}
