import { useId } from 'react'
import { transferWords } from '../words/transfer-words.ts'

interface FileFieldProps {
  readonly file: File | undefined
  readonly isMissing: boolean
  readonly onChoose: (file: File | undefined) => void
}

/** The browser's own field: it is chosen with a press, by keyboard, or by dropping a file on it. */
export function FileField({ file, isMissing, onChoose }: FileFieldProps) {
  const id = useId()
  return (
    <div className="stack-tight">
      <label htmlFor={id}>
        <b>{transferWords.file}</b>
      </label>
      <input
        id={id}
        className="file-field"
        type="file"
        accept=".imscc,.zip"
        aria-describedby={`${id}-hint`}
        aria-invalid={isMissing}
        onChange={event => onChoose(event.target.files?.[0])}
      />
      <span id={`${id}-hint`} className={isMissing ? 'file-missing' : 'file-hint'}>
        {isMissing ? transferWords.missing : file ? toSize(file.size) : transferWords.fileHint}
      </span>
    </div>
  )
}

function toSize(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1000)), units.length - 1)
  const unit = units[step] ?? 'byte'
  return new Intl.NumberFormat('en', { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / 1000 ** step)
}
