import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Card } from '../../content/card.ts'
import type { DrawAnswer, DrawRequest } from './draw-process.ts'
import { unpackFonts } from './fonts.ts'

const program = join(import.meta.dirname, 'draw-process.ts')

/** The process takes 80 MB, so it does not stay when there is nothing to draw. */
const IDLE_MS = 5000

/**
 * Draws a card, in a process of its own: the library that draws looks for fonts by a variable of its environment, once.
 *
 * @returns the bytes of a PNG of 1200 × 630 pixels, the same for the same card
 * @throws Error when it cannot be drawn
 */
export async function drawCard({ svg }: Card): Promise<Uint8Array> {
  drawing ??= startDrawing().catch((error: unknown) => {
    // What kept it from starting may be gone by the next card.
    drawing = undefined
    throw error
  })
  return (await drawing).draw(svg)
}

let drawing: Promise<Drawing> | undefined

type Drawing = { draw(svg: string): Promise<Uint8Array> }
type Waiting = { resolve: (png: Uint8Array) => void; reject: (error: Error) => void }

async function startDrawing(): Promise<Drawing> {
  const { folder, configuration } = await unpackFonts()
  const child = fork(program, [folder], {
    env: { ...process.env, FONTCONFIG_FILE: configuration },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, Waiting>()
  let lastNumber = 0
  let idle: NodeJS.Timeout | undefined

  child.on('message', (answer: DrawAnswer) => {
    const asked = waiting.get(answer.number)
    waiting.delete(answer.number)
    if ('png' in answer) asked?.resolve(answer.png)
    else asked?.reject(new Error(`A card could not be drawn: ${answer.problem}`))
    if (waiting.size > 0) return
    keepsProcessAlive(child, false)
    idle = setTimeout(() => {
      drawing = undefined
      child.disconnect()
    }, IDLE_MS).unref()
  })
  child.on('error', (error) => {
    drawing = undefined
    refuseAll(waiting, error)
  })
  child.on('exit', (code) => {
    drawing = undefined
    clearTimeout(idle)
    refuseAll(waiting, new Error(`The process that draws cards ended with ${code}.`))
  })

  return {
    draw: (svg) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle)
        keepsProcessAlive(child, true)
        const request: DrawRequest = { number: ++lastNumber, svg }
        waiting.set(request.number, { resolve, reject })
        child.send(request)
      }),
  }
}

function refuseAll(waiting: Map<number, Waiting>, error: Error): void {
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}

/** Whether this process waits for that one before it ends. */
function keepsProcessAlive(child: ChildProcess, keeps: boolean): void {
  if (keeps) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}
