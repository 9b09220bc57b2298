import { rmSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import sharp from 'sharp'

/** What the process is asked, and what it answers. */
export type DrawRequest = { number: number; svg: string }
export type DrawAnswer = { number: number; png: Uint8Array } | { number: number; problem: string }

// A page that is being published comes before the card of one that is live.
setPriority(constants.priority.PRIORITY_LOW)

// The fonts were unpacked for this process alone. It ends when the one that asks lets go of it, or is gone.
const [, , fonts] = process.argv
process.on('exit', () => {
  if (fonts !== undefined) rmSync(fonts, { recursive: true, force: true })
})

process.on('message', ({ number, svg }: DrawRequest) => {
  draw(svg).then(
    (png) => {
      answer({ number, png })
    },
    (error: unknown) => {
      answer({ number, problem: (error as Error).message })
    },
  )
})

// No two cards are alike, and nobody waits for one: what it would keep to be quicker costs 10 MB.
sharp.cache(false)
sharp.concurrency(1)

function draw(svg: string): Promise<Uint8Array> {
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true, colours: 64 }).toBuffer()
}

function answer(message: DrawAnswer): void {
  process.send?.(message)
}
