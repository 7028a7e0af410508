/** The commands, in the order of the help. Each imports what it needs only when it runs. */

import type { Command } from '@commander-js/extra-typings';
import { register as evidence } from './evidence.ts';
import { register as explain } from './explain.ts';
import { register as generate } from './generate.ts';
import { register as lists } from './lists.ts';
import { register as report } from './report.ts';
import { register as scenarios } from './scenarios.ts';
import { register as simulate } from './simulate.ts';
import { register as validate } from './validate.ts';

export const commands: readonly ((program: Command) => void)[] = [
  simulate,
  generate,
  validate,
  report,
  explain,
  scenarios,
  lists,
  evidence,
];
