/** The section of a scenario about the request list: who is requested, what is held about them, and how old it is. */

import { z } from 'zod';
import { forEach } from './for-each.ts';
import { ageBandIds, originIds } from './ids.ts';
import { count, positive, share } from './quantity.ts';
import { dividing, leavingRest } from './wholes.ts';

const tin = z
  .strictObject({
    held: z
      .strictObject({
        inFile: share('Share of requested people in the taxpayer file of whom the agency holds a number.'),
        outsideFile: share(
          'The same of those not in it; of most of them there is no number of their own to hold.',
        ),
      })
      .meta({ description: 'How often the agency has a taxpayer number at all.' }),
    mistyped: share('Of their own numbers: share with a wrong digit.'),
    mistypedIsHeld: share('Of mistyped numbers: share that are the number of somebody else in the file.'),
    fromEmployers: share(
      'Of held numbers: share that come from employers, who have what the worker gave them (population.numbers).',
    ),
    borrowedAtHome: share(
      'Of borrowed numbers: share that belong to somebody who lives with the person, where anybody has one.',
    ),
  })
  .meta({ description: 'The taxpayer number that the agency holds, and whose it is.' });

export const requests = z
  .strictObject({
    count: count('Records on the request list.'),
    origins: dividing(
      forEach(originIds, (origin) => share(`Share of requested people of ${origin} origin.`)),
      'Origins of the requested people, whose names they bear; the shares sum to 1.',
    ),
    requestedStatuses: dividing(
      z.strictObject({
        unauthorized: share('Share of requested householders without lawful status.'),
        'other-lawful': share(
          'Share lawfully present in another way than as citizens or permanent residents.',
        ),
      }),
      'Statuses of requested householders; the shares sum to 1. Those who live with filers have no lawful status.',
    ),
    men: share('Share of requested people who are men.'),
    ages: dividing(
      forEach(ageBandIds, (band) => share(`Share of requested people aged ${band.replaceAll('-', ' ')}.`)),
      'Ages of the requested people in 2025, as far as there are people to choose from.',
    ),
    duplicates: share('Share of the records that are a second record of a person on the list.'),
    inTaxpayerFile: share('Share of requested people who are themselves in the taxpayer file.'),
    livesWithTaxpayers: share('Of requested people not in the file: share who live with people who file.'),
    sharesHouseholdSurname: share('Of those: share who bear the surname of that household.'),
    informationAgeYears: positive(
      "Mean age of the agency's information in years; ages are drawn from an exponential distribution.",
    ),
    yearlyMoverRate: share('Share of requested people who move house in a year.'),
    formerAddress: leavingRest(
      z.strictObject({
        sameZip: share('Share of former dwellings that lie in the ZIP area of the present one.'),
        sameState: share('Share of former dwellings elsewhere in the state of the present one.'),
      }),
      'Where people lived before they moved; what the two shares leave is anywhere in the country.',
    ),
    sharedAddresses: z
      .strictObject({
        share: share('Share of records with an address that many records have.'),
        addresses: count('How many such addresses there are.'),
        concentration: positive(
          'How unevenly they are used: the n-th is named in proportion to n to the power of minus this.',
        ),
      })
      .meta({ description: 'Shelters, facilities, attorneys and employers whose address many give.' }),
    merged: share('Share of records that name one requested person and the home of another.'),
    tin,
  })
  .meta({ description: 'The request list: who is requested, and how old the information about them is.' });
