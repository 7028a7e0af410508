/**
 * The look shared by all charts. The palette keeps a contrast of at least 4.5:1 on white, so that a line and its label can wear
 * the same color, and differs in lightness as well as hue, for readers who do not see hue.
 */

import type { Config } from 'vega-lite';

/** Resolves to Inter where it is installed, as in the rendered PNG, and to a plain sans-serif elsewhere. */
export const fontStack = 'Inter, "Helvetica Neue", Arial, sans-serif';

export const ink = '#1d2430';
export const quietInk = '#565f6d';
const hairline = '#dfe3e8';

const palette = [
  '#5b6470',
  '#0a5fa5',
  '#b3420a',
  '#7a2c86',
  '#00695c',
  '#8a6100',
  '#14213d',
  '#b0125b',
  '#3d6b00',
  '#7a4b3a',
];

/** The color of the n-th line. */
export function color(index: number): string {
  return palette[index % palette.length] ?? ink;
}

export const theme: Config = {
  background: '#ffffff',
  font: fontStack,
  padding: { left: 16, right: 20, top: 16, bottom: 14 },
  view: { stroke: null },
  concat: { spacing: 26 },
  title: {
    anchor: 'start',
    color: ink,
    fontSize: 20,
    fontWeight: 600,
    subtitleColor: quietInk,
    subtitleFontSize: 13,
    subtitleLineHeight: 18,
    subtitlePadding: 8,
    offset: 20,
    limit: 0,
  },
  axis: {
    labelColor: quietInk,
    labelFontSize: 12,
    titleColor: ink,
    titleFontSize: 12.5,
    titleFontWeight: 400,
    gridColor: hairline,
    domainColor: '#9aa3ae',
    tickColor: '#9aa3ae',
    labelLimit: 0,
    titleLimit: 0,
  },
};
