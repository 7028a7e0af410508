/** The commands, in the order of the help. Each imports what it needs only when it runs. */

import type { Command } from '@commander-js/extra-typings';
import { register as bench } from './bench.ts';
import { register as compare } from './compare.ts';
import { register as corruptions } from './corruptions.ts';
import { register as evaluate } from './evaluate.ts';
import { register as evidence } from './evidence.ts';
import { register as explain } from './explain.ts';
import { register as generate } from './generate.ts';
import { register as lists } from './lists.ts';
import { register as match } from './match.ts';
import { register as report } from './report.ts';
import { register as scenarios } from './scenarios.ts';
import { register as simulate } from './simulate.ts';
import { register as validate } from './validate.ts';

export const commands: readonly ((program: Command) => void)[] = [
  simulate,
  generate,
  match,
  evaluate,
  validate,
  compare,
  bench,
  report,
  explain,
  scenarios,
  lists,
  corruptions,
  evidence,
];
