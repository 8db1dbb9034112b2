// Copies and edits until it is killed, and says what was acknowledged, a line each. Run by kills.fixture.ts.
import { withDatabase } from '../../dist/database/index.js'
import { duplicateCourse, editPage, readCourse, shareCourse } from '../../dist/library/index.js'

const { actor, courseId, from } = JSON.parse(process.argv[2])

await withDatabase({ env: process.env }, async ({ db }) => {
  for (let n = from; ; n += 1) {
    await edit(db, n)
    const copy = n % 2 === 0 ? duplicateCourse : shareCourse
    const { value } = await must(copy(db, actor, { courseId, title: `Copy ${n}`, keepsAuthors: false }))
    say({ copy: value.courseId })
  }
})

async function edit(db, n) {
  const tree = await readCourse(db, courseId)
  const page = tree.modules[0].objects[0].pages[0]
  const [first, ...others] = page.content.blocks
  const content = { ...page.content, blocks: [{ ...first, text: String(n) }, ...others] }
  await must(editPage(db, actor, { courseId, pageId: page.id, baseRevisionId: page.revisionId, content }))
  say({ edit: n })
}

async function must(outcome) {
  const result = await outcome
  if (!result.ok) throw new Error(result.message)
  return result
}

function say(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
