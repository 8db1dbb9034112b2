import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, SCRIPT, test } from './stage.ts'

/** Not to grow: the aim is 60. Canvas Collections 1.3 weighs 189 KB; the planning and writing alone, without any dialog, 60. */
const LIMIT_KILOBYTES = 107.4

test(`the userscript weighs at most ${LIMIT_KILOBYTES} KB, zipped`, () => {
  expect(gzipSync(readFileSync(SCRIPT), { level: 9 }).length / 1000).toBeLessThanOrEqual(LIMIT_KILOBYTES)
})

test('the script is what userscript managers and the Theme Editor take: a header, and one closed program', () => {
  const script = readFileSync(SCRIPT, 'utf8')
  const header = script.slice(0, script.indexOf('==/UserScript=='))
  for (const line of ['@grant         none', '@inject-into  page', '@run-at       document-idle', '@noframes'])
    expect(header.replaceAll(/ +/g, ' ')).toContain(line.replaceAll(/ +/g, ' '))
  expect(header).toContain('https://*.instructure.com/courses/*')
  expect(script).not.toMatch(/^\s*(?:import|export)\b/m)
})
