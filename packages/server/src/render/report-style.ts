/** Contrast is at least 4.5 : 1 in both themes; nothing is loaded from anywhere. */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1d2733; --quiet: #56616e; --rule: #d5dbe1; --soft: #f3f5f7;
  --link: #0b5cad; --good: #0a6640; --caution: #8a4b00; --bad: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14191f; --ink: #e6eaee; --quiet: #a3aebb; --rule: #36404b; --soft: #1e252d;
    --link: #7db8f5; --good: #6fd3a2; --caution: #f0b35f; --bad: #ff9d94;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2.5rem 1.5rem; max-width: 68rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere;
}
h1 { margin: 0 0 .75rem; font-size: 1.15rem; font-weight: 600; color: var(--quiet); }
h2 { margin: 0; font-size: 1.2rem; line-height: 1.3; }
p { margin: .5rem 0; max-width: 46rem; }
a { color: var(--link); } table a { color: inherit; text-decoration-color: var(--quiet); text-decoration-thickness: 1px; } table a:hover { color: var(--link); }
.count { padding: .05em .55em; border-radius: 1em; background: var(--soft); color: var(--quiet); font-size: .8em; font-weight: 600; }
.verdict { margin: 0 0 1.25rem; font-size: 1.5rem; line-height: 1.3; font-weight: 650; }
.meaning { margin-top: .1rem; color: var(--quiet); }
.good { color: var(--good); } .caution { color: var(--caution); } .bad { color: var(--bad); } .quiet { color: var(--quiet); }
.line { padding-left: 1.4rem; text-indent: -1.4rem; }
.line.plain, .line.quiet { padding-left: 0; text-indent: 0; }
.line.good, .line.caution, .line.bad { color: var(--ink); }
.mark { display: inline-block; width: 1.4rem; text-indent: 0; }
.line.good .mark { color: var(--good); } .line.caution .mark { color: var(--caution); } .line.bad .mark { color: var(--bad); }
.verdict .mark { width: auto; margin-right: .4em; }
.detail { display: block; text-indent: 0; color: var(--quiet); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; margin: 0; }
dt { color: var(--quiet); } dd { margin: 0; }
section { margin-top: 2.25rem; padding-top: 1.25rem; border-top: 1px solid var(--rule); }
table { width: 100%; margin-top: .9rem; border-collapse: collapse; font-size: .94rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top; }
tr > :last-child { padding-right: 0; }
thead th { color: var(--quiet); font-size: .82rem; font-weight: 600; }
tbody th { font-weight: 500; }
tbody td { min-width: 6.5rem; } thead th { overflow-wrap: normal; }
p code { white-space: nowrap; }
.command { margin-top: .9rem; } .command p { margin-bottom: .3rem; }
pre { margin: 0; padding: .75rem .9rem; border-radius: .4rem; background: var(--soft); white-space: pre-wrap; }
code { font: .9em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
footer { margin-top: 3rem; color: var(--quiet); font-size: .85rem; }
@media screen and (max-width: 40rem) {
  body { padding: 1.5rem 1rem; }
  .verdict { font-size: 1.25rem; }
  dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .5rem; }
  table, tbody, tr, tbody th, tbody td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { padding: .6rem 0; border-bottom: 1px solid var(--rule); }
  tbody th, tbody td { padding: .1rem 0; border: 0; }
  tbody th { font-weight: 650; }
  tbody td { display: grid; grid-template-columns: 8.5rem 1fr; gap: .75rem; }
  tbody td::before { content: attr(data-label); color: var(--quiet); font-size: .85rem; }
}
@media print {
  body { padding: 0; max-width: none; font-size: 10pt; }
  section { break-inside: auto; } h2, thead, tr { break-after: auto; break-inside: avoid; } h2 { break-after: avoid; }
  a { color: inherit; }
}
`
