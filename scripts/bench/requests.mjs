import { performance } from 'node:perf_hooks'
import * as canvasApi from '@recourse/canvas'
import { defaultChoices, fromParse5, planImport } from '@recourse/core'
import { createSandbox } from '@recourse/sandbox'
import { parseFragment } from 'parse5'

const origin = 'https://canvas.test'
const budget = 12
const pageLength = 100
/** Lists that grow with the course: its modules, those of its source, and its files. */
const growingLists = 3

/** Requests until a plan is final: at most 12 for 20 modules, half of them with images; beyond that only pages of 100. */
export async function benchRequests() {
  const results = []
  for (const modules of [20, 100, 1000]) results.push(await measure(modules))
  return results
}

async function measure(modules) {
  const sandbox = createSandbox({ origin, copySpeedMs: 0 })
  const admin = client(sandbox.quietFetch, sandbox.people.administrator)
  const [account] = await canvasApi.listAccounts(admin)
  const source = await canvasApi.createCourse(admin, account.id, { name: 'Source', courseCode: 'SRC' })
  const copy = await canvasApi.createCourse(admin, account.id, { name: 'Copy', courseCode: 'COPY' })
  await fill(admin, source.id, modules)
  const { id } = await canvasApi.createCourseCopy(admin, copy.id, { sourceCourseId: source.id })
  await sandbox.copies.finish()
  await canvasApi.waitForMigration(admin, copy.id, id)
  return plan(sandbox, copy.id, modules)
}

async function plan(sandbox, courseId, modules) {
  let requests = 0
  const canvas = client(sandbox.fetch, sandbox.people.administrator, () => {
    requests += 1
  })
  const started = performance.now()
  const facts = await canvasApi.readImportFacts(canvas, courseId, { parseHtml })
  const made = planImport(facts, defaultChoices, parseHtml)
  const allowed = budget + growingLists * (Math.ceil(modules / pageLength) - 1)
  return {
    modules,
    verdict: made.kind === 'ready' ? made.verdict : made.kind,
    matched: made.matched?.length ?? 0,
    requests,
    allowed,
    withinBudget: requests <= allowed,
    wallMs: Math.round(performance.now() - started),
  }
}

function client(fetch, user, onRequest = () => {}) {
  return canvasApi.createCanvas({ origin, fetch, auth: { kind: 'token', token: user.tokens[0] }, onRequest })
}

async function fill(admin, courseId, count) {
  const entries = []
  for (let n = 0; n < count; n += 1) {
    const module = await canvasApi.createModule(admin, courseId, { name: `Topic ${n}` })
    const image = n % 2 === 0 ? await upload(admin, courseId, n) : ''
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
    published: true,
  })
}

async function upload(admin, courseId, n) {
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

function parseHtml(html) {
  return fromParse5(parseFragment(html))
}
