/** The look of a report. It needs no font and no file. */
export const style: string = `
:root {
  color-scheme: light dark;
  --ground: #fbfaf8; --sheet: #fff; --ink: #1c1b19; --soft: #5c5953; --line: #d9d5cd; --link: #0b57a4;
  --good: #1d6b3a; --warn: #8a4b00; --focus: #0b57a4;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #161514; --sheet: #1f1e1c; --ink: #ece9e3; --soft: #b0aca3; --line: #3b3935; --link: #8fc1ff;
    --good: #7fd19b; --warn: #f0b469; --focus: #8fc1ff;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
main { max-width: 80rem; margin: 0 auto; padding: clamp(1rem, 4vw, 3rem); }
h1 { font-size: clamp(1.5rem, 4vw, 2.25rem); line-height: 1.2; margin: 0 0 0.5rem; text-wrap: balance; }
h2 { font-size: 1.375rem; line-height: 1.3; margin: 3rem 0 0.75rem; }
h3 { font-size: 1rem; margin: 0; }
h4 { font-size: 0.875rem; margin: 0 0 0.375rem; color: var(--soft); font-weight: 600; }
p { margin: 0 0 0.5rem; max-width: 42rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
.note { border-inline-start: 4px solid var(--warn); padding: 0.25rem 0 0.25rem 0.75rem; }
.scroll { overflow-x: auto; background: var(--sheet); border: 1px solid var(--line); border-radius: 0.5rem; }
table { border-collapse: collapse; min-width: 100%; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th, td { padding: 0.375rem 0.75rem; text-align: start; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody:last-child tr:last-child > * { border-bottom: 0; }
thead th { vertical-align: bottom; }
tbody th { font-weight: 400; min-width: 9rem; }
tbody th.group { padding-top: 1.25rem; font-size: 0.875rem; font-weight: 600; color: var(--soft); }
td { white-space: nowrap; }
fieldset { border: 0; margin: 0 0 1rem; padding: 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
legend { padding: 0; float: inline-start; margin-inline-end: 1.25rem; font-weight: 600; }
label { display: inline-flex; align-items: center; gap: 0.375rem; min-height: 1.5rem; }
input { flex: none; accent-color: var(--link); width: 1.125rem; height: 1.125rem; margin: 0; }
main:has(#only-flawed:checked) .image:not(.flawed) { display: none; }
.image {
  background: var(--sheet); border: 1px solid var(--line); border-radius: 0.5rem; padding: 1rem;
  margin: 0 0 1rem;
}
.place { font-size: 0.875rem; color: var(--soft); margin: 0 0 0.75rem; }
.sides { display: grid; gap: 1rem 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
.picture { margin: 0; }
.picture img { max-width: 100%; height: auto; border-radius: 0.25rem; border: 1px solid var(--line); }
.said { border-top: 3px solid var(--line); padding-top: 0.5rem; min-width: 0; }
.said.human { border-top-color: var(--ink); }
.said.fit { border-top-color: var(--good); }
.said.flagged, .said.unusable, .said.refused, .said.failed, .said.unsure { border-top-color: var(--warn); }
.words { font-size: 1.0625rem; line-height: 1.4; margin: 0 0 0.5rem; }
.none { color: var(--soft); font-style: italic; }
.problems { color: var(--warn); font-size: 0.875rem; }
.took { font-size: 0.8125rem; color: var(--soft); margin: 0.5rem 0 0; font-variant-numeric: tabular-nums; }
details { font-size: 0.875rem; margin: 0 0 0.5rem; }
details .words { font-size: inherit; }
summary { cursor: pointer; min-height: 1.5rem; }
details ol, details ul { margin: 0.25rem 0; padding-inline-start: 1.25rem; }
@media print { .image { break-inside: avoid; } fieldset { display: none; } }
`
