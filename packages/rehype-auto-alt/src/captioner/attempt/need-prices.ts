import { OptionError } from '../../errors/option-error.ts'
import { type OwnPrices, membersOf, priceOf } from '../../providers/cost-model.ts'
import type { Provider } from '../../providers/provider.ts'

/** Throws an `OptionError` where a limit in dollars could not be kept, because nobody knows what tokens cost. */
export function needPrices(provider: Provider, prices: OwnPrices): void {
  const unknown = membersOf(provider).filter((member) => priceOf(member, prices) === undefined)
  const [first] = unknown
  if (!first) return
  const names = unknown.map(({ id }) => id).join(', ')
  throw new OptionError(
    'budget',
    `budget.usd: what tokens of ${names} cost is not known. ` +
      `Set \`prices: { '${first.id}': { input: …, output: … } }\` in US dollars for a million tokens, or use \`budget.tokens\`.`
  )
}
