import { toCourseId, toFolderId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { jsonReply, ORIGIN, type ScriptedReply, scriptCanvas } from '../scripted-fetch.ts'
import type { CanvasFile } from '../wire/file.ts'
import { uploadFile } from './upload.ts'

const course = toCourseId('5')
const STORAGE = 'https://storage.test/bucket'
const fileJson = { id: '9', folder_id: '3', display_name: 'a.png', size: 3, 'content-type': 'image/png' }
const announced = (url = STORAGE): Response =>
  jsonReply({ upload_url: url, upload_params: { key: 'k', Policy: 'p', size: 3, none: null }, file_param: 'file' })
const input = { name: 'ä "b" & c.png', content: new Blob(['abc'], { type: 'image/png' }) }
const stored = (status: number, location: string): Response => new Response(null, { status, headers: { location } })

function upload(replies: readonly ScriptedReply[], options = {}) {
  const script = scriptCanvas(replies, options)
  return { ...script, result: uploadFile(script.canvas, course, input) }
}

describe('uploadFile', () => {
  it('announces, sends every field in order and the file last, and confirms', async () => {
    let sent: FormData | undefined
    const storage: ScriptedReply = async request => {
      sent = await request.formData()
      return stored(201, `${ORIGIN}/api/v1/files/9?include%5B%5D=enhanced_preview_url`)
    }
    const { result, requests } = upload([announced(), storage, jsonReply(fileJson)])
    expect(await result).toMatchObject<Partial<CanvasFile>>({ displayName: 'a.png', contentType: 'image/png' })
    expect([...(sent?.keys() ?? [])]).toEqual(['key', 'Policy', 'size', 'none', 'file'])
    expect(sent?.get('none')).toBe('')
    const file = sent?.get('file')
    expect(file instanceof File && [file.name, file.size]).toEqual([input.name, 3])
    expect(await requests[0]?.json()).toEqual({
      name: input.name,
      size: 3,
      content_type: 'image/png',
      on_duplicate: 'overwrite',
    })
  })

  it('sends the token to Canvas, never to the storage', async () => {
    const confirmation = `${ORIGIN}/api/v1/files/9/create_success?uuid=x`
    const { result, requests } = upload([announced(), stored(303, confirmation), jsonReply(fileJson)])
    await result
    expect(
      requests.map(request => [request.method, new URL(request.url).host, request.headers.has('authorization')]),
    ).toEqual([
      ['POST', 'canvas.test', true],
      ['POST', 'storage.test', false],
      ['GET', 'canvas.test', true],
    ])
    expect(requests[1]?.credentials).toBe('omit')
  })

  it('sends no token when the storage is Canvas itself: the fields are signed', async () => {
    const { result, requests } = upload([
      announced(`${ORIGIN}/files_api`),
      stored(302, '/api/v1/files/9'),
      jsonReply(fileJson),
    ])
    await result
    expect(requests.map(request => request.headers.has('authorization'))).toEqual([true, false, true])
  })

  it('asks a confirmation on another host without the token', async () => {
    const { result, requests } = upload([
      announced(),
      stored(201, 'https://vanity.test/api/v1/files/9'),
      jsonReply(fileJson),
    ])
    await result
    expect(requests[2]?.headers.has('authorization')).toBe(false)
  })

  it('takes the address of the confirmation from the body, where a browser cannot read the header', async () => {
    const body = jsonReply({ location: `${ORIGIN}/api/v1/files/9` }, { status: 201 })
    expect(await upload([announced(), body, jsonReply(fileJson)]).result).toMatchObject({ displayName: 'a.png' })
  })

  it('takes the file itself as confirmation, after a browser followed the redirect', async () => {
    const auth = { kind: 'session', csrfToken: () => 'csrf' } as const
    const { result, requests } = upload([announced(), jsonReply(fileJson)], { auth })
    expect(await result).toMatchObject({ displayName: 'a.png' })
    expect(requests[1]?.redirect).toBe('follow')
    expect(requests.map(request => request.headers.get('x-csrf-token'))).toEqual(['csrf', null])
  })

  it.each<[string, ScriptedReply, object]>([
    ['breaks', new TypeError('fetch failed'), { kind: 'down' }],
    ['answers with an error', new Response('<Error/>', { status: 400 }), { kind: 'down', status: 400 }],
    ['says nothing useful', new Response('ok'), { kind: 'down', status: 200 }],
    ['finds it too large', new Response('', { status: 413 }), { kind: 'too-large' }],
    ['points to a strange place', stored(201, 'ftp://storage.test/x'), { kind: 'malformed' }],
  ])('does not repeat the sending when the storage %s', async (_, reply, expected) => {
    const { result, requests } = upload([announced(), reply])
    await expect(result).rejects.toMatchObject(expected)
    expect(requests).toHaveLength(2)
  })

  it('may have acted when the storage did not confirm', async () => {
    await expect(upload([announced(), new TypeError('cut')]).result).rejects.toMatchObject({ mayHaveActed: true })
  })

  it('does not send bytes over http where Canvas is on https', async () => {
    const { result, requests } = upload([announced('http://storage.test/bucket')])
    await expect(result).rejects.toMatchObject({ kind: 'malformed' })
    expect(requests).toHaveLength(1)
  })

  it('is refused where the quota is exceeded', async () => {
    const { result } = upload([jsonReply({ message: 'file size exceeds quota' }, { status: 400 })])
    await expect(result).rejects.toMatchObject({ kind: 'refused', details: [{ message: 'file size exceeds quota' }] })
  })

  it('names the folder by id or by path, and tells its steps', async () => {
    const steps: string[] = []
    for (const parent of [{ id: toFolderId('3') }, { path: 'images/week 1' }]) {
      const { canvas, requests } = scriptCanvas([announced(), stored(201, '/f'), jsonReply(fileJson)])
      await uploadFile(
        canvas,
        course,
        { ...input, parent, onDuplicate: 'rename' },
        { onStep: step => steps.push(step) },
      )
      expect(await requests[0]?.json()).toMatchObject({
        on_duplicate: 'rename',
        ...('id' in parent ? { parent_folder_id: '3' } : { parent_folder_path: 'images/week 1' }),
      })
    }
    expect(steps.slice(0, 3)).toEqual(['announced', 'sent', 'confirmed'])
  })

  it('ends with the abort of the caller in the middle of the sending', async () => {
    const { canvas } = scriptCanvas([announced(), 'hang'])
    const controller = new AbortController()
    const result = uploadFile(canvas, course, input, { signal: controller.signal })
    setTimeout(() => controller.abort(new Error('the person left')), 5)
    await expect(result).rejects.toThrow('the person left')
  })
})
