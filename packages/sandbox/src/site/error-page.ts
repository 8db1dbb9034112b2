import { renderPage } from './document/render-page.ts'
import { html, type Markup } from './markup.ts'
import type { Visit } from './visit.ts'

/** What cannot be shown, in the status the API would answer too. */
export function renderErrorPage(visit: Visit, status: number): Response {
  const { title, text } = explain(status)
  const content = html`
    <div class="ic-Error-page" id="${status === 404 ? 'not_found_root' : 'unauthorized_message'}">
      <h1 class="ic-Error-page__title">${title}</h1>
      <p>${text}</p>
      <p><a class="btn" href="/">Dashboard</a> ${visit.caller ? signInAsSomebody() : null}</p>
    </div>`
  return renderPage(visit, { title, content, status })
}

function signInAsSomebody(): Markup {
  return html`<a class="btn" href="/login/canvas">Sign in as somebody else</a>`
}

function explain(status: number): { readonly title: string; readonly text: string } {
  if (status === 404)
    return { title: 'Page Not Found', text: 'There is nothing at this address, or it has been deleted.' }
  if (status === 401 || status === 403)
    return { title: 'Access Denied', text: 'You are signed in as somebody who may not see this page.' }
  return { title: 'Something Broke', text: 'This request could not be carried out.' }
}
