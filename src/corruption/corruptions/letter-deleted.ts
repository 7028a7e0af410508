/** Letter deleted: one letter of a name left out. */

import { letterLeftOut } from '../../text/typing-errors.ts';
import { nameError } from '../name-error.ts';

export const letterDeleted = nameError(
  {
    id: 'letter-deleted',
    label: 'letter left out',
    describe: 'one letter of the given name or surname left out',
  },
  letterLeftOut,
);
