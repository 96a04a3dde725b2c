import type { RuleLevels } from '../rules/findings/audit-rules.ts'
import type { ImageUse } from '../rules/image-use.ts'
import type { Provider } from '../providers/provider.ts'
import type { CaptionsOption } from './captions-option.ts'

/** Extra instructions for the model: a text, or a function of the use that gives one. */
export type PromptOption = string | ((use: ImageUse) => string | undefined)

/** What a dev server does with the pages that it serves. */
export type DevOption =
  | 'stored'
  | 'generate'
  | false
  | {
      /** As the option itself. Default `'stored'`. */
      mode?: 'stored' | 'generate' | undefined
      /** Let other machines write through the toolbar as well, where the server listens on the network. Default `false`. */
      lan?: boolean | undefined
    }

/**
 * What auto-alt can be told. Every field is optional. An unknown name or a value of the wrong type is an
 * `OptionError` that names the option and what it takes.
 */
export interface Options {
  /** Project root, absolute or relative to the working folder. Default: folder of the nearest `package.json`. */
  root?: string | undefined
  /** Folder or folders that answer `/x.png`, relative to `root`. Default: `public` and `static`, whichever exist. */
  publicDir?: string | readonly string[] | undefined
  /** Folders, relative to `root`, that images may be read from after resolving links. Default: `root` and the public folders. */
  roots?: readonly string[] | undefined
  /** URL prefix of the site, beginning and ending with `/`. Default `'/'`. */
  base?: string | undefined
  /**
   * Where captions are kept: path of the captions file relative to `root`, or a Keyv instance or storage adapter
   * (Keyv 5 or 6), or a `Map`. Default `'alt-text.json'`.
   */
  captions?: CaptionsOption | undefined
  /**
   * Who describes images: a preset (`'ollama'`), a preset and model (`'openai:gpt-5-mini'`), `'transformers:<model>'`
   * or `'tesseract'` for what runs in this process, a provider object, a list
   * tried in order, `false` for nobody, or `'auto'`. With `'auto'` a build asks only what `AUTO_ALT_PROVIDER` or
   * `AUTO_ALT_BASE_URL` name; a vendor's key that lies in the environment is used by the commands that exist to ask.
   * Default `'auto'`.
   */
  provider?: 'auto' | (string & {}) | Provider | readonly (string | Provider)[] | false | undefined
  /** Model id, for presets given without one. Default: `AUTO_ALT_MODEL`, then the preset's own. */
  model?: string | undefined
  /** Base URL of an OpenAI-compatible server, up to and including `/v1`. Default: `AUTO_ALT_BASE_URL`, then the preset's own. */
  baseURL?: string | undefined
  /** Key for the provider. Not allowed in a JSON config file. Default: `AUTO_ALT_API_KEY`, then the vendor's own variable. */
  apiKey?: string | undefined
  /** Organisation that Hugging Face bills, by its name there. Default: `HF_BILL_TO`, then the owner of the key. */
  billTo?: string | undefined
  /** Take answers as a stream, for gateways that end connections which are silent for long. Default `false`. */
  stream?: boolean | undefined
  /**
   * Ask nobody, open no connection, write nothing to the captions file: stored captions and words embedded in images
   * only. Default: `true` in CI for builds and `fill`, else `false`.
   */
  frozen?: boolean | undefined
  /**
   * Which stored captions reach a page. `'clean'`: approved, edited, embedded and human ones, and generated ones
   * without problems. `'approved'`: only what a person approved or wrote. `'all'`: also generated ones with problems.
   * Default `'clean'`.
   */
  publish?: 'clean' | 'approved' | 'all' | undefined
  /** Most characters (graphemes) of a caption that a model writes, 20 to 1000. Default `120`. */
  maxLength?: number | undefined
  /** End captions that a model writes with a full stop. Default `false`. */
  fullStop?: boolean | undefined
  /**
   * What an empty alternative means. `'auto'`: `![](x)` is missing, `<img alt="">` is decorative. `'decorative'`:
   * never fill one. `'missing'`: fill every one. Default `'auto'`.
   */
  emptyAlt?: 'auto' | 'decorative' | 'missing' | undefined
  /** `'accept'`: write `alt=""` where the model judges an image decorative. `'propose'`: leave that to a person. Default `'propose'`. */
  decorative?: 'propose' | 'accept' | undefined
  /** Language of the site, a BCP 47 tag: of captions where `lang`, frontmatter and the page's path say nothing. Default `'en'`. */
  language?: string | undefined
  /**
   * Send title, description, headings, caption, product data, the text around the image and the words of its file name
   * along. Default `true`.
   */
  context?: boolean | undefined
  /**
   * Send up to five alternatives that people wrote or approved on the same site along, as examples of its voice. Nothing
   * is sent with `context: false`. Default `true`.
   */
  voice?: boolean | undefined
  /**
   * Have each new caption looked at again: does the picture show what it says? `true`: by the same provider;
   * `'preset:model'` or a provider object: by another. What the picture does not show is flagged (`not-visible`) and
   * reaches no page before a person has looked at it. One more request for each image. An error where nobody can.
   * Default `false`.
   */
  verify?: boolean | (string & {}) | Provider | undefined
  /** `'image'`: one caption for an image wherever it stands. `'page'`: one for each page it stands on. Default `'image'`. */
  contextKey?: 'image' | 'page' | undefined
  /** For an image that stays without: `'warn'` says so, `'error'` fails the run, `'ignore'` says nothing. Default `'warn'`. */
  onMissing?: 'warn' | 'error' | 'ignore' | undefined
  /** Globs over image paths (from `root`) and URLs; others are never read nor sent. Default: all. */
  include?: readonly string[] | undefined
  /** Globs over image paths (from `root`) and URLs that are never read nor sent. Default: none. */
  exclude?: readonly string[] | undefined
  /**
   * Further component names that are images, as `['Image', 'Figure']`, in the letter case they are written in; in Vue in
   * kebab-case too. Default: those that the README lists.
   */
  components?: readonly string[] | undefined
  /** Images of other hosts. Default: none is fetched. */
  remote?:
    | {
        /** Hosts (`cdn.example.com`, `*.example.com`) whose images may be fetched. Default: none. */
        allow?: readonly string[] | undefined
        /** Exact `host:port` pairs that may resolve to a non-public address. Default: none. */
        private?: readonly string[] | undefined
      }
    | undefined
  /**
   * Read the words in pictures on this machine with Tesseract, from the packages `tesseract.js` and
   * `@tesseract.js-data/<language>`. A model is told what was read; without a provider an image of text gets its words,
   * and no other image gets any. `true` reads the words of `language`. Default `false`.
   */
  ocr?:
    | boolean
    | {
        /** Languages of the words, as BCP 47 tags or Tesseract's own names. Default: the option `language`. */
        languages?: readonly string[] | undefined
        /** Least confidence of a word, 0 to 1. Default `0.7`. */
        confidence?: number | undefined
      }
    | undefined
  /** Refuse any provider whose address is not loopback. Default `false`. */
  localOnly?: boolean | undefined
  /** Most that one run may use; at the limit the rest is left and reported. Default: no limit. */
  budget?:
    | {
        /** HTTP requests to providers. */
        requests?: number | undefined
        /** Input and output tokens, as the provider counts them; where it does not, as estimated. */
        tokens?: number | undefined
        /** US dollars. An error where the price of the provider is not known: see `prices`. */
        usd?: number | undefined
      }
    | undefined
  /**
   * What tokens cost, in US dollars for a million, by provider and model as the captions file names them:
   * `{ 'inference.net:google/gemma-3-27b-instruct/bf-16': { input: 0.15, output: 0.3 } }`. They win over the list prices
   * that docs/providers.md shows. Default: those.
   */
  prices?: Readonly<Record<string, { input: number; output: number }>> | undefined
  /** How `auto-alt batch` and `generate --batch` send requests. */
  batch?:
    | {
        /**
         * `'files'`: OpenAI's Batch API, which Inference.net has, too. `'groups'`: Inference.net's groups of at most 50.
         * Default `'files'`.
         */
        api?: 'files' | 'groups' | undefined
        /** Base URL that takes them, up to and including `/v1`. Default: `AUTO_ALT_BATCH_BASE_URL`, then the preset's own. */
        baseURL?: string | undefined
      }
    | undefined
  /** Most requests at a time, 1 to 64; rate control adapts below it. Default `8`, `1` for servers on loopback. */
  concurrency?: number | undefined
  /** How often a request that failed for a passing reason is sent again, per image, 0 to 10. Default `3`. */
  retries?: number | undefined
  /** Add `data-alt-origin="ai"` to what a model wrote. Default `false`. */
  provenance?: boolean | undefined
  /**
   * Give the pictures that a page hands to other sites (`og:image`, `twitter:image`, JSON-LD `ImageObject`) the captions
   * that are stored for them: `og:image:alt`, `twitter:image:alt` and `caption`. Never asks for one. Default `false`:
   * they are counted, and reported by the audit.
   */
  social?: boolean | undefined
  /**
   * Long descriptions of charts and diagrams. `'describedby'`: hidden text behind the image that `aria-describedby`
   * names; `'details'`: `<details>` behind the block that holds the image, for everybody to open. Either asks the model
   * for one where a picture is drawn. Default `false`: none is asked for, and none is written.
   */
  longDescription?: 'describedby' | 'details' | false | undefined
  /** Extra instructions for the model. A function is not possible in a JSON config file. Default: none. */
  prompt?: PromptOption | undefined
  /**
   * For dev servers (Vite, Astro, VitePress). `'stored'`: pages get stored captions and words embedded in images;
   * `'generate'`: what is missing is captioned in the background, then pages reload; `false`: pages stay as they are.
   * Default `'stored'`.
   */
  dev?: DevOption | undefined
  /** For Astro: give stored captions to pages that are rendered on demand. Each such response is buffered. Default `false`. */
  ssr?: boolean | undefined
  /**
   * For the audit: rules that are not to have their own level, as `{ 'too-long': 'off', 'filename-as-alt': 'error' }`. An
   * unknown rule is an error that lists the known ones. Default: none.
   */
  rules?: RuleLevels | undefined
  /** Read `auto-alt.config.{ts,js,json}` beside the nearest `package.json`. Options given inline win. Default `true`. */
  config?: boolean | undefined
}
