/** What an institution sets for everybody, in the JavaScript of its theme, above ours (design *Company*). */
export interface Settings {
  /** Where both Canvas Collections 1.3 and Recourse could draw, Recourse does. */
  readonly takesOver: boolean
  /** Hosts whose pages a configuration may show in a frame; never that of this Canvas. Names are exact, without a port. */
  readonly iframeHosts: readonly string[]
}

/** Players that are made to be framed: each plays, and knows nothing of the page around it. */
const DEFAULT_IFRAME_HOSTS = [
  'www.youtube-nocookie.com',
  'www.youtube.com',
  'youtube.com',
  'player.vimeo.com',
  'embed.ted.com',
] as const

export function readSettings(): Settings {
  return parseSettings(Reflect.get(globalThis, 'RECOURSE'), location.hostname)
}

/** The global may hold anything, an element of that id too; what is not understood counts as not said. */
export function parseSettings(value: unknown, canvasHost: string): Settings {
  return {
    takesOver: readOwn(value, 'takesOver') === true,
    iframeHosts: parseHosts(readOwn(value, 'iframeHosts')).filter(host => host !== canvasHost.toLowerCase()),
  }
}

function readOwn(value: unknown, name: keyof Settings): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}

/** A frame of this Canvas would run as whoever looks at it: its host is taken out by the caller. */
function parseHosts(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return DEFAULT_IFRAME_HOSTS
  return value.flatMap((host: unknown) => (typeof host === 'string' && HOST.test(host) ? [host.toLowerCase()] : []))
}

const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i
