/** Hands a person a text as a file, without asking any server. */
export function saveText(fileName: string, text: string, type: 'text/plain' | 'text/html'): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser takes it on its own time.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
