/** Reading a choice that somebody typed after a flag: the one place that says how such a mistake is worded. */

import { didYouMean } from './suggest.ts';

/** The entry of a registry with the id in `text`; an unknown one adds a line to `problems` and gives `undefined`. */
export function choice<Entry extends { readonly id: string }>(
  flag: string,
  text: string,
  registry: readonly Entry[],
  problems: string[],
): Entry | undefined {
  const ids = registry.map(({ id }) => id);
  const entry = registry.find(({ id }) => id === text);
  if (entry === undefined) {
    problems.push(`--${flag}: unknown; allowed: ${ids.join(', ')}; found: ${text}${didYouMean(text, ids)}`);
  }
  return entry;
}
