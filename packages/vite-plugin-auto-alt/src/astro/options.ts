import type { Options } from 'rehype-auto-alt'

/** Options of `rehype-auto-alt`; `root`, `publicDir` and `base` default to Astro's own. */
export interface AutoAltAstroOptions extends Options {
  /**
   * Let `<Image>` and `<Picture>` of `astro:assets` go without `alt`, which Astro refuses: they get their caption as
   * every other image does. Default `false`.
   */
  assets?: boolean | undefined
}

/** Takes the integration's own options from those of the core. */
export function splitOptions(options: AutoAltAstroOptions): { own: { assets: boolean }; core: Options } {
  const { assets = false, ...core } = options
  return { own: { assets }, core }
}
