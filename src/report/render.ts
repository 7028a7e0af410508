/**
 * From a chart specification to SVG (Vega, no browser and no canvas) and from SVG to PNG (resvg, an optional
 * package, with the Inter font of another). Equal specifications give equal bytes on every machine: text widths are
 * estimated and never measured, and no system font is loaded.
 */

import { createRequire } from 'node:module';
import type { VegaLiteSpec } from './drawing/chart.ts';
import { escapeMarkup } from './escape.ts';

/** An image, or one line that says why there is none. */
type Png = { readonly png: Uint8Array } | { readonly missing: string };

/** A chart as it is drawn. */
export interface Drawing {
  readonly svg: string;
  readonly image: Png;
}

/** Draws charts, in their order. */
export type Draw = (specs: readonly VegaLiteSpec[]) => Promise<readonly Drawing[]>;

/** Named by a variable, so that the code compiles where the optional package is missing. */
const RENDERER: string = '@resvg/resvg-js';
/** What is used of it. */
interface PngRenderer {
  readonly Resvg: new (
    svg: string,
    options: {
      readonly font: {
        readonly loadSystemFonts: boolean;
        readonly fontFiles: string[];
        readonly defaultFontFamily: string;
      };
      readonly fitTo: { readonly mode: 'zoom'; readonly value: number };
    },
  ) => { render(): { asPng(): Uint8Array } };
}

const fonts = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'];

/** Loads what draws: a third of a second, for a thread that has nothing else to do yet. */
export async function loadRenderer(): Promise<void> {
  await Promise.all([import('vega'), import('vega-lite'), import(RENDERER).catch(() => {})]);
}

/** Draws charts in this thread, one after the other. */
export const drawHere: Draw = async (specs) => {
  const drawings: Drawing[] = [];
  for (const spec of specs) {
    const svg = await renderSvg(spec);
    drawings.push({ svg, image: await renderPng(svg) });
  }
  return drawings;
};

/** Draws a chart. The SVG has a <title> and a <desc> and needs nothing from outside. */
export async function renderSvg(spec: VegaLiteSpec): Promise<string> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  // Not in the typings of vega: without it, widths would be measured where the canvas package happens to be installed.
  (vega as unknown as { textMetrics: { canvas(use: boolean): void } }).textMetrics.canvas(false);
  vega.resetSVGDefIds();
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none', logLevel: vega.Error });
  const svg = await view.toSVG();
  view.finalize();
  return described(svg, spec);
}

/** Draws an SVG at twice its size, for slides and print. */
export async function renderPng(svg: string): Promise<Png> {
  try {
    const { resolve } = createRequire(import.meta.url);
    const { Resvg } = (await import(RENDERER)) as PngRenderer;
    const fontFiles = fonts.map((file) => resolve(`@expo-google-fonts/inter/${file}`));
    const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Inter' };
    const image = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: 2 } });
    return { png: new Uint8Array(image.render().asPng()) };
  } catch {
    return {
      missing: 'no PNG charts: install the optional packages @resvg/resvg-js and @expo-google-fonts/inter',
    };
  }
}

function described(svg: string, spec: VegaLiteSpec): string {
  const name = spec.name ?? 'chart';
  const title = typeof spec.title === 'object' && 'text' in spec.title ? String(spec.title.text) : name;
  const opening = `<svg role="img" aria-labelledby="${name}-title ${name}-desc"`;
  const texts =
    `<title id="${name}-title">${escapeMarkup(title)}</title>` +
    `<desc id="${name}-desc">${escapeMarkup(spec.description ?? '')}</desc>`;
  return `${svg.replace(/^<svg/, opening).replace('>', `>${texts}`)}\n`;
}
