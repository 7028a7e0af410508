/**
 * Streets of Puerto Rico. Most homes stand in an urbanization, a development whose name tells apart streets that are
 * called alike elsewhere in the ZIP area; it is written in front of the street: URB LAS GLADIOLAS CALLE A. The type
 * of a street stands before its name, and a house of an urbanization has the letter of its block: A17 CALLE 1.
 *
 * Reference: USPS Publication 28, section 29 and appendix H (Puerto Rico addresses). The names are generic words put
 * together by chance, an assumption; so is that eight streets make an urbanization.
 */

import { block, stream, uniform } from '../../random/stream.ts';
import { origins } from '../origins.ts';
import type { Tables } from '../tables.ts';
import { weightedWords } from './weighted.ts';

/** A street of Puerto Rico and how its houses are numbered. */
export interface PuertoRicoStreet {
  readonly text: string;
  readonly inUrbanization: boolean;
}

const STREETS_PER_URBANIZATION = 8;

const developments = (
  'VILLA,VILLAS DE,VISTA,VISTAS DE,JARDINES DE,ALTURAS DE,COLINAS DE,LOMAS DE,VALLE,VALLES DE,BRISAS DE,' +
  'ESTANCIAS DE,PASEO,PRADERAS DE,MANSIONES DE,HACIENDA,QUINTAS DE,REPARTO,PARQUE,MONTE,BOSQUE,CIUDAD,EXT,RIBERAS DE'
).split(',');
const namesakes = (
  'GLADIOLAS,AMAPOLAS,ROSALES,LIRIOS,JAZMINES,MAGNOLIAS,ORQUIDEAS,CLAVELES,VIOLETAS,TRINITARIAS,PALMAS,CEDROS,' +
  'ROBLES,CAOBAS,FLAMBOYANES,PINOS,ALMENDROS,NARANJOS,MANGOES,YAGRUMOS,DEL MAR,DEL SOL,DEL RIO,DEL LAGO,DEL MONTE,' +
  'DEL VALLE,DEL NORTE,DEL SUR,DEL ESTE,DEL OESTE,REAL,VERDE,ALEGRE,HERMOSA,SERENA,BLANCA,DORADA,NUEVA,ALTA,LINDA,' +
  'SAN JUAN,SAN JOSE,SAN ANTONIO,SAN MIGUEL,SAN RAFAEL,SAN LUIS,SANTA ROSA,SANTA MARIA,SANTA ANA,SANTA ELENA,' +
  'LA ESPERANZA,LA CEIBA,LA ALBORADA,LA MARINA,LA ARBOLEDA,EL PARAISO,EL ENCANTO,EL RETIRO,EL MIRADOR,EL PRADO'
).split(',');
const streetWords = (
  'ROSA,CLAVEL,LIRIO,JAZMIN,AMAPOLA,GARDENIA,AZUCENA,DALIA,GIRASOL,ORQUIDEA,VIOLETA,MARGARITA,CAMELIA,BEGONIA,TULIPAN,' +
  'CEDRO,ROBLE,CAOBA,CEIBA,PINO,PALMA,FLAMBOYAN,ALMENDRO,ACACIA,LAUREL,NARANJO,GUAYABO,TAMARINDO,MANGO,' +
  'RUBI,ESMERALDA,ZAFIRO,DIAMANTE,PERLA,TOPACIO,AMATISTA,CORAL,TURQUESA,SOL,LUNA,ESTRELLA,AURORA,ALBA,LUCERO,' +
  'MARTE,VENUS,NEPTUNO,SATURNO,JUPITER,SAN JUAN,SAN JOSE,SAN MIGUEL,SANTA ANA,SANTA ROSA,SAN FRANCISCO,SAN RAFAEL,' +
  'GAVIOTA,RUISENOR,CANARIO,PALOMA,GOLONDRINA,REINITA,PITIRRE,DELFIN,MARINA,PLAYA,MAR,RIO,FUENTE,MONTE,VALLE,' +
  'ESPERANZA,LIBERTAD,PROGRESO,UNION,PAZ,AMERICA,COLON,COMERCIO,IGLESIA,ESCUELA,PARQUE,PRINCIPAL,CENTRAL'
).split(',');
const types = weightedWords([
  ['CALLE', 82],
  ['AVE', 8],
  ['CALLEJON', 4],
  ['CAMINO', 3],
  ['PASEO', 3],
]);
const SURNAMES = 1500;
const SURNAMES_LOOKED_AT = 6000;
/** After so many draws of taken names a number is put behind the name. */
const MOST_DRAWS = 100;

/**
 * The streets of ZIP areas of Puerto Rico: street n of area `zip`, as many as are asked for.
 * @param urbanization share of the streets that belong to an urbanization
 */
export function puertoRicoStreets(
  tables: Tables,
  urbanization: number,
  seed: number,
): (zip: number) => (street: number) => PuertoRicoStreet {
  let ownNames: readonly string[] | undefined;
  const naming = stream(seed, 'population/puerto-rico-street');
  const developing = stream(seed, 'population/urbanization');
  const words = new Uint32Array(4);

  return (zip) => {
    const streets: PuertoRicoStreet[] = [];
    const taken = new Set<string>();
    let draw = 0;
    let development = 0;
    /** A text that `make` makes of fresh words and the area does not have yet. */
    const fresh = (make: () => string, next: () => void): string => {
      for (let draws = 1; ; draws++) {
        next();
        const text = draws > MOST_DRAWS ? `${make()} ${draws}` : make();
        if (taken.has(text)) continue;
        taken.add(text);
        return text;
      }
    };
    const ownStreet = () => {
      ownNames ??= [...streetWords, ...surnamesOfStreets(tables)];
      const names = ownNames;
      return fresh(
        () => `${types.words[types.draw(words[0]!)]!} ${names[words[1]! % names.length]!}`,
        () => block(naming, zip, draw++, words),
      );
    };
    const addUrbanization = () => {
      const name = fresh(
        () =>
          `URB ${developments[words[0]! % developments.length]!} ${namesakes[words[1]! % namesakes.length]!}`,
        () => block(developing, zip, 2 * development++, words),
      );
      const [style, start] = [words[2]! % 3, words[3]!];
      for (let n = 0; n < STREETS_PER_URBANIZATION; n++) {
        const called = [
          String(n + 1),
          String.fromCharCode(65 + n),
          streetWords[(start + n) % streetWords.length]!,
        ];
        streets.push({ text: `${name} CALLE ${called[style]!}`, inUrbanization: true });
      }
    };
    return (street) => {
      while (streets.length <= street) {
        block(developing, zip, 2 * development + 1, words);
        // An urbanization adds eight streets at once, so fewer turns are urbanizations than streets are in one.
        const turns = urbanization / (urbanization + (1 - urbanization) * STREETS_PER_URBANIZATION);
        if (uniform(words[0]!) < turns) addUrbanization();
        else {
          streets.push({ text: ownStreet(), inUrbanization: false });
          development++;
        }
      }
      return streets[street]!;
    };
  };
}

/** The commonest Puerto Rican surnames among the commonest of the country. */
function surnamesOfStreets({ nameSamplers }: Tables): readonly string[] {
  const { surnames, stock, stockStarts } = nameSamplers;
  const origin = origins.findIndex(({ id }) => id === 'caribbean-hispanic');
  return Array.from(stock.subarray(stockStarts[origin], stockStarts[origin + 1]))
    .filter((code) => code < SURNAMES_LOOKED_AT)
    .slice(0, SURNAMES)
    .map((code) => surnames[code]!);
}
