export { type MarkdownPage, type MarkdownSyntax, parseMarkdown } from './parse-markdown.ts'
