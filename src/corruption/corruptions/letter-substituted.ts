/** Letter substituted: one letter of a name replaced by any other, as when handwriting is misread. */

import { letterReplaced } from '../../text/typing-errors.ts';
import { nameError } from '../name-error.ts';

export const letterSubstituted = nameError(
  {
    id: 'letter-substituted',
    label: 'letter substituted',
    describe: 'one letter of the given name or surname replaced by any other',
  },
  letterReplaced,
);
