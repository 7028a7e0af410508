/** Letters transposed: two neighbouring, different letters of a name in each other's place. */

import { lettersTransposed } from '../../text/typing-errors.ts';
import { nameError } from '../name-error.ts';

export const letterTransposed = nameError(
  {
    id: 'letter-transposed',
    label: 'letters transposed',
    describe: 'two neighbouring letters of the given name or surname exchanged',
  },
  lettersTransposed,
);
