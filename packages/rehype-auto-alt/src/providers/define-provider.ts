import type { Provider } from './provider.ts'

/**
 * Gives a provider of your own its types.
 *
 * @param provider An object with an `id` and a `describe`.
 * @returns the same object.
 */
export function defineProvider<const P extends Provider>(provider: P): P {
  return provider
}

/** Whether a value is a provider: told by its shape, so that any object and any copy of the package will do. */
export function isProvider(value: unknown): value is Provider {
  if (typeof value !== 'object' || value === null) return false
  const { id, describe } = value as Partial<Record<keyof Provider, unknown>>
  return typeof id === 'string' && id !== '' && typeof describe === 'function'
}
