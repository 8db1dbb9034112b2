// How the sandbox's own pages talk to it: with the session cookie and its token, as Canvas's pages do.

export function csrfToken() {
  const cookie = document.cookie.split('; ').find(pair => pair.startsWith('_csrf_token='))
  return cookie ? decodeURIComponent(cookie.slice('_csrf_token='.length)) : ''
}

/** Rejects with what Canvas said. */
export async function ask(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: {
      Accept: 'application/json+canvas-string-ids, application/json, text/html',
      'X-Requested-With': 'XMLHttpRequest',
      ...(method === 'GET' ? {} : { 'X-CSRF-Token': csrfToken() }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = (await response.text()).replace(/^while\(1\);/, '')
  const isJson = (response.headers.get('Content-Type') ?? '').includes('json')
  const json = isJson && text !== '' ? JSON.parse(text) : null
  if (!response.ok) throw new Error(messageOf(json) ?? `status ${response.status}`)
  return { json, text, next: nextOf(response), last: pageOf(response, 'last') }
}

function messageOf(json) {
  const errors = Array.isArray(json?.errors) ? json.errors : Object.values(json?.errors ?? {}).flat()
  return json?.message ?? errors.find(error => error?.message)?.message
}

function linkOf(response, rel) {
  const links = (response.headers.get('Link') ?? '').split(',')
  return links.find(link => link.includes(`rel="${rel}"`))?.match(/<([^>]+)>/)?.[1]
}

const nextOf = response => linkOf(response, 'next')
const pageOf = (response, rel) =>
  Number(new URL(linkOf(response, rel) ?? '?page=1', location.href).searchParams.get('page'))

/** All pages of a list. */
export async function list(path) {
  const rows = []
  for (let next = path; next; ) {
    const reply = await ask('GET', next)
    rows.push(...reply.json)
    next = reply.next
  }
  return rows
}

/** A message at the top of the page, read out too. */
export function say(text, kind = 'success') {
  const message = document.createElement('div')
  message.className = `ic-flash-${kind} flash-message-container`
  message.textContent = text
  document.querySelector('#flash_message_holder').replaceChildren(message)
  document.querySelector('#flash_screenreader_holder').textContent = text
  setTimeout(() => message.remove(), 6000)
}

/** Does what a click asked for; says so when Canvas refuses. */
export async function attempt(act) {
  try {
    await act()
  } catch (error) {
    say(`That did not work: ${error.message}`, 'error')
  }
}

export const later = ms => new Promise(resolve => setTimeout(resolve, ms))
