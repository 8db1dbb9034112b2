import type { Plugin } from 'vite'

/** Instructure UI brings core-js for browsers that are gone; those that this is built for have everything of it. */
export function leaveOutPolyfills(): Plugin {
  const nothing = '\0nothing'
  return {
    name: 'leave-out-polyfills',
    enforce: 'pre',
    resolveId: id => (id.startsWith('core-js/') ? nothing : null),
    load: id => (id === nothing ? '' : null),
  }
}
