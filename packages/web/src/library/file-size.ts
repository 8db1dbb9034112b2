const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** As people say it: 1.4 MB. */
export function toFileSize(bytes: number): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const unit = units[step]
  const count = bytes / 1000 ** step
  return new Intl.NumberFormat('en', {
    style: 'unit',
    unit,
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(count)
}
