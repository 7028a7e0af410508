/** Breaking text into lines at spaces. Width is counted in code points, as a terminal font shows Latin text. */

/** The lines of `text`, none longer than `width` unless a single word is. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line === '') line = word;
    else if (textWidth(line) + 1 + textWidth(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines;
}

/** How many columns a line takes. */
export function textWidth(text: string): number {
  return [...text].length;
}
