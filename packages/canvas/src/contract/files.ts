import { toFileId } from '@recourse/core'
import { downloadFile } from '../files/download.ts'
import { copyFile, deleteFile, getCourseFile, getFile, listFiles, listFolderFiles, updateFile } from '../files/files.ts'
import { createFolder, findFolderByPath, getRootFolder, listFolders } from '../files/folders.ts'
import type { Bench } from './bench.ts'
import { describe, expect } from './runner.ts'

/** canvas-api §2.5. */
export function describeFiles(bench: Bench): void {
  describe('a file', () => fileChecks(bench))
  describe('a folder', () => folderChecks(bench))
}

function fileChecks({ check, canvas, newCourse, newFile }: Bench): void {
  check('is uploaded in three steps, and read back byte for byte', async () => {
    const { id } = await newCourse()
    const bytes = Uint8Array.from({ length: 1000 }, (_, at) => at % 256)
    const content = new Blob([bytes], { type: 'image/png' })
    const file = await newFile(id, 'Ä & b.png', { content })
    expect(file).toMatchObject({ displayName: 'Ä & b.png', contentType: 'image/png', size: 1000, isLocked: false })
    expect(await downloadFile(canvas, await getFile(canvas, file.id))).toEqual(bytes)
  })

  check('that takes the place of another has a new id, and the old one leads to it', async () => {
    const { id } = await newCourse()
    const first = await newFile(id, 'a.png', { parent: { path: 'images' } })
    const second = await newFile(id, 'a.png', { parent: { path: 'images' }, content: new Blob(['new']) })
    expect(second.id).not.toBe(first.id)
    expect(second.displayName).toBe('a.png')
    expect(await getCourseFile(canvas, id, first.id)).toMatchObject({ id: second.id, size: 3 })
    expect((await listFiles(canvas, id)).map(file => file.id)).toEqual([second.id])
  })

  check('gets another name where its own is taken and it may not replace', async () => {
    const { id } = await newCourse()
    const first = await newFile(id, 'a.png', { parent: { path: 'images' } })
    const second = await newFile(id, 'a.png', { parent: { path: 'images' }, onDuplicate: 'rename' })
    expect(second.displayName).not.toBe('a.png')
    expect(new Set((await listFiles(canvas, id)).map(file => file.id))).toEqual(new Set([first.id, second.id]))
  })

  check('is copied from another course', async () => {
    const [from, to] = [await newCourse(), await newCourse()]
    const file = await newFile(from.id, 'a.png')
    const folder = await getRootFolder(canvas, to.id)
    const copy = await copyFile(canvas, file.id, { folderId: folder.id })
    expect(copy).toMatchObject({ displayName: 'a.png', folderId: folder.id, size: file.size })
    expect(await downloadFile(canvas, copy)).toEqual(await downloadFile(canvas, await getFile(canvas, file.id)))
    expect((await copyFile(canvas, file.id, { folderId: folder.id })).displayName).not.toBe('a.png')
  })

  check('is renamed, locked, hidden, moved and deleted', async () => {
    const { id } = await newCourse()
    const file = await newFile(id, 'a.png')
    const folder = await createFolder(canvas, id, { name: 'Other' })
    await updateFile(canvas, file.id, { name: 'b.png', isLocked: true, folderId: folder.id })
    expect(await getFile(canvas, file.id)).toMatchObject({ displayName: 'b.png', isLocked: true, folderId: folder.id })
    await updateFile(canvas, file.id, { isLocked: false, isHidden: true })
    expect(await getFile(canvas, file.id)).toMatchObject({ isLocked: false, isHidden: true })
    await deleteFile(canvas, file.id)
    expect(await listFiles(canvas, id)).toEqual([])
    await expect(getFile(canvas, toFileId('99999999999'))).rejects.toMatchObject({ kind: 'missing' })
  })
}

function folderChecks({ check, canvas, newCourse, newFile }: Bench): void {
  check('is found by its path, with all above it, and is made by an upload', async () => {
    const { id } = await newCourse()
    const file = await newFile(id, 'a.png', { parent: { path: 'images/Week 1 & 2' } })
    const path = await findFolderByPath(canvas, id, 'images/Week 1 & 2')
    const root = await getRootFolder(canvas, id)
    expect(path?.map(folder => folder.fullName)).toEqual([
      root.fullName,
      `${root.fullName}/images`,
      `${root.fullName}/images/Week 1 & 2`,
    ])
    expect(path?.at(-1)).toMatchObject({ id: file.folderId, filesCount: 1 })
    expect(await findFolderByPath(canvas, id, 'images/none')).toBeUndefined()
    expect((await findFolderByPath(canvas, id, ''))?.map(folder => folder.id)).toEqual([root.id])
  })

  check('holds its own files only, and all folders are one flat list', async () => {
    const { id } = await newCourse()
    await newFile(id, 'deep.png', { parent: { path: 'a/b' } })
    const above = await newFile(id, 'above.png', { parent: { path: 'a' } })
    const [, folder] = (await findFolderByPath(canvas, id, 'a')) ?? []
    if (folder === undefined) throw new Error('no folder')
    expect((await listFolderFiles(canvas, folder.id)).map(file => file.id)).toEqual([above.id])
    const names = (await listFolders(canvas, id)).map(each => each.name)
    expect(names).toEqual(expect.arrayContaining(['course files', 'a', 'b']))
  })
}
