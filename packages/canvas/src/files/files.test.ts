import { toCourseId, toFileId, toFolderId } from '@recourse/core'
import { describe, expect, it } from 'vitest'
import { jsonReply, ORIGIN, scriptCanvas } from '../scripted-fetch.ts'
import { downloadFile } from './download.ts'
import { copyFile, getCourseFile } from './files.ts'
import { findFolderByPath } from './folders.ts'

const course = toCourseId('5')
const folderJson = { id: '1', name: 'course files', full_name: 'course files', parent_folder_id: null }

describe('findFolderByPath', () => {
  it('asks for each part of the path as one segment', async () => {
    const { canvas, requests } = scriptCanvas([jsonReply([folderJson])])
    expect(await findFolderByPath(canvas, course, 'images/Wk 1? & #2')).toMatchObject([{ parentFolderId: null }])
    expect(requests[0]?.url).toBe(`${ORIGIN}/api/v1/courses/5/folders/by_path/images/Wk%201%3F%20%26%20%232`)
  })

  it('takes an empty path for the root', async () => {
    const { canvas, requests } = scriptCanvas([jsonReply([folderJson])])
    await findFolderByPath(canvas, course, '')
    expect(requests[0]?.url).toBe(`${ORIGIN}/api/v1/courses/5/folders/by_path`)
  })

  it('finds nothing where Canvas finds nothing, and never climbs out of the folders', async () => {
    const { canvas, requests } = scriptCanvas([jsonReply({}, { status: 404 })])
    expect(await findFolderByPath(canvas, course, 'images')).toBeUndefined()
    expect(await findFolderByPath(canvas, course, '../../../users/self')).toBeUndefined()
    expect(requests).toHaveLength(1)
  })
})

describe('a file', () => {
  const json = {
    id: '12',
    folder_id: '3',
    display_name: 'a b.png',
    filename: 'a+b.png',
    'content-type': 'image/png',
    url: '',
    size: 4,
    locked: true,
    hidden: null,
    usage_rights: { use_justification: 'own_copyright', legal_copyright: '', license: null },
    is_master_course_child_content: true,
    restricted_by_master_course: true,
    master_course_restrictions: { content: true, settings: false },
  }

  it('becomes plain values, and may be another one than asked for', async () => {
    const { canvas } = scriptCanvas([jsonReply(json)])
    expect(await getCourseFile(canvas, course, toFileId('7'))).toMatchObject({
      id: '12',
      filename: 'a+b.png',
      isLocked: true,
      isHidden: false,
      usageRights: { useJustification: 'own_copyright', license: null },
      blueprint: { role: 'child', isLocked: true, lockedAspects: ['content'] },
    })
  })

  it('is copied under another name where the name is taken, unless told otherwise', async () => {
    const { canvas, requests } = scriptCanvas([jsonReply(json), jsonReply(json)])
    await copyFile(canvas, toFileId('7'), { folderId: toFolderId('3') })
    await copyFile(canvas, toFileId('7'), { folderId: toFolderId('3'), onDuplicate: 'overwrite' })
    expect(await requests[0]?.json()).toEqual({ source_file_id: '7', on_duplicate: 'rename' })
    expect(await requests[1]?.json()).toMatchObject({ on_duplicate: 'overwrite' })
  })
})

describe('downloadFile', () => {
  const id = toFileId('7')
  const url = `${ORIGIN}/files/7/download?verifier=v`

  it('follows to the storage and never carries the token', async () => {
    const away = new Response(null, { status: 302, headers: { location: 'https://storage.test/x' } })
    const { canvas, requests } = scriptCanvas([away, new Response('bytes')])
    expect(new TextDecoder().decode(await downloadFile(canvas, { id, url }))).toBe('bytes')
    expect(requests.map(request => request.headers.has('authorization'))).toEqual([false, false])
  })

  it('is denied where Canvas gives no address, without asking', async () => {
    const { canvas, requests } = scriptCanvas([])
    await expect(downloadFile(canvas, { id, url: '' })).rejects.toMatchObject({ kind: 'denied' })
    expect(requests).toEqual([])
  })

  it('stops at the limit', async () => {
    const { canvas } = scriptCanvas([new Response('x'.repeat(1001))])
    await expect(downloadFile(canvas, { id, url }, { maxBytes: 1000 })).rejects.toMatchObject({ kind: 'too-large' })
  })

  it('names no verifier when it fails', async () => {
    const { canvas } = scriptCanvas([new Response('', { status: 404 })])
    const failed = downloadFile(canvas, { id, url })
    await expect(failed).rejects.toMatchObject({ kind: 'missing' })
    await expect(failed).rejects.not.toMatchObject({ message: expect.stringContaining('verifier') })
  })
})
