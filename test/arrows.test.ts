import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Which package may import which: `core ← canvas ← {sandbox, server, userscript}`, `core ← web`, and no others (docs/decisions/0001). */
const arrows: Readonly<Record<string, readonly string[]>> = {
  core: [],
  canvas: ['core'],
  sandbox: ['core', 'canvas'],
  server: ['core', 'canvas'],
  userscript: ['core', 'canvas'],
  web: ['core'],
}

/** Of these a package may know the types: the client's are those of the server's routes. Nothing of them is in what it ships. */
const typeArrows: Readonly<Record<string, readonly string[]>> = { web: ['server'] }

const packages = readdirSync('packages', { withFileTypes: true }).filter(entry => entry.isDirectory())
const importPattern = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g
const typeImportPattern = /import type [^'"]*from\s*['"][^'"]+['"]/g

function sourcesOf(name: string): readonly string[] {
  return readdirSync(join('packages', name, 'src'), { recursive: true, encoding: 'utf8' }).filter(file =>
    /\.tsx?$/.test(file),
  )
}

function importsOf(name: string, file: string): readonly string[] {
  const text = readFileSync(join('packages', name, 'src', file), 'utf8')
  const ofTypes = new RegExp(`^@recourse/(?:${(typeArrows[name] ?? []).join('|') || '-'})(?:/|['"])`)
  const counted = text.replace(typeImportPattern, found => (ofTypes.test(found.split(/['"]/)[1] ?? '') ? '' : found))
  return [...counted.matchAll(importPattern)].flatMap(([, target]) => target ?? [])
}

describe('package arrows', () => {
  it('name every package', () => {
    expect(new Set(packages.map(({ name }) => name))).toEqual(new Set(Object.keys(arrows)))
  })

  it.each(Object.keys(arrows))('%s imports only what it may', name => {
    const files = sourcesOf(name)
    const imported = files.flatMap(file => importsOf(name, file).map(target => ({ file, target })))
    expect(imported.length).toBeGreaterThan(0)
    const wrong = imported.filter(({ target }) => {
      const [, other] = /^@recourse\/([^/]+)/.exec(target) ?? []
      return other !== undefined && other !== name && arrows[name]?.includes(other) !== true
    })
    expect(wrong).toEqual([])
  })

  it.each(Object.keys(arrows))('%s does not reach into another package by path', name => {
    const reaching = sourcesOf(name).filter(file =>
      importsOf(name, file).some(target => /\.\.\/(?:core|canvas|sandbox|server)\/src/.test(target)),
    )
    expect(reaching).toEqual([])
  })

  it.each(Object.keys(arrows))('%s declares what it imports of ours, and no more', name => {
    const { dependencies } = JSON.parse(readFileSync(join('packages', name, 'package.json'), 'utf8'))
    const declared = Object.keys(dependencies ?? {}).flatMap(key => /^@recourse\/(.+)$/.exec(key)?.[1] ?? [])
    expect(new Set(declared)).toEqual(new Set(arrows[name]))
  })
})

describe('core', () => {
  it('has no clock, no chance and no outside in it', () => {
    const ambient = /\b(?:new Date|Date\.now|Math\.random|performance\.now|setTimeout|fetch\(|process\.|localStorage)/
    const shipped = sourcesOf('core').filter(file => !/\.(?:test|bench|proof|fixture)\.ts$/.test(file))
    expect(shipped.filter(file => ambient.test(readFileSync(join('packages/core/src', file), 'utf8')))).toEqual([])
  })

  it('is not given a parser', () => {
    const { dependencies } = JSON.parse(readFileSync('packages/core/package.json', 'utf8'))
    expect(Object.keys(dependencies).filter(name => /parse|dom$|xml$|cheerio/.test(name))).toEqual([])
  })
})
