/**
 * Matcher `fellegi-sunter`: the probability that two records are of one person, from how much their names agree and
 * how rare such agreement is, under the stated model (fellegi-sunter/model.ts). `matcher('fellegi-sunter', options)`
 * takes another prior, another model, a frequency table, and date of birth and taxpayer number as further fields.
 */

import { fellegiSunterMatcher } from '../fellegi-sunter/weigh.ts';

export const fellegiSunter = fellegiSunterMatcher();
