/**
 * The section of a scenario about what surrounds the matching and is not simulated: how far filing falls. Published
 * figures are carried through it by arithmetic (`estimation/fiscal.ts`), each on its own basis.
 */

import { z } from 'zod';
import { share } from './quantity.ts';

export const contextSection = z
  .strictObject({
    filingFall: share(
      'By how much the share of undocumented people who file and pay falls: 0.1 is ten percentage points.',
    ),
    overallComplianceFall: share(
      'By how much voluntary compliance of all taxpayers falls: 0.001 is a tenth of a percentage point.',
    ),
  })
  .meta({ description: 'What is not simulated: falls in filing, to which published figures are applied.' });
