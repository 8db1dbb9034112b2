import { CanvasError } from '@recourse/canvas'
import { describe, expect, it, vi } from 'vitest'
import { feature, startFeatures } from './feature.ts'

const here = [() => true]

describe('features', () => {
  it('start only where they belong', () => {
    const started: string[] = []
    const make = (id: string, isHere: boolean) => feature({ id, on: [() => isHere], init: () => void started.push(id) })
    startFeatures([make('a', true), make('b', false)], new AbortController().signal)
    expect(started).toEqual(['a'])
  })

  it('fall alone, and say so once', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const second = vi.fn()
    const failing = feature({ id: 'failing', on: here, init: () => Promise.reject(new Error('no')) })
    const throwing = feature({
      id: 'throwing',
      on: here,
      init: () => {
        throw new Error('no')
      },
    })
    startFeatures([throwing, failing, feature({ id: 'second', on: here, init: second })], new AbortController().signal)
    await vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(2))
    expect(second).toHaveBeenCalledOnce()
    warn.mockRestore()
  })

  it('say nothing where Canvas says that this person may not', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const init = () => Promise.reject(new CanvasError('denied', 'not yours', { task: 'read the pages' }))
    startFeatures([feature({ id: 'denied', on: here, init })], new AbortController().signal)
    await new Promise(resolve => setTimeout(resolve))
    expect(warn).not.toHaveBeenCalled()
    warn.mockRestore()
  })

  it('say nothing when they are torn down', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const controller = new AbortController()
    const init = (signal: AbortSignal) =>
      new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    startFeatures([feature({ id: 'waiting', on: here, init })], controller.signal)
    controller.abort()
    await new Promise(resolve => setTimeout(resolve))
    expect(warn).not.toHaveBeenCalled()
    warn.mockRestore()
  })
})
