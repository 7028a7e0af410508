/** A value as it lies in a byte column: its code units with strange bytes before and after, and where it is between them. */
export function byteColumn(value: string): [Uint8Array, number, number] {
  const bytes = Uint8Array.from(`AB${value}AB`, (character) => character.charCodeAt(0));
  return [bytes, 2, 2 + value.length];
}
