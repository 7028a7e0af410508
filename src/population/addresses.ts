/**
 * Dwellings and their addresses. Each ZIP area has its own set of streets; its dwellings are houses or units of
 * buildings in the shares of its setting (addresses/structures.ts); a building has one house number. Two dwellings
 * share a street address exactly when they are in the same building.
 *
 * Where few people live, some homes still have a box on a rural or highway contract route instead of a street
 * address. And some households, more of them in small places, get their mail, tax mail too, at a post office box of
 * their own, whatever their home is like: `filedCode` is the address on the return, `addressCode` where they live.
 * Boxes keep the ZIP code of the home. Reference: USPS Publication 28, sections 24, 25, 28 and 29.
 *
 * Households are dealt to dwellings by a keyed permutation of the ZIP area, so that the household of a dwelling
 * and the dwelling of a household are both one evaluation. Numbers follow hundreds blocks, skewed low, an
 * assumption (no public table was found).
 */

import { permutationOf } from '../random/permutation.ts';
import { below, block, stream, uniform } from '../random/stream.ts';
import type { Scenario } from '../scenario/schema.ts';
import { puertoRicoStreets } from './addresses/puerto-rico.ts';
import { settingOf, settings } from './addresses/settings.ts';
import { mainlandStreets } from './addresses/street-names.ts';
import { buildingPlan, structureShares, structures } from './addresses/structures.ts';
import { drawDesignator, unitText } from './addresses/units.ts';
import type { ZipArea } from './layout.ts';
import type { PersonRecord } from './record.ts';
import type { Tables } from './tables.ts';

/**
 * An address as numbers. Two addresses of a ZIP area are at one street address when `street` and `houseNumber` are
 * the same, whatever the kind.
 */
export interface AddressCode {
  readonly kind: 'street' | 'route' | 'po-box';
  /** Street of the ZIP area, or route, or its post office. */
  readonly street: number;
  /** House number or number of the box. */
  readonly houseNumber: number;
  /** Unit, counted from 1; 0: the only dwelling there. */
  readonly unit: number;
  /** How the building writes its units: see addresses/units.ts. */
  readonly designator: number;
}

/** The dwellings of one ZIP area, numbered from 0. */
export interface Neighbourhood {
  /** One past the highest `street` of an address: streets, routes and the post office. */
  readonly streets: number;
  dwellingOf(household: number): number;
  /** The household of a dwelling; at or beyond `area.households` where nobody files. */
  householdAt(dwelling: number): number;
  /** Number of the building that the dwelling is a unit of; -1 for a home of its own. */
  buildingOf(dwelling: number): number;
  /** Where the home is. */
  addressCode(dwelling: number): AddressCode;
  /** The address that the household puts on its returns: that of the home, or of its post office box. */
  filedCode(dwelling: number): AddressCode;
  /**
   * An address as on an envelope. A box is written in `street` and has no house number (PO BOX 123, RR 2 BOX 152); an
   * urbanization stands in front of the street (URB LAS GLADIOLAS CALLE A).
   */
  addressText(code: AddressCode): Pick<PersonRecord, 'houseNumber' | 'street' | 'unit'>;
}

type AddressAssumptions = Scenario['population']['addresses'];

/** With about 3,200 buildings to a ZIP area this makes about 270 named roads, the national mean. */
const BUILDINGS_PER_STREET = 12;
const BUILDINGS_PER_BLOCK = 10;
/** Houses to a letter of an urbanization. */
const HOUSES_PER_LETTER = 20;
const BOXES_PER_ROUTE = 250;
const REMEMBERED = 64;
const PUERTO_RICO = 'PR';

/** Makes the neighbourhood of any ZIP area, and remembers the last ones; holds the vocabulary of street names. */
export function neighbourhoods(
  tables: Tables,
  assumptions: AddressAssumptions,
  seed: number,
): (area: ZipArea) => Neighbourhood {
  const { density, population, state } = tables.zipAreas;
  const people = settings.map(() => 0);
  population.forEach((residents, zip) => {
    if (state[zip] !== PUERTO_RICO) people[settingOf(density[zip]!)]! += residents;
  });
  const shares = structureShares(people, assumptions.lotInPark.value);
  const mainland = mainlandStreets(tables, seed);
  const island = puertoRicoStreets(tables, assumptions.puertoRico.urbanization.value, seed);
  const dealing = stream(seed, 'population/dwelling');
  const building = stream(seed, 'population/structure');
  const numbering = stream(seed, 'population/house-number');
  const designating = stream(seed, 'population/unit-designator');
  const routing = stream(seed, 'population/route');
  const posting = stream(seed, 'population/po-box');
  const boxNumbers = stream(seed, 'population/po-box-number');

  const make = (area: ZipArea): Neighbourhood => {
    const { zip } = area;
    const words = new Uint32Array(4);
    const dealt = permutationOf(dealing, zip, area.dwellings);
    const setting = settingOf(density[zip]!);
    const plan = buildingPlan(setting, shares[setting]!, area.dwellings, (structure) => {
      block(building, zip, structure, words);
      return uniform(words[0]!);
    });
    const streetCount = Math.max(1, Math.round(plan.buildings / BUILDINGS_PER_STREET));
    const isIsland = area.state === PUERTO_RICO;
    const islandStreet = isIsland ? island(zip) : undefined;
    const mainlandStreet = isIsland ? undefined : mainland(zip);
    const routes = routesOf(assumptions, setting, isIsland);
    const routeCount = Math.ceil(plan.buildings / BOXES_PER_ROUTE);
    const firstRoute = streetCount;
    const postOffice = firstRoute + routes.length * routeCount;
    const boxed = poBoxShare(assumptions, setting);
    const box = permutationOf(boxNumbers, zip, Math.max(500, 2 * area.dwellings));

    const routeOf = (structure: number, number: number): AddressCode | undefined => {
      if (
        routes.length === 0 ||
        structures[structure]!.sizes.length > 1 ||
        structures[structure]!.sizes[0] > 1
      )
        return undefined;
      block(routing, zip, number, words);
      const chance = uniform(words[0]!);
      let upTo = 0;
      for (let r = 0; r < routes.length; r++) {
        upTo += routes[r]!.share;
        if (chance >= upTo) continue;
        // Boxes count along the route in the order of the buildings, and skip those of other addresses.
        return {
          kind: 'route',
          street: firstRoute + r * routeCount + Math.floor(number / BOXES_PER_ROUTE),
          houseNumber: 1 + (number % BOXES_PER_ROUTE),
          unit: 0,
          designator: 0,
        };
      }
      return undefined;
    };

    const houseNumberOf = (street: number, along: number) => {
      block(numbering, zip, street, words);
      if (islandStreet?.(street).inUrbanization) {
        const letter = below(words[0]!, 20) + Math.floor(along / HOUSES_PER_LETTER);
        return 100 * (1 + letter) + 1 + (along % HOUSES_PER_LETTER);
      }
      // The street's first block is the lower of two draws: low numbers are commoner.
      const firstBlock = 1 + Math.min(below(words[0]!, 60), below(words[1]!, 60));
      const hundred = 100 * (firstBlock + Math.floor(along / BUILDINGS_PER_BLOCK));
      // 37 and 99 have no common factor, so no two buildings of a block get the same number.
      return hundred + 1 + ((below(words[2]!, 99) + 37 * (along % BUILDINGS_PER_BLOCK)) % 99);
    };

    const addressCode = (dwelling: number): AddressCode => {
      const { structure, building: number, unit } = plan.placeOf(dwelling);
      const onRoute = routeOf(structure, number);
      if (onRoute !== undefined) return onRoute;
      const street = number % streetCount;
      const houseNumber = houseNumberOf(street, Math.floor(number / streetCount));
      if (unit === 0) return { kind: 'street', street, houseNumber, unit, designator: 0 };
      block(designating, zip, number, words);
      const designator = drawDesignator(structures[structure]!.id, words[0]!);
      return { kind: 'street', street, houseNumber, unit, designator };
    };

    return {
      streets: postOffice + 1,
      dwellingOf: (household) => dealt.at(household),
      householdAt: (dwelling) => dealt.indexOf(dwelling),
      buildingOf(dwelling) {
        const { building: number, unit } = plan.placeOf(dwelling);
        return unit === 0 ? -1 : number;
      },
      addressCode,
      filedCode(dwelling) {
        block(posting, zip, dwelling, words);
        if (uniform(words[0]!) >= boxed) return addressCode(dwelling);
        return {
          kind: 'po-box',
          street: postOffice,
          houseNumber: 1 + box.at(dwelling),
          unit: 0,
          designator: 0,
        };
      },
      addressText({ kind, street, houseNumber, unit, designator }) {
        if (kind === 'po-box') return { houseNumber: '', street: `PO BOX ${houseNumber}`, unit: '' };
        if (kind === 'route') {
          const route = street - firstRoute;
          const { name } = routes[Math.floor(route / routeCount)]!;
          return {
            houseNumber: '',
            street: `${name} ${1 + (route % routeCount)} BOX ${houseNumber}`,
            unit: '',
          };
        }
        const found = islandStreet?.(street);
        return {
          houseNumber: found?.inUrbanization ? inBlock(houseNumber) : String(houseNumber),
          street: found?.text ?? mainlandStreet!(street),
          unit: unitText(unit, designator),
        };
      },
    };
  };

  const recent = new Map<number, Neighbourhood>();
  return (area) => {
    let found = recent.get(area.zip);
    if (found === undefined) {
      if (recent.size >= REMEMBERED) recent.clear();
      found = make(area);
      recent.set(area.zip, found);
    }
    return found;
  };
}

/** The kinds of route that homes of a setting may be on, and what share of its houses. */
function routesOf(
  { ruralRoute, highwayContract, puertoRico }: AddressAssumptions,
  setting: number,
  isIsland: boolean,
) {
  const place = settings[setting]!;
  if (isIsland) {
    const isThin = place === 'rural' || place === 'exurban';
    // On the island boxes on highway contract routes (HC) are as common as those on rural routes (RR).
    return isThin
      ? [
          { name: 'HC', share: puertoRico.route.value / 2 },
          { name: 'RR', share: puertoRico.route.value / 2 },
        ]
      : [];
  }
  return place === 'rural'
    ? [
        { name: 'RR', share: ruralRoute.value },
        { name: 'HC', share: highwayContract.value },
      ]
    : [];
}

function poBoxShare({ poBox }: AddressAssumptions, setting: number): number {
  const place = settings[setting]!;
  return place === 'rural' || place === 'exurban' ? poBox[place].value : poBox.elsewhere.value;
}

/** A house of an urbanization: letter of its block and number, A17. */
function inBlock(houseNumber: number): string {
  return `${String.fromCharCode(64 + Math.floor(houseNumber / 100))}${houseNumber % 100}`;
}
