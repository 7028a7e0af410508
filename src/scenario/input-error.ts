/**
 * What the user gave cannot be used: a scenario, an argument, a file. One line for each mistake, all of them at
 * once, each in the form `where: what is wrong; allowed: ...; found: ...`.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}
