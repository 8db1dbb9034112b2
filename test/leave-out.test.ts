import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { answeringNothing } from '../packages/userscript/leave-out.ts'

const packages = fileURLToPath(new URL('../packages/', import.meta.url))

describe('what a browser does without', () => {
  it('leaves each function, without its sentences', () => {
    const code = "const a = 'x'\nexport function someWords(n: number): string {\n  return a\n}\n"
    expect(answeringNothing('/r/packages/core/src/import/some-words.ts', code)).toBe(
      "export const someWords = () => ''\n",
    )
  })

  it('is the shortcut past a parser, which says of every text that only a parser can tell', () => {
    const path = `${packages}core/src/collections/html/tidy-html.ts`
    expect(answeringNothing(path, readFileSync(path, 'utf8'))).toContain('export const cutTidyHtml = () => undefined\n')
  })

  it('is what a browser never tells, and what no person types there', () => {
    for (const [file, name] of [
      ['http/find-redirect', 'findRedirect'],
      ['check-typed', 'checkTyped'],
    ]) {
      const path = `${packages}canvas/src/${file}.ts`
      expect(answeringNothing(path, readFileSync(path, 'utf8'))).toBe(`export const ${name} = () => undefined\n`)
    }
  })

  it('leaves other modules alone, those of the dialog too', () => {
    const code = 'export function planWords() {}'
    for (const path of ['/r/packages/userscript/src/import/plan-words.ts', '/r/packages/core/src/words.ts'])
      expect(answeringNothing(path, code)).toBeUndefined()
  })

  it.each(findModules())('%s has functions that answer texts, and nothing else that would be missed', path => {
    const exported = readFileSync(path, 'utf8').match(/^export .*/gm) ?? []
    const kept = exported.filter(line => !/^export (?:interface|type) /.test(line))
    expect(kept.length).toBeGreaterThan(0)
    for (const line of kept) expect(line).toMatch(/^export function \w+\(/)
    expect(
      readFileSync(path, 'utf8').match(/^(?:export )?function \w+\([\s\S]*?\): string \{$/gm)?.length,
    ).toBeGreaterThanOrEqual(kept.length)
  })
})

function findModules(): readonly string[] {
  return ['core', 'canvas'].flatMap(name => findWords(`${packages}${name}/src`))
}

function findWords(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('-words.ts'))
    .map(path => `${folder}/${path}`)
}
