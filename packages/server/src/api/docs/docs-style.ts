/** A sheet of its own, so that the page holds under a policy without inline styles. */
export const docsStyle = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 0 }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere }
code { font: .9em/1.4 ui-monospace, monospace }
.method { display: inline-block; min-width: 4.5em; font-weight: bold }
details, section[id]:not([id^="of-"]) { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: .5rem 0 }
details > :not(summary) { margin-inline-start: 1rem }
summary { cursor: pointer }
nav a { display: inline-block; margin-inline-end: 1rem }
h4 { margin: .75rem 0 .25rem }
ul { margin: 0; padding-inline-start: 1.25rem }
p { margin: .25rem 0 }
.note { opacity: .8 }
`
