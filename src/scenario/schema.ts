/**
 * What a scenario says: everything that a run assumes about the taxpayer file, the request list, the errors in
 * the records and the matching, and what it reports. Maps are strict: an unknown key is a mistake, never
 * ignored.
 */
import { z } from 'zod';
import { contextSection } from './context-section.ts';
import { corruptionSection } from './corruption-section.ts';
import { forEach } from './for-each.ts';
import {
  childNamedAfterParent,
  childOfImmigrantsUsBorn,
  families,
  householdSize,
  households,
  itin,
  nonFiling,
} from './household-sections.ts';
import {
  birthDecadeIds,
  communityIds,
  groupIds,
  matcherIds,
  originIds,
  placeIds,
  ruleIds,
  statusIds,
} from './ids.ts';
import { naming } from './naming.ts';
import { gateIdList, procedures } from './procedures-section.ts';
import { count, share } from './quantity.ts';
import { requests } from './requests-section.ts';
import { addresses, irs, numbers, puertoRicoFiling } from './taxpayer-record.ts';
import { thresholdCount, thresholdsOf } from './thresholds.ts';
import { dividing } from './wholes.ts';
import { checkWideHeadline, checkWidePlaces } from './wide-places.ts';

/** A grid finer than 0.01 over [0.70, 1.00] would promise a precision that name scores do not have. */
const MOST_THRESHOLDS = 31;

const statusPhrases = {
  'us-born-citizen': 'citizens by birth',
  'naturalized-citizen': 'naturalized citizens',
  'permanent-resident': 'lawful permanent residents',
  'other-lawful': 'noncitizens lawfully present in another way',
  unauthorized: 'without lawful status',
} as const;

const text = (description: string) => z.string().trim().min(1).meta({ description });
const plainShare = (description: string) => z.number().gt(0).max(1).meta({ description });
const threshold = (description: string) => z.number().min(0).max(1).meta({ description });
const identifier = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .meta({
    description: 'Name of the scenario in commands and file names: lower-case words joined by hyphens.',
  });

function listOf<const Id extends string>(ids: readonly Id[], description: string) {
  return z
    .array(z.enum(ids))
    .min(1)
    .superRefine((chosen, context) => {
      chosen.forEach((id, index) => {
        if (chosen.indexOf(id) === index) return;
        context.addIssue({
          code: 'custom',
          path: [index],
          message: 'is listed twice',
          params: { allowed: 'each once' },
        });
      });
    })
    .meta({ description });
}

const population = z
  .strictObject({
    people: count('People in the taxpayer file: primary filers and spouses, one record each.'),
    returns: count('Individual income tax returns that the file stands for, in one year.'),
    households,
    householdSize,
    families,
    nonFiling,
    surnameKeptAtMarriage: forEach(communityIds, (community) =>
      share(`Share of wives who keep the surname they were born with, ${community} community.`),
    ).meta({ description: 'How often husband and wife on one return bear different surnames.' }),
    childNamedAfterParent,
    naming,
    birthDecades: dividing(
      forEach(birthDecadeIds, (decade) => share(`Share of householders who file born in the ${decade}.`)),
      'Age of householders who file; the ages of the others follow from theirs. The shares sum to 1.',
    ),
    statuses: forEach(communityIds, (community) =>
      dividing(
        forEach(statusIds, (status) =>
          share(
            `Share of ${community} householders who file, and of their housemates, who are ${statusPhrases[status]}.`,
          ),
        ),
        `Citizenship and immigration status of householders who file, ${community} community; the shares sum to 1. Those of relatives follow from theirs.`,
      ),
    ).meta({ description: 'Citizenship and immigration status of taxpayers, by naming community.' }),
    unauthorizedOfBornAbroad: forEach(originIds, (origin) =>
      share(`Of ${origin} taxpayers born abroad: share without lawful status.`),
    ).meta({
      description:
        'How the origins of a community compare; scaled so that the statuses of the community come out.',
    }),
    spouseSharesStatus: share(
      'Share of spouses, partners and other adult relatives who have the status of the householder because people ' +
        'marry and follow their own; the others have a status drawn from the origin.',
    ),
    childOfImmigrantsUsBorn,
    itin,
    puertoRicoFiling,
    addresses,
    numbers,
    irs,
  })
  .meta({ description: 'The taxpayer file: who is in it, and who lives with whom.' });

const matching = z
  .strictObject({
    matchers: listOf(matcherIds, 'How names are compared.'),
    places: listOf(
      placeIds,
      'How much address must agree: nothing, the state, the ZIP code, or the whole address.',
    ),
    rules: listOf(
      ruleIds,
      'Which scored pairs count as matched: all at or above the threshold, the best of a request, or the only one.',
    ),
    thresholds: z
      .strictObject({
        from: threshold('The lowest score that may count as a match.'),
        to: threshold('The highest threshold.'),
        step: plainShare('The distance between neighbouring thresholds.'),
      })
      .superRefine((grid, context) => {
        if (grid.from > grid.to) {
          context.addIssue({
            code: 'custom',
            path: ['from'],
            message: 'is above the end of the grid',
            params: { allowed: 'from <= to', found: `from ${grid.from}, to ${grid.to}` },
          });
        } else if (thresholdCount(grid) > MOST_THRESHOLDS) {
          context.addIssue({
            code: 'custom',
            path: ['step'],
            message: 'makes too many thresholds',
            params: { allowed: `at most ${MOST_THRESHOLDS}`, found: `${thresholdCount(grid)} thresholds` },
          });
        }
      })
      .meta({ description: 'The thresholds, an even grid; all are counted in one pass.' }),
    gates: gateIdList('Safeguards: conditions that must hold under every matcher and procedure.'),
    review: z
      .strictObject({
        sensitivity: share('Chance that the reviewer accepts somebody who is the requested person.'),
        specificity: share('Chance that the reviewer refuses somebody who is not.'),
      })
      .meta({ description: 'The person who looks at matches under the rule review.' }),
    procedures,
  })
  .superRefine(checkWidePlaces)
  .meta({ description: 'The rules to try: every combination is counted.' });

/** What is kept of them grows with their number, in every thread. */
const MOST_REQUESTS_HELD = 20_000;

const sampling = z
  .strictObject({
    zipShare: plainShare('Share of ZIP areas that a run simulates, each of them whole.'),
    quickZipShare: plainShare('The same for a quick run.'),
    drawZipShare: plainShare(
      'The same for each draw of the uncertain parameters; never more than the run has.',
    ),
    requestShare: plainShare('Share of the requests in those ZIP areas that a run simulates.'),
    peopleShare: plainShare(
      'Share of the people of the country who are looked up in the whole request list, under places wider than a ZIP area; of those ZIP areas at most everybody.',
    ),
    requestsHeldAgainstAll: z.int().min(1).max(MOST_REQUESTS_HELD).optional().meta({
      description:
        'Requests, drawn by lot, that are held against everybody in the country, under places wider than a ZIP area where every ZIP area is simulated; none unless said.',
    }),
  })
  .meta({
    description: 'How much is simulated; whole ZIP areas, so that nobody loses a namesake next door.',
  });

const reporting = z
  .strictObject({
    level: z.number().gt(0).lt(1).meta({ description: 'Confidence level of every interval.' }),
    headline: z
      .strictObject({
        matcher: z
          .union([z.enum(matcherIds), z.string().regex(/^procedure:[a-z0-9-]+$/)])
          .meta({ description: 'Matcher of the headline rule, or procedure:<id>.' }),
        place: z.enum(placeIds).meta({ description: 'Place scope of the headline rule.' }),
        rule: z.enum(ruleIds).meta({ description: 'Decision rule of the headline.' }),
        threshold: threshold('Threshold of the headline rule.'),
        group: z.enum(groupIds).meta({ description: 'The people whom the headline counts.' }),
      })
      .meta({ description: 'The one estimate that opens the report.' }),
    cautions: z
      .array(text('One caution.'))
      .min(1)
      .meta({ description: 'Sentences printed with every result: what it is, and what it is not.' }),
  })
  .meta({ description: 'What the report leads with, and what it must say.' });

const parts = z.strictObject({
  id: identifier,
  title: text('The name of the scenario for a reader.'),
  question: text('The question that the scenario answers, in one sentence.'),
  population,
  requests,
  corruption: corruptionSection,
  context: contextSection.optional(),
  matching,
  sampling,
  reporting,
});

/** A scenario with nothing left to inherit. */
export const scenarioSchema = parts.superRefine(({ matching: rules, reporting: { headline } }, context) => {
  if (context.issues.some(({ path }) => path?.[0] === 'matching' || path?.[0] === 'reporting')) return;
  const choices = [
    ['matcher', [...rules.matchers, ...rules.procedures.map(({ id }) => `procedure:${id}`)]],
    ['place', rules.places],
    ['rule', rules.rules],
    ['threshold', thresholdsOf(rules.thresholds)],
  ] as const;
  for (const [key, chosen] of choices) {
    if ((chosen as readonly unknown[]).includes(headline[key])) continue;
    context.addIssue({
      code: 'custom',
      path: ['reporting', 'headline', key],
      message: 'is not among those that the scenario tries',
      params: { allowed: chosen.join(', ') },
    });
  }
  checkWideHeadline(headline, context);
});

/** A scenario as a file may write it: with the name of the scenario that it builds on. */
export const scenarioFileSchema = parts.extend({
  extends: text(
    'Id or path of the scenario that this one builds on; it then says only what differs.',
  ).optional(),
});

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;
/** A resolved scenario. */
export type Scenario = DeepReadonly<z.infer<typeof scenarioSchema>>;
