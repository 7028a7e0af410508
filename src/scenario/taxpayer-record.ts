/**
 * The sections of a scenario about what a taxpayer record says: addresses, numbers, and how the return was keyed.
 */
import { z } from 'zod';
import { positive, share } from './quantity.ts';
import { leavingRest } from './wholes.ts';

export const addresses = z
  .strictObject({
    poBox: z
      .strictObject({
        rural: share('Share of households in rural ZIP areas (under 100 people a square kilometre).'),
        exurban: share('Share in exurban ZIP areas (100 to 300).'),
        elsewhere: share('Share in all denser ZIP areas.'),
      })
      .meta({ description: 'Households that put a post office box on their returns, not their home.' }),
    ruralRoute: share('Share of houses in rural ZIP areas whose address is a box on a rural route.'),
    highwayContract: share(
      'Share of houses in rural ZIP areas whose address is a box on a highway contract route.',
    ),
    lotInPark: share('Share of mobile homes on numbered lots of a park that has one street address.'),
    puertoRico: z
      .strictObject({
        route: share('Share of houses in rural and exurban ZIP areas whose address is a box on a route.'),
        urbanization: share('Share of streets that belong to an urbanization, which the address names.'),
      })
      .meta({ description: 'Addresses of Puerto Rico.' }),
  })
  .meta({ description: 'How homes are addressed, beyond streets and units.' });

export const puertoRicoFiling = share(
  'Filing with the federal tax agency in Puerto Rico: people in the taxpayer file per resident, as a share of the same on the mainland.',
);

export const numbers = leavingRest(
  z.strictObject({
    borrowed: share('Share of workers without lawful status whose employer has the SSN of somebody else.'),
    invented: share("Share whose employer has an SSN that was made up and is nobody's."),
  }),
  "Numbers that employers hold; what the two shares leave is the worker's own.",
);

const errors = (what: string) =>
  z.strictObject({
    paper: share(`Share of ${what} on paper returns that an error got into.`),
    electronic: share(`The same on returns filed electronically.`),
  });

export const irs = z
  .strictObject({
    paperReturns: share('Share of returns that come on paper and are keyed by clerks.'),
    nameErrors: errors('people, in their given name or surname,').meta({
      description: 'One mistyped place in a name as filed.',
    }),
    addressErrors: errors('addresses').meta({
      description: 'A unit left out, or two digits of a house number exchanged.',
    }),
    filingAgeYears: positive('Mean age of the return that an address comes from, in years; at most two.'),
  })
  .meta({ description: 'The record as the tax agency holds it: its errors, and how old it is.' });
