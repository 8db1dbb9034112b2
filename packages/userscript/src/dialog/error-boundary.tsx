import { Component, type ComponentChildren, type JSX } from 'preact'

interface BoundaryProps {
  readonly children: ComponentChildren
  readonly fallback: (error: unknown) => JSX.Element
}

/** A defect of ours ends in words, not in an empty dialog. */
export class ErrorBoundary extends Component<BoundaryProps, { readonly error: unknown; readonly hasFailed: boolean }> {
  override state: { error: unknown; hasFailed: boolean } = { error: undefined, hasFailed: false }

  static override getDerivedStateFromError(error: unknown): { error: unknown; hasFailed: boolean } {
    return { error, hasFailed: true }
  }

  override render({ children, fallback }: BoundaryProps): ComponentChildren {
    return this.state.hasFailed ? fallback(this.state.error) : children
  }
}
