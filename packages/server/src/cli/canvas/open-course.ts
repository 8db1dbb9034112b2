import { type Canvas, createCanvas, getCourse, type RequestEvent } from '@recourse/canvas'
import type { CourseId } from '@recourse/core'
import type { Setting } from '../../render/describe-next.ts'
import type { CommandContext } from '../command-context.ts'
import { readToken } from '../read-token.ts'
import { type ChoiceOptions, choiceWords } from './choice-options.ts'
import { type CourseAddress, parseCourseAddress } from './course-address.ts'
import type { CourseOptions } from './course-options.ts'

/** A course that can be asked: its Canvas, with the token of whoever asks. */
export interface OpenCourse {
  readonly canvas: Canvas
  readonly address: CourseAddress
  /** For the commands that are proposed next. */
  readonly setting: Setting
}

export async function openCourse(url: string, options: CourseOptions, context: CommandContext): Promise<OpenCourse> {
  const address = parseCourseAddress(url)
  const { terminal, signal, canvasToken } = context
  if (address.isOpenToEavesdroppers)
    terminal.say(`recourse: ${address.origin} is not encrypted: others on the way can read your access token.`)
  const source = { tokenFile: options.tokenFile, fromEnvironment: canvasToken, origin: address.origin }
  const token = await readToken(source, terminal, signal)
  const canvas = createCanvas({
    origin: address.origin,
    fetch: context.fetch,
    auth: { kind: 'token', token },
    // No signal: each call gets it, so that an interrupted import can still let go of its lock.
    ...(options.verbose === true && { onRequest: event => terminal.say(terminal.sayColors.dim(requestWords(event))) }),
  })
  const courseId = await answeredId(canvas, address, signal)
  return { canvas, address: { ...address, courseId }, setting: toSetting(address, options, context) }
}

/** Canvas takes `SHARD~ID` and answers a plain id (canvas-api §1.2): pages, records and links are compared with that one. */
async function answeredId(canvas: Canvas, { courseId }: CourseAddress, signal: AbortSignal): Promise<CourseId> {
  return courseId.includes('~') ? (await getCourse(canvas, courseId, { signal })).id : courseId
}

/** Every import proposed next repeats what was chosen. */
export function withChoices(course: OpenCourse, options: ChoiceOptions): OpenCourse {
  return { ...course, setting: { ...course.setting, choices: choiceWords(options) } }
}

/** Every command proposed next speaks of the same page. */
export function withPage(course: OpenCourse, slug: string | undefined): OpenCourse {
  const access = [...course.setting.access, ...choiceWords(slug === undefined ? {} : { page: slug })]
  return { ...course, setting: { ...course.setting, access } }
}

function toSetting(address: CourseAddress, { tokenFile }: CourseOptions, context: CommandContext): Setting {
  const access = tokenFile === undefined ? [] : ['--token-file', tokenFile]
  return { program: context.program, platform: context.platform, courseUrl: address.url, access, choices: [] }
}

/** No query and no body: neither tokens nor what people wrote end up in a log. */
function requestWords({ method, path, attempt, status, durationMs, cost, remaining }: RequestEvent): string {
  const again = attempt === 1 ? '' : ` (try ${attempt})`
  const budget = cost === undefined ? '' : `, cost ${cost}, ${remaining ?? '?'} left`
  return `${method} ${path}${again}: ${status ?? 'no answer'}, ${Math.round(durationMs)} ms${budget}`
}
