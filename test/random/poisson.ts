/** Poisson counts for tests. */

/** Knuth's product of uniforms, in pieces of at most 30, for any rate. @param random uniform in [0, 1) */
export function poisson(rate: number, random: () => number): number {
  if (rate > 30) return poisson(30, random) + poisson(rate - 30, random);
  const limit = Math.exp(-rate);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}
