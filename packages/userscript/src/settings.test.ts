import { describe, expect, it } from 'vitest'
import { parseSettings } from './settings.ts'

const HERE = 'canvas.example.edu'

describe('what an institution sets', () => {
  it.each([undefined, null, 7, 'takesOver', [], {}, () => true, { takesOver: 'yes' }, { takesOver: 1 }])(
    'is not that Recourse takes over, where the page says %o',
    value => {
      expect(parseSettings(value, HERE).takesOver).toBe(false)
    },
  )

  it('is that Recourse takes over, where the page says just that', () => {
    expect(parseSettings({ takesOver: true }, HERE).takesOver).toBe(true)
  })

  it('is not what an object inherits', () => {
    expect(parseSettings(Object.create({ takesOver: true, iframeHosts: ['evil.test'] }), HERE)).toEqual(
      parseSettings(undefined, HERE),
    )
  })
})

describe('hosts that may be framed', () => {
  it('are players of films unless an institution names others', () => {
    expect(parseSettings({}, HERE).iframeHosts).toContain('www.youtube-nocookie.com')
    expect(parseSettings({ iframeHosts: 'video.example.edu' }, HERE).iframeHosts).toContain('player.vimeo.com')
  })

  it('are those and no others once it does, none too', () => {
    expect(parseSettings({ iframeHosts: ['Video.Example.edu'] }, HERE).iframeHosts).toEqual(['video.example.edu'])
    expect(parseSettings({ iframeHosts: [] }, HERE).iframeHosts).toEqual([])
  })

  it('are never that of this Canvas, however it is written', () => {
    expect(parseSettings({ iframeHosts: [HERE, HERE.toUpperCase()] }, HERE).iframeHosts).toEqual([])
    expect(parseSettings({ iframeHosts: [HERE] }, 'CANVAS.example.edu').iframeHosts).toEqual([])
    expect(parseSettings({}, 'www.youtube.com').iframeHosts).not.toContain('www.youtube.com')
  })

  it.each(['*', '', 'localhost', 'https://video.test', 'video.test/x', 'video.test:8', 'a b.test', null, 7, {}])(
    'are names of hosts: %o is none',
    host => {
      expect(parseSettings({ iframeHosts: [host] }, HERE).iframeHosts).toEqual([])
    },
  )
})
