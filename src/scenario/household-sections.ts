/** The sections of a scenario about who lives with whom, and who of them files. */

import { z } from 'zod';
import { forEach } from './for-each.ts';
import { communityIds, householdKindIds, nonFilingKindIds } from './ids.ts';
import { positive, share } from './quantity.ts';
import { dividing } from './wholes.ts';

const householdPhrases = {
  alone: 'somebody alone',
  couple: 'a married couple, with or without children at home',
  'lone-parent': 'a parent without a partner, and children',
  partners: 'two unmarried partners, with or without children',
  siblings: 'two brothers or sisters',
  roommates: 'two or three unrelated people',
} as const;

export const households = dividing(
  forEach(householdKindIds, (kind) =>
    share(`Share of the households in which somebody files: ${householdPhrases[kind]}.`),
  ),
  'Households in which somebody files, by kind; the shares sum to 1.',
);

export const householdSize = forEach(communityIds, (community) =>
  positive(`Mean number of people in a ${community} household in which somebody files.`),
).meta({
  description:
    'How communities differ: the shares of all households are tilted until the mean size comes out.',
});

export const families = z
  .strictObject({
    separateReturns: share('Share of married couples who file that file two returns.'),
    withMinors: z
      .strictObject({
        couple: share('Share of couples who live with children under 17.'),
        'lone-parent': share('Share of lone parents who do; the others live with grown children.'),
        partners: share('Share of unmarried partners who do.'),
      })
      .meta({ description: 'Households with children under 17.' }),
    minors: dividing(
      z.strictObject({
        one: share('One child.'),
        two: share('Two children.'),
        three: share('Three children.'),
        four: share('Four or more children, taken as four.'),
      }),
      'How many children under 17 live with parents who live with any; the shares sum to 1.',
    ),
    grownChild: share('Share of couples and lone parents who live with a grown child.'),
    secondGrownChild: share('Of those: share who live with two.'),
    grownChildren: dividing(
      z.strictObject({
        single: share('File a return of their own and are nobody’s dependants.'),
        'dependant-who-files': share('File a return, and are claimed as dependants on that of the parents.'),
        'does-not-file': share('Do not file.'),
      }),
      'How grown children at home file; the shares sum to 1.',
    ),
    parentAtHome: share('Share of couples and lone parents who live with a parent of theirs.'),
    parentFiles: share('Share of those parents who file.'),
    otherAdult: share('Share of families and partners with another adult relative who does not file.'),
    loneMothers: share('Share of lone parents who are mothers.'),
    otherSurname: z
      .strictObject({
        couple: share('Share of couples whose children bear a surname of their own: stepchildren.'),
        loneMother: share("Share of lone mothers whose children do: the father's."),
      })
      .meta({ description: 'Children who do not bear the surname of the household.' }),
    twins: share('Chance that two children next to each other in age are twins.'),
  })
  .meta({ description: 'Who lives in the households of families; each share is independent of the others.' });

const nonFilingPhrases = {
  alone: 'somebody alone',
  couple: 'a couple',
  'lone-parent': 'a lone parent with children under 17',
  'couple-with-minors': 'a couple with children under 17',
} as const;

export const nonFiling = z
  .strictObject({
    lawful: share('Share of the households of citizens and lawful residents in which nobody files.'),
    unauthorized: share('Share of the households of people without lawful status in which nobody files.'),
    kinds: dividing(
      forEach(nonFilingKindIds, (kind) => share(`Share of these households: ${nonFilingPhrases[kind]}.`)),
      'Households in which nobody files, by kind; the shares sum to 1.',
    ),
    pensioners: share(
      'Of those householders without minors who are lawfully present: share born before 1962.',
    ),
    residents: positive(
      'Households of filers with somebody else in them who has no lawful status and does not file, for each ' +
        'householder of the origin who files and has no lawful status.',
    ),
  })
  .meta({ description: 'Who is not in the taxpayer file: households, and people who live with filers.' });

export const childNamedAfterParent = z
  .strictObject({
    son: share('Chance that a son at home bears the given name of the father.'),
    daughter: share('Chance that a daughter at home bears the given name of the mother.'),
  })
  .meta({ description: 'Junior and Senior at one address; one child of a household at most.' });

export const childOfImmigrantsUsBorn = z
  .strictObject({
    minor: share('Share of children under 17 of parents born abroad who are citizens by birth.'),
    grown: share('The same of grown children who live with them.'),
  })
  .meta({
    description:
      'Children of a citizen by birth are citizens by birth; of other parents these shares, the others have the status of the parents.',
  });

export const itin = z
  .strictObject({
    unauthorizedFilers: share('Of people without lawful status who file; the others have an SSN.'),
    unauthorizedOthers: share(
      'Of people without lawful status who do not file but may be claimed on a return.',
    ),
    otherLawful: share('Of noncitizens lawfully present without permanent residence.'),
  })
  .meta({ description: 'Shares of people who hold an ITIN.' });
