import type { Plugin } from 'vite'

const MARKUP = /dummyScroller\.setAttribute\('style', ('[^']*' \+ '[^']*')\)/

/**
 * `no-scroll`, which Instructure UI's mask uses, measures the scroll bar with a style in markup: the content security policy
 * forbids that. The same style set by script is allowed.
 */
export function stylesByCssom(): Plugin {
  return {
    name: 'styles-by-cssom',
    transform(code, id) {
      if (!id.includes('/node_modules/no-scroll/')) return null
      if (!MARKUP.test(code)) throw new Error('no-scroll is another one than styles-by-cssom.ts was written for.')
      return { code: code.replace(MARKUP, 'dummyScroller.style.cssText = $1'), map: null }
    },
  }
}
