// Fits how concentrated each community is (model: src/population/communities.ts).
// Within a cell (state and size band) a community's share of what earlier communities leave is a Beta draw with
// the cell's mean m and a concentration c, so that its second moment is m^2 + m(1 - m)/(c + 1). The expected sum of
// squared community sizes is then a closed form, and c is found by bisection so that it equals the Census sum.
import { bandBounds } from './fact-tables.mjs';
import { csv } from './table-file.mjs';

/** Order in which shares are broken off; white is what remains. Indices into the community order. */
const breakingOrder = [0, 2, 3, 4, 5];
const names = ['hispanic', 'white', 'black', 'asian', 'american-indian', 'other'];

const isState = ({ state }) => state !== 'PR';

/** Concentration by community and size band, from ZIP adults and cell shares. */
export function communitySpread(adultsByZip) {
  const areas = adultsByZip.filter(isState);
  const adultsPerPerson =
    areas.reduce((sum, area) => sum + area.adults, 0) / areas.reduce((sum, area) => sum + area.population, 0);
  const concentrations = bandBounds.map((_, band) =>
    fitBand(
      areas.filter((area) => area.band === band),
      adultsPerPerson,
    ),
  );
  const rows = breakingOrder.map((community, position) => [
    names[community],
    ...concentrations.map((band) => Number(band[position].toPrecision(4))),
  ]);
  return csv(['community', ...bandBounds], rows);
}

function fitBand(areas, adultsPerPerson) {
  const cells = byState(areas).map((members) => ({
    shares: sharesOf(members),
    squaredAdults: members.reduce((sum, { population }) => sum + (population * adultsPerPerson) ** 2, 0),
    moment: 1, // mean of the squared remainder
    remainder: 1, // mean of the remainder
  }));
  return breakingOrder.map((community) => {
    const truth = areas.reduce((sum, { counts }) => sum + counts[community] ** 2, 0);
    const expected = (concentration) =>
      cells.reduce((sum, cell) => {
        const mean = cell.remainder > 0 ? cell.shares[community] / cell.remainder : 0;
        return (
          sum + cell.squaredAdults * cell.moment * (mean ** 2 + (mean * (1 - mean)) / (concentration + 1))
        );
      }, 0);
    const concentration = bisect(expected, truth);
    for (const cell of cells) {
      const mean = cell.remainder > 0 ? cell.shares[community] / cell.remainder : 0;
      cell.moment *= (1 - mean) ** 2 + (mean * (1 - mean)) / (concentration + 1);
      cell.remainder -= cell.shares[community];
    }
    return concentration;
  });
}

function sharesOf(members) {
  const adults = members.reduce((sum, area) => sum + area.adults, 0);
  return names.map(
    (_, community) => members.reduce((sum, { counts }) => sum + counts[community], 0) / adults,
  );
}

/** The argument at which a falling function takes the value; limits outside of which no spread is sensible. */
function bisect(falling, value) {
  let low = 0.01;
  let high = 10_000;
  for (let step = 0; step < 100; step++) {
    const middle = Math.sqrt(low * high);
    if (falling(middle) > value) low = middle;
    else high = middle;
  }
  return low;
}

function byState(areas) {
  const groups = new Map();
  for (const area of areas) groups.set(area.state, [...(groups.get(area.state) ?? []), area]);
  return [...groups.values()];
}
