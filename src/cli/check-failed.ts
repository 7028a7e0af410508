/** The command did its work and printed it, and what it found is not as it must be. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
}
