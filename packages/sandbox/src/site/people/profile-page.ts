import { needCaller } from '../../http/call.ts'
import { flag, presentText } from '../../http/reading.ts'
import { renderPage } from '../document/render-page.ts'
import { html, type Markup } from '../markup.ts'
import { isLocale, type Pages, redirect, type Visit } from '../visit.ts'
import { signInLinks } from './sign-in-pages.ts'

const LANGUAGES = { en: 'English', ar: 'العربية', de: 'Deutsch', he: 'עברית', ja: '日本語' } as const

/** One's own settings: the page's language and direction, Canvas's high-contrast styles, and the way out. */
export function registerProfilePage(pages: Pages): void {
  pages.get('/profile/settings', visit => {
    const { name } = needCaller(visit)
    const content = html`<h1>${name}’s Settings</h1>${form(visit)}<p><a class="btn" href="/logout">Log Out</a></p>${signInLinks(visit, '/')}`
    return renderPage(visit, { title: `${name}’s Settings`, content })
  })
  pages.post('/profile/settings', visit => {
    const { id } = needCaller(visit)
    const asked = presentText(visit.params, 'user', 'locale')
    visit.site.preferences.set(id, {
      locale: asked !== undefined && isLocale(asked) ? asked : null,
      highContrast: flag(visit.params, 'user', 'high_contrast') ?? false,
    })
    return redirect('/profile/settings')
  })
}

function form({ csrfToken, locale, isHighContrast }: Visit): Markup {
  const option = ([tag, label]: readonly [string, string]) =>
    html`<option value="${tag}" lang="${tag}"${tag === locale && html` selected`}>${label}</option>`
  return html`
    <form action="/profile/settings" method="post">
      <input type="hidden" name="authenticity_token" value="${csrfToken}">
      <label class="ic-Label" for="user_locale">Language</label>
      <select class="ic-Input" id="user_locale" name="user[locale]">${Object.entries(LANGUAGES).map(option)}</select>
      <p class="sandbox-note">Sets the language and direction of every page; the sandbox’s own words stay English.</p>
      <label class="ic-checkbox"><input type="checkbox" name="user[high_contrast]" value="1"${isHighContrast && html` checked`}> High contrast</label>
      <div class="ic-Form-actions"><button type="submit" class="btn btn-primary">Update Settings</button></div>
    </form>`
}
