/** What the command line needs of the process, handed in so that it can be run inside another one. */
export interface Io {
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Exit status: done; images left under `onMissing: 'error'`; could not work. */
export const exitStatus = { done: 0, left: 1, couldNotWork: 2 } as const
