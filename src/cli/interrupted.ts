/** A run stopped by the user before its end; what is done stands on the disk. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
