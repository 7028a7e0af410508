/**
 * Jaro and Jaro-Winkler similarity: characters in common near the same place, less half of those out of
 * order, with a bonus for a common beginning.
 *
 * References: Jaro (JASA 84, 1989); Winkler (1990). Implementations disagree near the thresholds that decide;
 * the variant here is that of DuckDB and RapidFuzz.
 * Convention: window floor(longer / 2) - 1, at least 0; transpositions floor(t / 2), t being the matched
 * characters that differ in order; prefix at most 4, weight 0.1, added only when Jaro is above 0.7.
 * Characters are UTF-16 code units. Missing is no agreement: an empty value on either side scores 0.
 */

/** Leading characters that the bonus looks at. */
export const PREFIX_LONGEST = 4;
const PREFIX_WEIGHT = 0.1;
const PREFIX_ABOVE = 0.7;

/** Jaro of two lengths with `matched` characters in common, `halfTransposed` of them (halved) out of order. */
export function jaroOf(lengthA: number, lengthB: number, matched: number, halfTransposed: number): number {
  return (matched / lengthA + matched / lengthB + (matched - halfTransposed) / matched) / 3;
}

/** Jaro with Winkler's bonus for `prefix` common leading characters, 0 to 4. */
export function boosted(jaro: number, prefix: number): number {
  return jaro > PREFIX_ABOVE ? Math.min(jaro + prefix * PREFIX_WEIGHT * (1 - jaro), 1) : jaro;
}

/** How far apart two equal characters may stand and still match. */
export function windowOf(lengthA: number, lengthB: number): number {
  return Math.max((Math.max(lengthA, lengthB) >>> 1) - 1, 0);
}

/** Jaro similarity, in [0, 1]; 0 when either is empty. */
export function jaroSimilarity(a: string, b: string): number {
  const window = windowOf(a.length, b.length);
  const takenA = new Uint8Array(a.length);
  const takenB = new Uint8Array(b.length);
  let matched = 0;
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(i + window + 1, b.length);
    for (let j = Math.max(i - window, 0); j < end; j++) {
      if (takenB[j] === 0 && a.charCodeAt(i) === b.charCodeAt(j)) {
        takenA[i] = 1;
        takenB[j] = 1;
        matched++;
        break;
      }
    }
  }
  if (matched === 0) return 0;

  let transposed = 0;
  let j = 0;
  for (let i = 0; i < a.length; i++) {
    if (takenA[i] === 0) continue;
    while (takenB[j] === 0) j++;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) transposed++;
    j++;
  }
  return jaroOf(a.length, b.length, matched, transposed >>> 1);
}

/** Jaro-Winkler similarity, in [0, 1]; 0 when either is empty. */
export function jaroWinklerSimilarity(a: string, b: string): number {
  return boosted(jaroSimilarity(a, b), commonPrefix(a, b));
}

/** Jaro-Winkler with the bonus however low Jaro is, as SimMetrics and its ports have it; in [0, 1]. */
export function ungatedJaroWinklerSimilarity(a: string, b: string): number {
  return ungatedBoost(jaroSimilarity(a, b), commonPrefix(a, b));
}

/** Jaro with the bonus for a common prefix of this length, at most `PREFIX_LONGEST`, however low it is. */
export function ungatedBoost(jaro: number, prefix: number): number {
  return Math.min(jaro + prefix * PREFIX_WEIGHT * (1 - jaro), 1);
}

function commonPrefix(a: string, b: string): number {
  let prefix = 0;
  const longest = Math.min(a.length, b.length, PREFIX_LONGEST);
  while (prefix < longest && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return prefix;
}
