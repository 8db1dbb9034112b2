import type { Element, Nodes } from 'hast'
import { type CourseId, toCourseId, toModuleId } from '../../ids.ts'
import { attribute, elements, hasClass, isDivOf } from '../html/html-tree.ts'
import { type PageNotes, pathOf, quoted } from './page-notes.ts'
import type { CarriedModuleLink, CarriedPageLink, ListedImage } from './page-reading.ts'

const imagesPart = 'cc-card-images'
const tagPrefix = 'cc-course-'
const imagePrefix = 'cc-moduleImage-'

/** The `div.cc-card-images` that belongs to a configuration: the next one, else the first of the page. */
export function findImagesPart(tree: Nodes, configuration: Element): Element | undefined {
  const parts = [...elements(tree)].filter(element => element === configuration || isDivOf(imagesPart)(element))
  return parts[parts.indexOf(configuration) + 1] ?? parts.find(element => element !== configuration)
}

/** The course a page is tagged with; pages of v0.x that were never saved again hold `{{COURSE_ID}}` (collections-1.3 §2.5). */
export function readCourseTag(part: Element | undefined, notes: PageNotes): CourseId | null {
  if (part === undefined) {
    notes.upgrade(imagesPart, 'The part that lists the images and names the course was missing.')
    return null
  }
  const tag = attribute(part, 'id') ?? ''
  const id = /^\s*cc-course-\s*(\d+(?:~\d+)?)\s*$/.exec(tag)?.[1]
  if (id === undefined) notes.oddity(imagesPart, `It should name a course (${tagPrefix}…) and says ${quoted(tag)}.`)
  return id === undefined ? null : toCourseId(id)
}

/** The images that Canvas rewrote on a copy, by the key of their entry. */
export function readListedImages(part: Nodes, moduleKeys: readonly string[], notes: PageNotes): readonly ListedImage[] {
  const images = [...elements(part)].filter(element => element.tagName === 'img' && hasClass(element, 'cc-moduleImage'))
  const findKey = keyFinder(moduleKeys)
  return images.flatMap(image => {
    const id = attribute(image, 'id') ?? ''
    const src = attribute(image, 'src') ?? ''
    const key = id.startsWith(imagePrefix) ? findKey(id.slice(imagePrefix.length)) : ''
    if (key !== '' && src !== '') return [{ moduleKey: key, src }]
    notes.oddity(
      pathOf(imagesPart, id),
      src === '' ? 'An image without an address; left out.' : 'An image of no module.',
    )
    return []
  })
}

/** Links that Recourse put beside the configuration so that Canvas rewrites them (design *Proceeding*). */
export function readModuleLinks(tree: Nodes): readonly CarriedModuleLink[] {
  return carriedLinks(tree, 'data-recourse-module').map(({ name, href }) => ({ moduleId: toModuleId(name), href }))
}

export function readPageLinks(tree: Nodes): readonly CarriedPageLink[] {
  return carriedLinks(tree, 'data-recourse-page').map(({ name, href }) => ({ title: name, href }))
}

function carriedLinks(tree: Nodes, dataName: string): readonly { readonly name: string; readonly href: string }[] {
  return [...elements(tree)].flatMap(element => {
    const name = element.tagName === 'a' ? attribute(element, dataName) : undefined
    const href = attribute(element, 'href')
    return name === undefined || name === '' || href === undefined ? [] : [{ name, href }]
  })
}

/** Canvas takes white space out of ids (canvas-api §4), and names hold some. */
function keyFinder(keys: readonly string[]): (written: string) => string {
  const exact = new Set(keys)
  const squeezed = new Map(keys.toReversed().map(key => [key.replace(/\s/g, ''), key]))
  return written => (exact.has(written) ? written : (squeezed.get(written.replace(/\s/g, '')) ?? written))
}
