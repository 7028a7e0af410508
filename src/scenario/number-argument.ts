/** Reading a number that somebody typed after a flag: the one place that says how such a mistake is worded. */

/**
 * The number in `text`, or `undefined` where there is no text. A text that is not an allowed number adds a line to
 * `problems` and gives `undefined`.
 * @param allowed in words, what `isAllowed` lets pass
 */
export function numberArgument(
  flag: string,
  text: string | undefined,
  allowed: string,
  isAllowed: (value: number) => boolean,
  problems: string[],
): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (isAllowed(value)) return value;
  problems.push(`--${flag}: not a usable value; allowed: ${allowed}; found: ${text}`);
  return undefined;
}

/** The number of threads after `--workers`. */
export function workersArgument(text: string | undefined, problems: string[]): number | undefined {
  const isAllowed = (value: number) => Number.isInteger(value) && value >= 1 && value <= 256;
  return numberArgument('workers', text, 'a whole number from 1 to 256', isAllowed, problems);
}
