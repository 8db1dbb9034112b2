/** Two institutions' looks: what the Theme Editor's colours come to. */
export const BRANDS = ['canvas', 'second'] as const
export type Brand = (typeof BRANDS)[number]

interface Colours {
  readonly primary: string
  readonly fontColor: string
  readonly button: string
  readonly navigation: string
  readonly link: string
}

const COLOURS: Readonly<Record<Brand, Colours>> = {
  canvas: { primary: '#2b7abc', fontColor: '#273540', button: '#2b7abc', navigation: '#334451', link: '#2b7abc' },
  second: { primary: '#7a1f3d', fontColor: '#2b1b20', button: '#0f5f4b', navigation: '#2a0f18', link: '#7a1f3d' },
}

/** The variables scripts find on `:root` in every Canvas page, derived as Canvas derives them: mixed with black and white. */
export function toBrandVariables(brand: Brand): Record<string, string> {
  const { primary, fontColor, button, navigation, link } = COLOURS[brand]
  return {
    '--ic-brand-primary': primary,
    '--ic-brand-primary-darkened-5': mix(primary, 0, 5),
    '--ic-brand-primary-darkened-10': mix(primary, 0, 10),
    '--ic-brand-primary-darkened-15': mix(primary, 0, 15),
    '--ic-brand-primary-lightened-5': mix(primary, 255, 5),
    '--ic-brand-primary-lightened-10': mix(primary, 255, 10),
    '--ic-brand-primary-lightened-15': mix(primary, 255, 15),
    '--ic-brand-primary--primary-bgd-darkened-15': mix(primary, 0, 15),
    '--ic-brand-font-color-dark': fontColor,
    '--ic-brand-font-color-dark-lightened-15': mix(fontColor, 255, 15),
    '--ic-brand-font-color-dark-lightened-28': mix(fontColor, 255, 28),
    '--ic-brand-button--primary-bgd': button,
    '--ic-brand-button--primary-bgd-darkened-5': mix(button, 0, 5),
    '--ic-brand-button--primary-bgd-darkened-15': mix(button, 0, 15),
    '--ic-brand-button--primary-text': '#ffffff',
    '--ic-brand-button--secondary-bgd': fontColor,
    '--ic-brand-button--secondary-text': '#ffffff',
    '--ic-link-color': link,
    '--ic-link-color-darkened-10': mix(link, 0, 10),
    '--ic-link-decoration': 'none',
    '--ic-brand-global-nav-bgd': navigation,
    '--ic-brand-global-nav-ic-icon-svg-fill': '#ffffff',
    '--ic-brand-global-nav-ic-icon-svg-fill--active': primary,
    '--ic-brand-global-nav-menu-item__text-color': '#ffffff',
    '--ic-brand-global-nav-menu-item__text-color--active': primary,
    '--ic-brand-header-image': 'none',
  }
}

/** A colour moved by some percent towards black (0) or white (255). */
function mix(colour: string, towards: number, percent: number): string {
  const channels = [1, 3, 5].map(start => Number.parseInt(colour.slice(start, start + 2), 16))
  const moved = channels.map(value => Math.round(value + ((towards - value) * percent) / 100))
  return `#${moved.map(value => value.toString(16).padStart(2, '0')).join('')}`
}
