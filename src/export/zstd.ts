/**
 * Zstandard, by which exported Parquet is compressed: Node 20 has none of its own. The library is WebAssembly
 * and is made ready once, when this module is first imported, so import it where files are written or read only.
 */

import { Zstd } from '@hpcc-js/wasm-zstd';

const LEVEL = 3;
const library = await Zstd.load();

export const zstdCompress = (bytes: Uint8Array): Uint8Array => library.compress(bytes, LEVEL);

/** The bytes that were compressed; throws where they are damaged. */
export const zstdDecompress = (bytes: Uint8Array): Uint8Array => library.decompress(bytes);
