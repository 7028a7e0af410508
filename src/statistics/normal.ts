/**
 * Quantile of the standard normal distribution.
 *
 * Reference: Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied
 * Statistics 37 (1988), routine PPND16: about 16 digits for probabilities down to 1e-316.
 */

const CENTRE_ABOVE = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const CENTRE_BELOW = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const NEAR_ABOVE = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const NEAR_BELOW = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const FAR_ABOVE = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const FAR_BELOW = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
];

function rational(above: readonly number[], below: readonly number[], x: number): number {
  const horner = (coefficients: readonly number[]) => coefficients.reduceRight((sum, c) => sum * x + c, 0);
  return horner(above) / horner(below);
}

/** The value that a standard normal variable stays below with the given probability; infinite at 0 and 1. */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`invalid probability; not in [0, 1]: ${probability}`);
  }
  const fromCentre = probability - 0.5;
  if (Math.abs(fromCentre) <= 0.425) {
    return fromCentre * rational(CENTRE_ABOVE, CENTRE_BELOW, 0.180625 - fromCentre * fromCentre);
  }
  const tail = Math.min(probability, 1 - probability);
  if (tail === 0) return fromCentre * Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-Math.log(tail));
  const size = r <= 5 ? rational(NEAR_ABOVE, NEAR_BELOW, r - 1.6) : rational(FAR_ABOVE, FAR_BELOW, r - 5);
  return Math.sign(fromCentre) * size;
}
