/** Phonetic respelling: a name as somebody spells it who only heard it (text/phonetic-respelling.ts). */

import { canBeRespelt, respelt } from '../../text/phonetic-respelling.ts';
import { nameError } from '../name-error.ts';

export const phoneticRespelling = nameError(
  {
    id: 'phonetic-respelling',
    label: 'spelt by ear',
    describe: 'one sound of the given name or surname spelt by ear',
  },
  { can: canBeRespelt, make: respelt },
);
