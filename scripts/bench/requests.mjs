import { performance } from 'node:perf_hooks'
import * as canvasApi from '@recourse/canvas'
import { defaultChoices, fromParse5, planImport } from '@recourse/core'
import { createSandbox } from '@recourse/sandbox'
import { parseFragment } from 'parse5'
import { createCopiedCourse } from './copied-course.mjs'

const origin = 'https://canvas.test'
const budget = 12
const pageLength = 100
/** Lists that grow with the course: its modules, those of its source, and its files. */
const growingLists = 3

/** How many requests may make a plan, or a dialog, final. */
export function allowedRequests(modules) {
  return budget + growingLists * (Math.ceil(modules / pageLength) - 1)
}

/** Requests until a plan is final: at most 12 for 20 modules, half of them with images; beyond that only pages of 100. */
export async function benchRequests() {
  const results = []
  for (const modules of [20, 100, 1000]) results.push(await measure(modules))
  return results
}

async function measure(modules) {
  const sandbox = createSandbox({ origin, copySpeedMs: 0 })
  return plan(sandbox, await createCopiedCourse(sandbox, { origin, modules }), modules)
}

async function plan(sandbox, courseId, modules) {
  let requests = 0
  const canvas = client(sandbox.fetch, sandbox.people.administrator, () => {
    requests += 1
  })
  const started = performance.now()
  const facts = await canvasApi.readImportFacts(canvas, courseId, { parseHtml })
  const made = planImport(facts, defaultChoices, parseHtml)
  const allowed = allowedRequests(modules)
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

function client(fetch, user, onRequest) {
  return canvasApi.createCanvas({ origin, fetch, auth: { kind: 'token', token: user.tokens[0] }, onRequest })
}

function parseHtml(html) {
  return fromParse5(parseFragment(html))
}
