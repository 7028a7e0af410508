/** OCR confusion: a character of a name taken by a scanner for another of the same shape (text/ocr-confusions.ts). */

import { canBeMisread, misread } from '../../text/ocr-confusions.ts';
import { nameError } from '../name-error.ts';

export const ocrConfusion = nameError(
  {
    id: 'ocr-confusion',
    label: 'misread by a scanner',
    describe: 'a character of the given name or surname misread by a scanner',
  },
  { can: canBeMisread, make: misread },
);
