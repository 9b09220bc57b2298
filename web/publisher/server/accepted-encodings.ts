import { encodings } from '../store/compression.ts'
import type { Encoding } from '../store/compression.ts'

/**
 * The encodings that a caller wants rather than the raw bytes, best first.
 *
 * @param header `Accept-Encoding`; without one the caller gets raw bytes
 */
export function acceptedEncodings(header: string | undefined): Encoding[] {
  const weights = weightsOf(header ?? '')
  const anything = weights.get('*')
  // Raw bytes that are not named are taken, but anything that is named is liked better.
  const raw = weights.get('identity') ?? 0
  return encodings
    .map(({ name }) => ({ name, weight: weights.get(name) ?? anything ?? 0 }))
    .filter(({ weight }) => weight > 0 && weight >= raw)
    .sort((a, b) => b.weight - a.weight)
    .map(({ name }) => name)
}

function weightsOf(header: string): Map<string, number> {
  const weights = new Map<string, number>()
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim())
    if (name === '') continue
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    const number = weight === undefined ? 1 : Number(weight)
    // The old name of gzip still means it.
    weights.set(name === 'x-gzip' ? 'gzip' : name, Number.isFinite(number) ? number : 0)
  }
  return weights
}
