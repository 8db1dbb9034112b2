import type { Course, Page } from '../../model.ts'
import { toShownBody } from '../../pages/page-body.ts'
import { html, type Markup, trusted } from '../markup.ts'
import type { Visit } from '../visit.ts'

/** Stored bodies went through the sanitiser when they were saved. */
export function pageContent(visit: Visit, course: Course, page: Pick<Page, 'title' | 'body'>): Markup {
  const body = trusted(toShownBody(visit, course.id, page.body) ?? '')
  return html`<div class="show-content user_content clearfix enhanced"><h1 class="page-title">${page.title}</h1>${body}</div>`
}
