export { type MarkdownSyntax, parseMarkdown } from './parse-markdown.ts'
export { rehypeKeepIntent, remarkMarkIntent } from './mark-intent.ts'
