import * as canvasApi from '@recourse/canvas'
import { enroll } from '@recourse/sandbox'

/** A published course with Collections, where a student takes part; answers its id. */
export async function createCourseWithCards(sandbox, { origin, modules }) {
  const { administrator, student } = sandbox.people
  const auth = { kind: 'token', token: administrator.tokens[0] }
  const admin = canvasApi.createCanvas({ origin, fetch: sandbox.quietFetch, auth })
  const [account] = await canvasApi.listAccounts(admin)
  const course = await canvasApi.createCourse(admin, account.id, { name: 'Cards', courseCode: 'CARDS' })
  await canvasApi.updateCourse(admin, course.id, { event: 'offer' })
  await fill(admin, course.id, { origin, modules, isPublished: true })
  enroll(sandbox.world, { courseId: Number(course.id), userId: student.id, type: 'StudentEnrollment' })
  return course.id
}

/** A course with Collections, every other card with an image, and its finished copy; answers the copy's id. */
export async function createCopiedCourse(sandbox, { origin, modules }) {
  const token = sandbox.people.administrator.tokens[0]
  const admin = canvasApi.createCanvas({ origin, fetch: sandbox.quietFetch, auth: { kind: 'token', token } })
  const [account] = await canvasApi.listAccounts(admin)
  const source = await canvasApi.createCourse(admin, account.id, { name: 'Source', courseCode: 'SRC' })
  const copy = await canvasApi.createCourse(admin, account.id, { name: 'Copy', courseCode: 'COPY' })
  await fill(admin, source.id, { origin, modules })
  const { id } = await canvasApi.createCourseCopy(admin, copy.id, { sourceCourseId: source.id })
  await sandbox.copies.finish()
  await canvasApi.waitForMigration(admin, copy.id, id)
  return copy.id
}

async function fill(admin, courseId, { origin, modules, isPublished = false }) {
  const entries = []
  for (let n = 0; n < modules; n += 1) {
    const module = await canvasApi.createModule(admin, courseId, { name: `Topic ${n}` })
    if (isPublished) await canvasApi.updateModule(admin, courseId, module.id, { isPublished })
    const image = n % 2 === 0 ? await upload(admin, courseId, { origin, n }) : ''
    entries.push([
      module.id,
      {
        name: module.name,
        id: Number(module.id),
        collection: 'Topics',
        image,
        engage: true,
        engageText: 'Go',
        moduleOrder: n + 1,
      },
    ])
  }
  await canvasApi.createPage(admin, courseId, {
    title: 'Canvas Collections Configuration',
    body: pageBody(entries, courseId),
    isPublished: true,
  })
}

async function upload(admin, courseId, { origin, n }) {
  const content = new Blob([`picture ${n}`], { type: 'image/png' })
  const { id } = await canvasApi.uploadFile(admin, courseId, { name: `${n}.png`, content })
  return `${origin}/courses/${courseId}/files/${id}/download`
}

function pageBody(entries, courseId) {
  const json = JSON.stringify({
    VISIBILITY: 'all',
    DEFAULT_ACTIVE_COLLECTION: 'Topics',
    COLLECTIONS: { Topics: { representation: 'GriffithCards' } },
    COLLECTIONS_ORDER: ['Topics'],
    MODULES: Object.fromEntries(entries),
  })
  return `<div class="cc_json" style="display:none">${json}</div><div class="cc-card-images" id="cc-course-${courseId}" style="display:none"></div>`
}
