/** Where a run says what a person should know. Each adapter maps it to its tool's own logger. */
export interface Log {
  /** Said once, for information. */
  info(message: string): void
  /** Something a person should look at. */
  warn(message: string): void
}
