import { flag, presentText } from '../../http/reading.ts'
import { CSRF_COOKIE } from '../../http/sign-in.ts'
import type { User } from '../../model.ts'
import { renderPage } from '../document/render-page.ts'
import { html, type Markup } from '../markup.ts'
import type { Pages, Visit } from '../visit.ts'

/** The sign-in form, with a way in for people who try the sandbox, and signing out. */
export function registerSignInPages(pages: Pages): void {
  pages.get('/login', showForm)
  pages.get('/login/canvas', showForm)
  pages.get('/logout', visit => renderPage(visit, { title: 'Log Out', content: signOutForm(visit) }))
}

function showForm(visit: Visit): Response {
  const returnTo = presentText(visit.params, 'return_to') ?? '/'
  const csrfToken = visit.csrfToken || visit.world.randomText()
  const failed = presentText(visit.params, 'needs') !== undefined || flag(visit.params, 'failed')
  const content = html`
    <div class="ic-Login">
      <h1>Log In</h1>
      ${failed && html`<div class="ic-flash-error" role="alert">Please verify your username or password and try again.</div>`}
      <form id="login_form" action="/login/canvas" method="post" class="ic-Form-group">
        <input type="hidden" name="authenticity_token" value="${csrfToken}">
        <input type="hidden" name="return_to" value="${returnTo}">
        <label class="ic-Label" for="pseudonym_session_unique_id">Username</label>
        <input class="ic-Input" type="text" name="pseudonym_session[unique_id]" id="pseudonym_session_unique_id" autocomplete="username" required>
        <label class="ic-Label" for="pseudonym_session_password">Password</label>
        <input class="ic-Input" type="password" name="pseudonym_session[password]" id="pseudonym_session_password" autocomplete="current-password" required>
        <button type="submit" class="Button Button--login btn btn-primary">Log In</button>
      </form>
      <p class="sandbox-note">In the sandbox everybody’s password is their login.</p>
      ${signInLinks(visit, returnTo)}
    </div>`
  const page = renderPage(visit, { title: 'Log in to the sandbox', content, bodyClass: 'ic-Login-Body' })
  // As in Canvas a visitor has a token before a session; whoever signs in gets one of their own.
  if (!visit.caller) page.headers.append('Set-Cookie', `${CSRF_COOKIE}=${encodeURIComponent(csrfToken)}; Path=/`)
  return page
}

/** "sandbox: sign in as teacher · student · …" */
export function signInLinks({ world, caller }: Visit, returnTo: string): Markup {
  const people = [...world.rows.users.values()].filter(user => !user.isTestStudent)
  const toLink = (user: User, index: number) =>
    html`${index > 0 && ' · '}${
      user === caller
        ? html`<strong>${user.login}</strong>`
        : html`<a href="/sandbox/sign-in?as=${encodeURIComponent(user.login)}&amp;return_to=${encodeURIComponent(returnTo)}">${user.login}</a>`
    }`
  return html`<p class="sandbox-sign-in">sandbox: sign in as ${people.map(toLink)}</p>`
}

function signOutForm({ csrfToken }: Visit): Markup {
  return html`
    <h1>Are you sure you want to log out?</h1>
    <form action="/logout" method="post">
      <input type="hidden" name="_method" value="delete">
      <input type="hidden" name="authenticity_token" value="${csrfToken}">
      <button type="submit" class="btn btn-primary">Log Out</button>
    </form>`
}
