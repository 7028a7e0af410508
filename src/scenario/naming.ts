/**
 * The section `population.naming` of a scenario: how often the habits of a naming system show in a person's own
 * documents, and how often on a tax return.
 */

import { z } from 'zod';
import { forEach } from './for-each.ts';
import { namingSystemIds, twoSurnameOriginIds } from './ids.ts';
import { share } from './quantity.ts';

const byBirthplace = (what: string) =>
  z.strictObject({
    bornHere: share(`${what}, born in the country.`),
    bornAbroad: share(`${what}, born abroad.`),
  });

export const naming = z
  .strictObject({
    middleName: z
      .strictObject({
        bornHere: share('Share of people born in the country who have a middle name.'),
        bornAbroad: forEach(namingSystemIds, (system) =>
          share(`Share of people born abroad who have a middle name, ${system} naming.`),
        ).meta({ description: 'The same for people born abroad, by naming system.' }),
      })
      .meta({
        description:
          'Who has a middle name; two given names of one entry (Jose Luis) are never counted as one.',
      }),
    middleInitialFiled: share('Share of people with a middle name whose return shows its initial.'),
    twoSurnames: byBirthplace(
      'Share of Spanish- and Portuguese-named people with two surnames on their own documents',
    ).meta({ description: "Who has the mother's surname beside the father's." }),
    secondSurnameFiled: forEach(twoSurnameOriginIds, (origin) =>
      share(`Of ${origin} people with two surnames: share whose return shows both.`),
    ).meta({ description: 'Whether a return is filed under both surnames or under the first alone.' }),
    surnamePartsApart: share(
      'Share of bearers of a surname of several parts who write them apart (De la Cruz, Jean-Baptiste), on their ' +
        'documents and on the return; the others write one word.',
    ),
    accentsWritten: byBirthplace(
      'Share of people with accents in their name whose own documents have them',
    ).meta({ description: 'Accents, on documents of one’s own; a return has none.' }),
    compoundGivenNameFiled: share(
      'Share of bearers of two given names whose return has both as the first name; the others file the first alone.',
    ),
    hyphenatedAtMarriage: share('Share of wives who join both surnames by a hyphen.'),
    maidenNameInMiddle: share(
      "Share of wives with their husband's surname alone who keep their own as middle name.",
    ),
    feminineSurname: share(
      'Share of women of Russian naming, born abroad, whose surname has the feminine form.',
    ),
    juniorOfNamesake: share(
      "Share of sons with their father's given name, at his address, who have his middle name too: JR.",
    ),
    seniorWritten: share('Share of fathers of such a son who write SR.'),
    suffixWithoutFatherAtHome: share('Share of other men with a generational suffix: JR, II, III.'),
    familyNameFirst: share(
      'Share of people born abroad, of a naming system with the family name first, who go on writing it first.',
    ),
  })
  .meta({ description: 'How names are written: on a person’s own documents, and on the return.' });
