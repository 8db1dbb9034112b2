import type { ComponentChildren, JSX } from 'preact'

interface ButtonProps {
  readonly onClick: () => void
  readonly kind?: 'plain' | 'primary' | 'danger' | 'link'
  readonly isDisabled?: boolean
  readonly label?: string
  readonly describedBy?: string
  readonly children: ComponentChildren
}

/** A button that cannot be pressed just now keeps its place in the order of keys, and says so. */
export function Button({
  onClick,
  kind = 'plain',
  isDisabled = false,
  label,
  describedBy,
  children,
}: ButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={`button button-${kind}`}
      aria-disabled={isDisabled ? 'true' : undefined}
      aria-label={label}
      aria-describedby={describedBy}
      onClick={() => !isDisabled && onClick()}
    >
      {children}
    </button>
  )
}

interface ChoiceProps extends Omit<ButtonProps, 'children' | 'label'> {
  readonly words: { readonly name: string; readonly meaning: string }
}

/** The reference's name, and what it means, in one control (design *Words*). */
export function Choice({ words, ...button }: ChoiceProps): JSX.Element {
  return (
    <Button {...button}>
      <span class="choice">
        <span class="choice-name">{words.name}</span>
        <span class="choice-meaning">{words.meaning}</span>
      </span>
    </Button>
  )
}
