import type { HtmlParser } from '../collections/html/html-parser.ts'
import { escapeText } from '../collections/html/to-html.ts'
import type { ArchiveDocument, ArchivedObject, ArchivedPage } from './archive-document.ts'
import { type CartridgeNames, type CourseLinks, nameAll } from './cartridge-names.ts'
import { type OutlineItem, outlineModule } from './cartridge-outline.ts'
import { type CartridgeResource, manifestXml, type OutlineModule } from './manifest-xml.ts'
import { moduleMetaXml } from './module-meta-xml.ts'
import { pageBody } from './page-body.ts'
import { quizXml } from './quiz-xml.ts'
import { DECLARATION, element, textElement } from './xml-text.ts'

/** An export, but for the bytes of its files. */
export interface WrittenCartridge {
  readonly texts: ReadonlyMap<string, string>
  /** Names of files, each with the media asset whose bytes it has. */
  readonly files: ReadonlyMap<string, string>
  /** What Canvas has no place for, so that it does not come along. */
  readonly notes: readonly string[]
}

const LEARNING_APPLICATION = 'associatedcontent/imscc_xmlv1p1/learning-application-resource'
const CANVAS = 'http://canvas.instructure.com/xsd/cccv1p0'

/** A course as a Common Cartridge 1.3 with what Canvas adds to it, in the form of Canvas's own exports (canvas-api §7.2). */
export function writeCartridge(document: ArchiveDocument, links: CourseLinks, parseHtml: HtmlParser): WrittenCartridge {
  const { course } = document
  const names = nameAll(document, links)
  const modules: readonly OutlineModule[] = course.modules.map(({ id, name, objects }) => ({
    identifier: names.identifier(id),
    title: names.title(name),
    items: outlineModule(objects, names),
  }))
  const objects = course.modules.flatMap(module => module.objects)
  const shown = new Set(modules.flatMap(module => module.items).flatMap(({ shows }) => shows ?? []))
  const pages = objects.flatMap(object => object.pages).filter(({ id }) => shown.has(names.identifier(id)))
  const media = document.items.flatMap(({ id, file }) =>
    file === null ? [] : [{ id, path: `web_resources/${names.fileOf(id) ?? id}` }],
  )
  const resources = [
    settingsResource(document, modules),
    ...pages.map(page => pageResource(page, names, pageBody(page, { names, links, parseHtml }))),
    ...modules.flatMap(module => module.items).flatMap(linkResource),
    ...objects.filter(({ questions }) => questions.length > 0).flatMap(object => quizResources(object, names)),
    ...media.map(
      ({ id, path }): CartridgeResource => ({
        identifier: names.identifier(id),
        type: 'webcontent',
        files: [[path, null]],
      }),
    ),
  ]
  const texts = resources.flatMap(({ files }) =>
    files.flatMap(([name, text]) => (text === null ? [] : [[name, text] as const])),
  )
  return {
    texts: new Map([['imsmanifest.xml', manifestXml(names.title(course.title), modules, resources)], ...texts]),
    files: new Map(media.map(({ id, path }) => [path, id])),
    notes: listNotes(document, links),
  }
}

function settingsResource({ course }: ArchiveDocument, modules: readonly OutlineModule[]): CartridgeResource {
  const root = { identifier: 'course', xmlns: CANVAS }
  return {
    identifier: 'course_settings',
    type: LEARNING_APPLICATION,
    href: 'course_settings/canvas_export.txt',
    files: [
      [
        'course_settings/course_settings.xml',
        DECLARATION + element('course', root, textElement('title', course.title.slice(0, 250))),
      ],
      ['course_settings/module_meta.xml', moduleMetaXml(modules)],
      // Its presence alone tells Canvas that the rest is in its own form.
      ['course_settings/canvas_export.txt', 'Written by Recourse.\n'],
    ],
  }
}

function pageResource(page: ArchivedPage, names: CartridgeNames, body: string): CartridgeResource {
  const identifier = names.identifier(page.id)
  const meta = Object.entries({ identifier, editing_roles: 'teachers', workflow_state: 'active' })
  const head = [
    '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>',
    `<title>${escapeText(names.title(page.title))}</title>`,
    ...meta.map(([name, content]) => `<meta name="${name}" content="${content}"/>`),
  ]
  const text = `<html>\n<head>\n${head.join('\n')}\n</head>\n<body>\n${body}\n</body>\n</html>`
  return { identifier, type: 'webcontent', files: [[`wiki_content/${names.slug(page.id)}.html`, text]] }
}

function linkResource({ type, shows, title, url }: OutlineItem): readonly CartridgeResource[] {
  if (type !== 'ExternalUrl' || shows === null || url === null) return []
  const xmlns = 'http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1'
  const link = element('webLink', { xmlns }, textElement('title', title), element('url', { href: url }))
  return [{ identifier: shows, type: 'imswl_xmlv1p1', files: [[`${shows}.xml`, DECLARATION + link]] }]
}

function quizResources({ id, name, questions }: ArchivedObject, names: CartridgeNames): readonly CartridgeResource[] {
  const identifier = names.identifier(`${id} quiz`)
  const title = names.title(name)
  const fields = [
    textElement('title', title),
    textElement('quiz_type', 'practice_quiz'),
    textElement('available', true),
  ]
  const meta = DECLARATION + element('quiz', { identifier, xmlns: CANVAS }, ...fields)
  return [
    {
      ...{ identifier, type: 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment', dependency: `${identifier}_meta` },
      files: [[`${identifier}/assessment_qti.xml`, quizXml(identifier, title, questions)]],
    },
    {
      ...{ identifier: `${identifier}_meta`, type: LEARNING_APPLICATION },
      files: [[`${identifier}/assessment_meta.xml`, meta]],
    },
  ]
}

function listNotes({ course, items }: ArchiveDocument, links: CourseLinks): readonly string[] {
  const objects = course.modules.flatMap(module => module.objects)
  const count = (has: (object: ArchivedObject) => boolean): number => objects.filter(has).length
  const outside = [...links.values()].flatMap(each => [...each.values()]).filter(target => target === null).length
  const missing = items.filter(({ kind, file }) => kind === 'media' && file === null).length
  const lost: readonly (readonly [number, string])[] = [
    [course.description.trim() === '' ? 0 : 1, 'description of the course'],
    [course.passingMark === null ? 0 : 1, 'passing mark'],
    [Object.keys(course.details).length, 'other details of the course, such as its categories'],
    [course.styles.length, 'Course Styles'],
    [count(({ objective }) => objective.trim() !== ''), 'objectives'],
    [count(({ reviewExercise }) => reviewExercise.trim() !== ''), 'review exercises'],
    [count(({ keywords }) => keywords.length > 0), 'Learning Objects’ keywords'],
    [
      items.filter(({ kind }) => kind === 'term').length,
      'glossary terms: their words stay, what explains them does not',
    ],
    [outside, 'links to pages outside the course'],
    [missing, 'media without bytes'],
  ]
  return lost.flatMap(([number, what]) => (number > 0 ? [`${number} × ${what}`] : []))
}
