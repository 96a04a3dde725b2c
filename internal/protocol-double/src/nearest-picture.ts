import sharp from 'sharp'

interface Look {
  /** Width by height. */
  readonly aspect: number
  /** 8 by 8 mean colours on white, red, green, blue. */
  readonly colours: Uint8Array
}

/** An original that an incoming picture may show. */
interface Original {
  readonly file: string
  readonly look: Look
}

const side = 8

/**
 * Reads the original pictures once.
 *
 * @returns a function that tells which original a prepared JPEG or PNG shows, or `undefined` when none comes near.
 */
export async function nearestPicture(
  files: readonly string[]
): Promise<(bytes: Uint8Array) => Promise<string | undefined>> {
  const originals: Original[] = []
  for (const file of files) originals.push({ file, look: await lookOf(file) })
  return async (bytes) => {
    const look = await lookOf(bytes)
    let best: { file: string; distance: number } | undefined
    for (const original of originals) {
      const distance = distanceBetween(look, original.look)
      if (!best || distance < best.distance) best = { file: original.file, distance }
    }
    return best && best.distance < farthest ? best.file : undefined
  }
}

/** Mean difference of a colour channel (0 to 255) above which two pictures are not the same. */
const farthest = 24
/** What a wholly different shape counts for, in the same unit: scaling rounds a side by at most a pixel. */
const weightOfShape = 200

function distanceBetween(one: Look, other: Look): number {
  let sum = 0
  for (const [index, value] of one.colours.entries()) sum += Math.abs(value - (other.colours[index] ?? 0))
  return sum / one.colours.length + weightOfShape * Math.abs(Math.log(one.aspect / other.aspect))
}

async function lookOf(source: string | Uint8Array): Promise<Look> {
  const { autoOrient } = await sharp(source, { pages: 1 }).metadata()
  const colours = await sharp(source, { pages: 1 })
    .autoOrient()
    .toColourspace('srgb')
    .flatten({ background: '#fff' })
    .resize(side, side, { fit: 'fill', kernel: 'cubic' })
    .removeAlpha()
    .raw()
    .toBuffer()
  return {
    aspect: autoOrient.width / autoOrient.height,
    colours: new Uint8Array(colours)
  }
}
