import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const INTERVAL_IN_MILLISECONDS = 1000
const PACKAGE_MANAGER = /\b(npm|npx|pnpm)\b/

type Process = { parent: number; command: string }

/**
 * Watches the package managers that started this process. When somebody ends `npx` from outside, it goes without
 * telling what it had started; without this watch the programs would go on and keep their ports.
 *
 * @param onGone called once, when one of them has gone
 * @returns stops the watch
 */
export function watchStarter(onGone: () => void): () => void {
  const chain = starters()
  if (chain.length < 2) return () => undefined
  const timer = setInterval(() => {
    if (isWhole(chain)) return
    clearInterval(timer)
    onGone()
  }, INTERVAL_IN_MILLISECONDS)
  timer.unref()
  return () => {
    clearInterval(timer)
  }
}

/** This process and those above it, up to the topmost package manager: not the shell above that, which may log out. */
function starters(): number[] {
  const chain = [process.pid]
  let length = 1
  for (let pid = process.ppid; pid > 1;) {
    const found = look(pid)
    if (!found) break
    chain.push(pid)
    if (PACKAGE_MANAGER.test(found.command)) length = chain.length
    pid = found.parent
  }
  return chain.slice(0, length)
}

/** Whether each process is still a child of the next. One that has lost its parent is given to another. */
function isWhole(chain: number[]): boolean {
  return chain.every((pid, index) => {
    const parent = chain[index + 1]
    return parent === undefined || look(pid)?.parent === parent
  })
}

function look(pid: number): Process | undefined {
  try {
    return process.platform === 'linux' ? readProc(pid) : askPs(pid)
  } catch {
    // It has ended, or this system does not tell.
    return undefined
  }
}

function readProc(pid: number): Process {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name stands in brackets and may hold anything; the state and the parent's id follow it.
  const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return {
    parent: Number(parent),
    command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
  }
}

function askPs(pid: number): Process {
  const line = execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  const [parent = '', ...command] = line.split(/\s+/)
  return { parent: Number(parent), command: command.join(' ') }
}
