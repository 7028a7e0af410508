/**
 * Settings: how densely a ZIP area is settled, from which follows what its homes are like and how mail reaches them.
 * Bands of people per square kilometre; the bounds are a convention that splits the country's people into parts of
 * 24, 16, 23, 26, 8 and 2 percent.
 */

export const settings = ['rural', 'exurban', 'suburban', 'urban', 'inner-city', 'core'] as const;
export type Setting = (typeof settings)[number];

/** The least density of each setting. */
const leastDensity = [0, 100, 300, 1000, 3000, 10_000];

/** The place in `settings` of a ZIP area with so many people per square kilometre. */
export function settingOf(density: number): number {
  return leastDensity.findLastIndex((least) => density >= least);
}
