/** Letter inserted: a key struck twice, or a neighbouring one with it. */

import { letterTypedTwice } from '../../text/typing-errors.ts';
import { nameError } from '../name-error.ts';

export const letterInserted = nameError(
  {
    id: 'letter-inserted',
    label: 'letter inserted',
    describe: 'one letter of the given name or surname doubled, or a neighbouring key added',
  },
  letterTypedTwice,
);
