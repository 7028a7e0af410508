/**
 * The section of a scenario about errors in records: whose errors they are, rates that differ from that profile, and
 * what makes errors come together or likelier.
 */
import { z } from 'zod';
import { corruptionIds, profileIds } from './ids.ts';
import { positive, share } from './quantity.ts';

const rateOf = (id: string) => {
  const description = `Share of the records on which it can act: ${id.replaceAll('-', ' ')}.`;
  return share(description).optional().meta({ description });
};

const source = (description: string) =>
  z
    .strictObject({
      profile: z.enum(profileIds).meta({
        description:
          'Whose errors they are: a list of rates; `mismatch corruptions` prints them side by side.',
      }),
      rates: z
        .strictObject(
          Object.fromEntries(corruptionIds.map((id) => [id, rateOf(id)])) as Record<
            (typeof corruptionIds)[number],
            ReturnType<typeof rateOf>
          >,
        )
        .meta({ description: 'Rates that differ from those of the profile, by corruption.' }),
    })
    .meta({ description });

export const corruptionSection = z
  .strictObject({
    agency: source('Errors in the records of the requesting agency.'),
    carelessness: share(
      'How far careless errors come together in one record: the correlation of what decides about them. It moves no rate.',
    ),
    aggravation: z
      .strictObject({
        unfamiliarName: positive(
          'How much likelier errors of name and date are where the name is not of the English tradition: ratio of the odds.',
        ),
        tenYears: positive(
          'How much likelier errors that age brings are in information ten years old: ratio of the odds.',
        ),
      })
      .meta({ description: 'What makes an error likelier than its rate.' }),
  })
  .meta({ description: 'Ways in which a recorded value departs from the true one.' });
