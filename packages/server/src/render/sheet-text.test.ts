import { stripVTControlCharacters } from 'node:util'
import picocolors from 'picocolors'
import { describe, expect, it } from 'vitest'
import type { Setting } from './describe-next.ts'
import { describePlan } from './describe-plan.ts'
import { displayWidth } from './display-width.ts'
import { busyPlan, cleanPlan, messyPlan, nothingPlan, stuckPlan } from './sample-plan.ts'
import { sheetText } from './sheet-text.ts'

const setting: Setting = {
  program: 'recourse',
  platform: 'linux',
  courseUrl: 'https://canvas.example.edu/courses/42',
  access: [],
  choices: [],
}
const style = { width: 80, colors: picocolors.createColors(false), all: false }
const text = (plan: Parameters<typeof describePlan>[0], change: Partial<typeof style> = {}) =>
  sheetText(describePlan(plan, setting), { ...style, ...change })

describe('a plan on a terminal', () => {
  it('says clean in the first sentence and gives the command that brings it over', () => {
    const said = text(cleanPlan())
    expect(said).toContain('✔ Clean: all 3 modules were found.')
    expect(said).toContain('recourse canvas import https://canvas.example.edu/courses/42 --proceed\n')
  })

  it('names source and destination, the source only when it is confirmed', () => {
    expect(text(cleanPlan())).toMatch(
      /From {3}MATH101 Calculus I, Semester 1 \(course 41\)\n {2}To {5}MATH101 Calculus I, Semester 2 \(course 42\)/,
    )
    expect(text(messyPlan())).toContain('course 41 (not confirmed)')
  })

  it('shows the three groups by the names of the reference, each with its count', () => {
    const said = text(messyPlan())
    expect(said).toContain('Imported modules matched · 4')
    expect(said).toContain('Imported modules not matched · 3')
    expect(said).toContain('Current modules not matched · 2')
  })

  it('names every reason with the option that lets it through, and joins them into one command', () => {
    const said = text(messyPlan())
    expect(said).toContain('--park-unmatched keeps them for later')
    expect(said).toContain('(foreign-image: accepted)')
    expect(said).toContain('--proceed --park-unmatched --accept-similar --accept missing-image\n')
    expect(said).toContain('--dates shift --allocate neighbour --publish --visible\n')
  })

  it('says dates old and new with their weekdays', () => {
    expect(text(messyPlan())).toMatch(/Mon 9 Mar 2026 +Mon 7 Sep 2026/)
  })

  it('obeys no name', () => {
    expect(text(messyPlan())).not.toContain('\u001b')
    expect(text(messyPlan())).toContain('␛[31mRed␛[0m')
  })

  it.each([40, 80, 120, 200])('stays within %i columns, commands excepted', width => {
    const lines = text(messyPlan(), { width }).split('\n')
    const tooWide = lines.filter(line => displayWidth(line) > width && !line.includes('recourse canvas'))
    expect(tooWide).toEqual([])
  })

  it('cuts a long group and says how to see the rest', () => {
    const plan = cleanPlan(Array.from({ length: 1000 }, (_, index) => `Module ${index}`))
    const long = { ...plan, matched: plan.matched.map(row => ({ ...row, name: `${row.name} (new)` })) }
    expect(text(long)).toContain('… and 980 more: --all shows them')
    expect(text(long).split('\n').length).toBeLessThan(60)
    expect(text(long, { all: true })).toContain('Module 999')
  })

  it('counts rows that need no look, under the heading they have anyway', () => {
    const plan = cleanPlan(Array.from({ length: 40 }, (_, index) => `Module ${index}`))
    expect(text(plan)).toMatch(/Imported modules matched · 40[\s\S]*\n {2}40 rows need no look: --all shows them/)
    expect(text(plan, { all: true })).toContain('Module 39')
    const renamed = { ...plan, matched: plan.matched.map((row, at) => (at === 7 ? { ...row, name: 'Other' } : row)) }
    expect(text(renamed)).toMatch(/Module 7 +Other[\s\S]*… and 39 more that need no look: --all shows them/)
  })

  it('shows a few ordinary rows rather than count them', () => {
    expect(text(cleanPlan(['One', 'Two', 'Three']))).toMatch(/Three +the same/)
    expect(text(cleanPlan(['One', 'Two', 'Three', 'Four']))).toContain('4 rows need no look')
  })

  it('says what else students do not see, so that the sum is right', () => {
    const plan = messyPlan()
    const students = { ...plan.students, modules: 9, modulesSeen: 5, hidden: plan.students.hidden }
    const homeless = students.hidden.filter(({ what }) => what === 'no-collection').length
    expect(text({ ...plan, students })).toContain(`${4 - homeless} are unpublished or in a hidden collection.`)
  })

  it('proposes no move by nothing', () => {
    const plan = messyPlan()
    const rows = plan.dates.rows.map(row => ({ ...row, newOn: row.oldOn }))
    const said = text({ ...plan, dates: { ...plan.dates, rows, act: 'keep', proposedDays: 0, basis: 'course-start' } })
    expect(said).toContain('Nothing is proposed: the start dates of both courses are the same.')
    expect(said).not.toContain('0 weeks')
  })

  it('shows of a new address what is new in it', () => {
    const plan = cleanPlan()
    const origin = 'https://canvas.example.edu'
    const link = {
      key: '81',
      moduleName: 'Limits',
      field: 'description',
      url: `${origin}/courses/41/pages/who-to-ask`,
      newUrl: `${origin}/courses/42/pages/who-to-ask`,
      verdict: 'moved',
      text: '',
    } as const
    expect(text({ ...plan, origin, links: [link] }, { width: 100 })).toMatch(
      /\/courses\/41\/pages\/who-to-ask +here, linked again +\/courses\/42\/…\n/,
    )
    const elsewhere = { ...link, newUrl: `${origin}/courses/42/modules/7` }
    expect(text({ ...plan, origin, links: [elsewhere] }, { width: 120 })).toContain('/courses/42/modules/7')
  })

  it('puts the doubtful rows of a long group first', () => {
    const names = Array.from({ length: 100 }, (_, index) => `Module ${index}`)
    const plan = cleanPlan(names)
    const matched = plan.matched.map((row, index) =>
      index === 99 ? { ...row, evidence: 'same-name-in-order' as const } : row,
    )
    expect(text({ ...plan, matched })).toContain('Module 99 ')
  })

  it('says that Canvas is still copying, and how to wait', () => {
    expect(text(busyPlan())).toContain('Canvas is still copying MATH101 into this course (62 %).')
    expect(text(busyPlan())).toContain('--wait 30')
  })

  it('says why there is nothing to import', () => {
    expect(text(nothingPlan())).toContain("Nothing to import. The Collections are this course's own already.")
  })

  it('lets a person choose among several pages', () => {
    expect(text(stuckPlan())).toContain('--page canvas-collections-configuration-2')
  })

  it('says who may help where somebody may not write', () => {
    expect(text({ ...cleanPlan(), mayEdit: false, mayProceed: false })).toContain('ask a teacher of this course')
  })

  it('has no colour unless asked, and then as many lines', () => {
    const coloured = text(messyPlan(), { colors: picocolors.createColors(true) })
    expect(coloured).toContain('\u001b[33m')
    expect(stripVTControlCharacters(coloured)).toBe(text(messyPlan()))
  })
})
