/** The look of the report: one readable column, wide tables and charts that scroll, and a plain printed page. */

import { fontStack, ink, quietInk } from './drawing/theme.ts';

export const stylesheet = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: ${ink}; font: 17px/1.55 ${fontStack}; }
main { max-width: 1080px; margin: 0 auto; padding: 40px 24px 72px; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 12px; max-width: 26em; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 48px 0 12px; }
p, ul { max-width: 44em; margin: 0 0 12px; }
ul { padding-left: 1.2em; }
li { margin-bottom: 6px; }
.kicker { color: ${quietInk}; font-size: 0.85rem; margin-bottom: 8px; }
.question { font-size: 1.15rem; color: ${quietInk}; }
.headline { border-left: 4px solid #b3420a; padding: 4px 0 4px 20px; margin-top: 32px; }
.headline h2 { margin: 0 0 6px; font-size: 1rem; color: ${quietInk}; }
.answer { font-size: 1.4rem; line-height: 1.35; font-weight: 600; max-width: 36em; }
figure { margin: 0 0 12px; }
figure svg { display: block; width: 100%; min-width: 760px; height: auto; }
.scroll { overflow-x: auto; }
.scroll:focus-visible, summary:focus-visible { outline: 3px solid #0a5fa5; outline-offset: 2px; }
details { margin: 0 0 12px; }
summary { cursor: pointer; padding: 6px 0; color: #0a5fa5; }
table { border-collapse: collapse; margin: 12px 0 28px; font-size: 0.94rem; min-width: 26em; }
caption { text-align: left; font-weight: 600; padding-bottom: 6px; }
th, td { padding: 7px 28px 7px 0; border-bottom: 1px solid #dfe3e8; text-align: left; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
tbody th { font-weight: 400; }
thead th { border-bottom-color: ${quietInk}; vertical-align: bottom; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
td small, th small { display: block; color: ${quietInk}; font-size: 0.85em; }
td small { white-space: nowrap; }
pre { background: #f4f6f8; padding: 12px 16px; overflow-x: auto; }
code { font-size: 0.92em; }
.hash { overflow-wrap: anywhere; }
@media (max-width: 600px) { body { font-size: 16px; } main { padding: 24px 16px 48px; } h1 { font-size: 1.6rem; } }
@media print {
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  h2, caption { break-after: avoid; }
  tr, figure { break-inside: avoid; }
  .scroll { overflow: visible; }
  figure svg { min-width: 0; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;
