/** Keyboard typo: one letter of a name replaced by a neighbour on a QWERTY keyboard. */

import { neighbouringKey } from '../../text/typing-errors.ts';
import { nameError } from '../name-error.ts';

export const keyboardTypo = nameError(
  {
    id: 'keyboard-typo',
    label: 'neighbouring key',
    describe: 'one letter of the given name or surname replaced by a neighbouring key',
  },
  neighbouringKey,
);
