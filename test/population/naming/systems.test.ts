import { expect, it } from 'vitest';
import { namingSystemOf, namingSystems } from '../../../src/population/naming/systems.ts';
import { origins } from '../../../src/population/origins.ts';
import { namingSystemIds, twoSurnameOriginIds } from '../../../src/scenario/ids.ts';

it('naming systems are those that a scenario may name, in order', () => {
  expect(namingSystems.map(({ id }) => id)).toEqual(namingSystemIds);
});

it('every origin has one naming system', () => {
  expect(namingSystems.flatMap((system) => system.origins).toSorted()).toEqual(
    origins.map(({ id }) => id).toSorted(),
  );
});

it('the origins with two surnames are those for which a scenario says how many file both', () => {
  const two = origins.filter((_, place) => namingSystemOf[place]!.secondSurname !== 'none');
  expect(two.map(({ id }) => id).toSorted()).toEqual([...twoSurnameOriginIds].toSorted());
});
