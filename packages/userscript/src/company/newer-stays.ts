/** Two Recourses on one page (somebody's browser, the institution's theme): the newer stays, of equals the first. */

const HELLO = 'recourse:hello'
const HERE = 'recourse:here'

/** Ends `controller` where another Recourse on this page has the better right; answers whether we stay. */
export function claimPage(version: string, controller: AbortController, target: EventTarget = document): boolean {
  const { signal } = controller
  const leave = (): void => controller.abort(new Error('A newer Recourse is on this page.'))
  const hear = (event: Event): void => {
    if (isAtLeast(versionOf(event), version)) leave()
  }
  target.addEventListener(HERE, hear)
  target.dispatchEvent(new CustomEvent(HELLO, { detail: version }))
  // Answers come before `dispatchEvent` returns; later ones, our own among them, are meant for others.
  target.removeEventListener(HERE, hear)
  if (signal.aborted) return false
  const answer = (event: Event): void => {
    if (isNewer(versionOf(event), version)) leave()
    else target.dispatchEvent(new CustomEvent(HERE, { detail: version }))
  }
  target.addEventListener(HELLO, answer, { signal })
  return true
}

/** Others may send what they like under this name. */
function versionOf(event: Event): string {
  const detail: unknown = event instanceof CustomEvent ? event.detail : undefined
  return typeof detail === 'string' ? detail : ''
}

export function isNewer(one: string, other: string): boolean {
  return compareVersions(one, other) > 0
}

function isAtLeast(one: string, other: string): boolean {
  return isVersion(one) && compareVersions(one, other) >= 0
}

const isVersion = (text: string): boolean => /^\d+(\.\d+)*$/.test(text)

function compareVersions(one: string, other: string): number {
  if (!isVersion(one) || !isVersion(other)) return isVersion(one) ? 1 : isVersion(other) ? -1 : 0
  const [ours, theirs] = [one.split('.').map(Number), other.split('.').map(Number)]
  const places = ours.map((_, at) => (ours[at] ?? 0) - (theirs[at] ?? 0))
  return places.find(difference => difference !== 0) ?? ours.length - theirs.length
}
