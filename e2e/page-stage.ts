import type { Locator, Page } from '@playwright/test'
import { buildCourse, expect, type Json, type Library, type Person } from './library-stage.ts'

export type Mode = 'share' | 'duplicate'

/** A course of Ana's with a page of three elements that uses the library, its copy, and the same page there. */
export interface Pair {
  readonly ana: Person
  readonly courseId: string
  readonly copyId: string
  readonly pageId: string
  readonly copyPageId: string
  readonly termId: string
  readonly resourceId: string
}

const texts = (term: string, resource: string) => [
  { id: 'one', kind: 'text', text: '<p>First &amp; <strong>foremost</strong></p>', references: [] },
  {
    id: 'two',
    kind: 'text',
    text: '<p>Wear <a href="#ref-1">it</a>, read <a href="#ref-2">that</a>.</p>',
    references: [
      { kind: 'term', targetId: term },
      { kind: 'resource', targetId: resource },
    ],
  },
  { id: 'three', kind: 'text', text: '<p>Third</p>', references: [] },
]

let count = 0

/** Names that nobody else has made in this library. */
export function unique(name: string): string {
  count += 1
  return `${name} & <b> ${Date.now()}${count}`
}

export async function createItem({ call }: Person, kind: 'term' | 'resource', name: string): Promise<string> {
  const content = kind === 'term' ? { text: `What ${kind} means` } : { url: 'https://example.org/form' }
  return (await call('POST', '/api/items', { kind, name, content })).value.itemId
}

export async function buildPair(library: Library, mode: Mode): Promise<Pair> {
  const ana = await library.invite('Ana', 'author')
  const { courseId, objectIds } = await buildCourse(ana, `Original of a ${mode}`)
  const termId = await createItem(ana, 'term', unique('Helmet'))
  const resourceId = await createItem(ana, 'resource', unique('Form'))
  const content = { title: 'Kit', blocks: texts(termId, resourceId) }
  const added = await ana.call('POST', `/api/courses/${courseId}/objects/${objectIds[0]}/pages`, { content })
  const wishes = { mode, title: `A ${mode}`, keepsAuthors: true }
  const copyId = (await ana.call('POST', `/api/courses/${courseId}/copies`, wishes)).value.courseId
  const copyPageId = await findPage(ana, copyId, 'Kit')
  return { ana, courseId, copyId, pageId: added.value.pageId, copyPageId, termId, resourceId }
}

export async function findPage({ call }: Person, courseId: string, title: string): Promise<string> {
  const { modules } = await call('GET', `/api/courses/${courseId}`)
  const pages: readonly Json[] = modules.flatMap(({ objects }: Json) => objects.flatMap(({ pages: own }: Json) => own))
  return pages.find(page => page.title === title)?.id ?? ''
}

export async function readPage({ call }: Person, courseId: string, pageId: string): Promise<Json> {
  return call('GET', `/api/courses/${courseId}/pages/${pageId}`)
}

/** What the elements of a page say, by their ids. */
export async function textsOf(
  person: Person,
  courseId: string,
  pageId: string,
): Promise<Readonly<Record<string, string>>> {
  const { content } = await readPage(person, courseId, pageId)
  return Object.fromEntries(content.blocks.map(({ id, text }: Json) => [id, text]))
}

/** Somebody else saves the page, past this browser. */
export async function saveElsewhere(
  person: Person,
  place: { readonly courseId: string; readonly pageId: string },
  change: (content: Json) => Json,
): Promise<void> {
  const path = `/api/courses/${place.courseId}/pages/${place.pageId}`
  const { revisionId, content } = await person.call('GET', path)
  await person.call('PUT', path, { baseRevisionId: revisionId, content: change(content) })
}

export const changeText = (id: string, text: string) => (content: Json) => ({
  ...content,
  blocks: content.blocks.map((block: Json) => (block.id === id ? { ...block, text } : block)),
})

export function textOf(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Text of the page' })
}

/** Types at the end of an element, counted from 0. */
export async function typeInto(page: Page, element: number, text: string): Promise<void> {
  await page.locator('.page-element').nth(element).locator('p').last().click()
  await page.keyboard.press('End')
  await page.keyboard.type(text)
}

/** Types the first letter, agrees to change all courses, and types the rest. */
export async function typeAndAgree(page: Page, element: number, text: string): Promise<void> {
  await typeInto(page, element, text.slice(0, 1))
  const dialog = page.getByRole('dialog', { name: 'This is shared' })
  await dialog.getByRole('button', { name: /^Change in all/ }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Unsaved changes', { exact: true })).toBeVisible()
  await page.keyboard.type(text.slice(1))
}

export async function save(page: Page, said = 'The page is saved.'): Promise<void> {
  // What an earlier save said may stand there still.
  const answered = page.waitForResponse(response => response.request().method() === 'PUT')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await answered
  await expect(page.getByText(said, { exact: false }).first()).toBeVisible()
}

export async function openPage(library: Library, page: Page, person: Person, courseId: string, pageId: string) {
  await library.open(page, person, `/courses/${courseId}/pages/${pageId}`)
  await expect(page.locator('.page-element').first()).toBeVisible()
}

/** A cursor that a key or a press has moved is known to the editor a moment later. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 20))))
}
