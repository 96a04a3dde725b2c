import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { CaptionsFile } from '../../src/captions/captions-file.ts'
import { parseCaptions } from '../../src/captions/captions-json.ts'
import { recordFields } from '../../src/captions/caption-record.ts'
import { recordOf } from '../../src/captions/effective-caption.ts'
import { withFileLock } from '../../src/captions/file-lock.ts'
import { CaptionsError } from '../../src/errors/captions-error.ts'
import { fileWith, generated, keyOf, project } from './samples.ts'

const cat = keyOf('cat')
const dog = keyOf('dog')

async function stored(file: string): Promise<Record<string, Record<string, unknown>>> {
  const { records } = parseCaptions(await readFile(file, 'utf8'), file)
  return Object.fromEntries(
    [...records].map(([key, record]) => [key, Object.fromEntries(recordFields(record))])
  )
}

const journals = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch((): string[] => [])).sort()

/** What a process that died leaves: a journal of its own. */
async function leaveJournal(
  cacheDir: string,
  lines: object[],
  header: object = {},
  tail = ''
): Promise<void> {
  const first = {
    journal: 1,
    captions: '../../../alt-text.json',
    time: 1,
    pid: 2 ** 22 + 1,
    host: hostname(),
    ...header
  }
  await mkdir(cacheDir, { recursive: true })
  const text = [first, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('')
  await writeFile(join(cacheDir, `journal-4194305-${(await journals(cacheDir)).length}a.jsonl`), text + tail)
}

const change = (key: string, alt: string): object => ({ key, seen: [null], record: recordOf(generated(alt)) })

test('a file that is not there is an empty store, and reading makes none', async () => {
  const { root, file } = await project()
  const store = new CaptionsFile('alt-text.json', { root })
  expect(store.location).toBe('alt-text.json')
  expect(await store.get(cat)).toBe(undefined)
  expect(await store.keysStartingWith('')).toEqual([])
  await store.flush()
  await expect(stat(file)).rejects.toThrow('ENOENT')
})

test('a caption is there at once, in the file after flush, and its journal is gone', async () => {
  const { root, file, cacheDir } = await project()
  const store = new CaptionsFile('alt-text.json', { root })
  await store.set(cat, generated('A grey cat', { files: ['cat.png'] }))
  expect(await store.get(cat)).toMatchObject({ alt: 'A grey cat', status: 'generated' })
  await expect(stat(file)).rejects.toThrow('ENOENT')
  expect(await journals(cacheDir)).toHaveLength(1)
  await store.flush()
  expect(Object.keys((await stored(file))[cat] ?? {})).toEqual([
    'alt',
    'status',
    'origin',
    'model',
    'prompt',
    'files',
    'sum',
    'problems'
  ])
  expect(await journals(cacheDir)).toEqual([])
  expect(await readdir(root)).toEqual(['alt-text.json', 'node_modules'])
  expect(await new CaptionsFile(file, { root }).get(cat)).toMatchObject({
    alt: 'A grey cat',
    files: ['cat.png']
  })
})

test('the folder of the captions file is made at flush, and a file outside the root is named by its path', async () => {
  const { root } = await project()
  const store = new CaptionsFile('content/alt/text.json', { root })
  await store.set(cat, generated('A grey cat'))
  await store.flush()
  expect(Object.keys(await stored(join(root, 'content/alt/text.json')))).toEqual([cat])
  expect(new CaptionsFile(join(root, 'a.json'), { root: join(root, 'sub') }).location).toBe(
    join(root, 'a.json')
  )
})

test('a flush with nothing new leaves the file alone, byte for byte', async () => {
  const text = fileWith({
    [cat]: { alt: 'Our cat' },
    [dog]: recordOf(generated('A dog', { files: ['b.png'] }))
  })
  const { root, file } = await project(text)
  const { mtimeMs, ino } = await stat(file)
  const store = new CaptionsFile(file, { root })
  await store.flush()
  await store.set(dog, generated('A dog', { files: ['a.png'] }))
  await store.flush()
  expect(await readFile(file, 'utf8')).toBe(text)
  expect(await stat(file)).toMatchObject({ mtimeMs, ino })
})

test('new file names are added when a record is written for another reason, and none is taken away', async () => {
  const { root, file } = await project(
    fileWith({ [cat]: recordOf(generated('A cat', { files: ['b.png', 'c.png'] })) })
  )
  const store = new CaptionsFile(file, { root })
  await store.set(cat, generated('A grey cat', { files: ['a.png'] }))
  await store.flush()
  expect((await stored(file))[cat]).toMatchObject({ alt: 'A grey cat', files: ['a.png', 'b.png', 'c.png'] })
})

test('records that nobody writes stay as a person left them', async () => {
  const byHand = { [dog]: { status: 'approved', note: 'ask Ann', alt: ' Our  dog ' } }
  const { root, file } = await project(fileWith(byHand))
  await chmod(file, 0o640)
  const store = new CaptionsFile(file, { root })
  await store.set(cat, generated('A grey cat'))
  await store.flush()
  expect((await stored(file))[dog]).toEqual(byHand[dog])
  expect((await stat(file)).mode & 0o777).toBe(0o640)
  const edited = await store.get(dog)
  if (edited) await store.set(dog, { ...edited, status: 'approved' })
  await store.flush()
  expect((await stored(file))[dog]).toMatchObject({
    alt: 'Our dog',
    status: 'approved',
    origin: 'human',
    note: 'ask Ann'
  })
})

test('what a person writes into the file during a run wins over what the run found', async () => {
  const written = { [cat]: recordOf(generated('A cat')), [dog]: recordOf(generated('A dog')) }
  const { root, file } = await project(fileWith(written))
  const store = new CaptionsFile(file, { root })
  const bird = keyOf('bird')
  await store.set(cat, generated('A grey cat'))
  await store.set(dog, generated('A brown dog'))
  await store.set(bird, generated('A bird'))
  const byHand = {
    [cat]: { ...written[cat], alt: 'Mimi, our cat' },
    [dog]: written[dog],
    [bird]: { alt: '', status: 'decorative' }
  }
  await writeFile(file, fileWith(byHand))
  await store.flush()
  expect(await stored(file)).toMatchObject({
    [cat]: { alt: 'Mimi, our cat' },
    [dog]: { alt: 'A brown dog' },
    [bird]: { status: 'decorative' }
  })
  expect(await store.get(cat)).toMatchObject({ alt: 'Mimi, our cat', status: 'edited' })
})

test('a person’s own record gives way to one that was made in the knowledge of it', async () => {
  const { root, file } = await project(fileWith({ [cat]: { alt: 'Our cat' } }))
  const store = new CaptionsFile(file, { root })
  await store.set(cat, { alt: 'Our cat Mimi', status: 'edited', origin: 'human', files: [], problems: [] })
  await store.set(cat, { alt: 'Mimi', status: 'edited', origin: 'human', files: [], problems: [] })
  await store.flush()
  expect((await stored(file))[cat]).toMatchObject({ alt: 'Mimi' })
})

test('a broken file stops the run, and stays as it is', async () => {
  const text = '{\n  "captions": {\n    oops\n  }\n}'
  const { root, file } = await project(text)
  const store = new CaptionsFile(file, { root })
  await expect(store.get(cat)).rejects.toMatchObject({
    name: 'CaptionsError',
    line: 3,
    store: 'alt-text.json'
  })
  await expect(store.set(cat, generated('A cat'))).rejects.toThrow('alt-text.json:3')
  await expect(store.flush()).rejects.toThrow('alt-text.json:3')
  expect(await readFile(file, 'utf8')).toBe(text)
})

test('a file that breaks during a run keeps its bytes, and nothing is lost once it is repaired', async () => {
  const { root, file, cacheDir } = await project(fileWith({}))
  const store = new CaptionsFile(file, { root })
  await store.set(cat, generated('A grey cat'))
  await writeFile(file, '<<<<<<< ours\n')
  await expect(store.flush()).rejects.toThrow('merge conflict')
  await store.set(dog, generated('A dog'))
  expect(await readFile(file, 'utf8')).toBe('<<<<<<< ours\n')
  expect(await journals(cacheDir)).toHaveLength(2)
  await writeFile(file, fileWith({}))
  await store.flush()
  expect(Object.keys(await stored(file)).sort()).toEqual([cat, dog].sort())
  expect(await journals(cacheDir)).toEqual([])
})

test('what is set while a flush fails is in the file after the next one', async () => {
  const { root, file, cacheDir } = await project(fileWith({}))
  const store = new CaptionsFile(file, { root })
  await store.set(cat, generated('A grey cat'))
  const during: string[] = []
  const failing = await withFileLock(join(root, '.alt-text.json.lock'), async () => {
    const result = store.flush().then(() => 'flushed', String)
    // A second journal shows that the flush has taken its changes and waits for the lock.
    while ((await journals(cacheDir)).length < 2) {
      const key = keyOf(`during ${during.length}`)
      during.push(key)
      await store.set(key, generated('Set meanwhile'))
    }
    await writeFile(file, '<<<<<<< ours\n')
    return { result }
  })
  expect(await failing.result).toContain('merge conflict')
  await writeFile(file, fileWith({}))
  await store.flush()
  expect(Object.keys(await stored(file)).sort()).toEqual([cat, ...during].sort())
})

test('a file in another encoding is refused before a letter gets lost', async () => {
  const { root, file } = await project()
  await writeFile(file, Buffer.from('{ "captions": { "a": { "alt": "caf\xe9" } } }', 'latin1'))
  await expect(new CaptionsFile(file, { root }).get(cat)).rejects.toThrow('not in UTF-8')
  await expect(new CaptionsFile(root, { root }).get(cat)).rejects.toThrow('EISDIR')
})

test('a caption that the file could not hold is refused by name', async () => {
  const { root } = await project()
  const store = new CaptionsFile('alt-text.json', { root })
  await expect(store.set(cat, generated('x'.repeat(2001)))).rejects.toMatchObject({ name: 'CaptionsError' })
  await expect(store.set('a\nb', generated('x'))).rejects.toThrow('no key of a caption')
  expect(await store.get(cat)).toBe(undefined)
})

test('with readOnly nothing is written, and what is set lasts as long as the store', async () => {
  const { root, file, cacheDir } = await project()
  await leaveJournal(cacheDir, [change(dog, 'A dog of a run that died')])
  const before = await journals(cacheDir)
  const store = new CaptionsFile(file, { root, readOnly: true })
  await store.set(cat, generated('A grey cat'))
  await store.flush()
  expect(await store.get(cat)).toMatchObject({ alt: 'A grey cat' })
  expect(await store.get(dog)).toMatchObject({ alt: 'A dog of a run that died' })
  expect(await journals(cacheDir)).toEqual(before)
  expect(await readdir(root)).toEqual(['node_modules'])
})

test('what a dead process left in its journal is read, and brought into the file by the next flush', async () => {
  const { root, file, cacheDir } = await project(fileWith({ [dog]: { alt: 'Rex' } }))
  const bird = keyOf('bird')
  const lines = [
    change(cat, 'A cat'),
    change(cat, 'A grey cat'),
    change(dog, 'A dog'),
    change(bird, 'A bird'),
    { key: bird, seen: [null], record: null }
  ]
  await leaveJournal(
    cacheDir,
    lines,
    {},
    JSON.stringify(change(keyOf('torn'), 'A caption that was never promi')).slice(0, -40)
  )
  const store = new CaptionsFile(file, { root })
  expect(await store.keysStartingWith('')).toEqual([cat, dog].sort())
  expect(await store.get(dog)).toMatchObject({ alt: 'Rex' })
  await store.flush()
  expect(await stored(file)).toMatchObject({ [cat]: { alt: 'A grey cat' }, [dog]: { alt: 'Rex' } })
  expect(Object.keys(await stored(file))).toHaveLength(2)
  expect(await journals(cacheDir)).toEqual([])
})

test('a last line without its line break was not promised, and does not count', async () => {
  const { root, file, cacheDir } = await project()
  await leaveJournal(cacheDir, [change(cat, 'A cat')], {}, JSON.stringify(change(dog, 'A dog')))
  expect(await new CaptionsFile(file, { root }).keysStartingWith('')).toEqual([cat])
})

test('the journal of a live process, or of another project, is left alone', async () => {
  const { root, file, cacheDir } = await project()
  await leaveJournal(cacheDir, [change(cat, 'From a live process')], { pid: process.ppid })
  await leaveJournal(cacheDir, [change(cat, 'From a later process with its pid')], {
    pid: process.ppid,
    started: '1',
    time: 2
  })
  await leaveJournal(cacheDir, [change(dog, 'From another project')], { captions: '../other.json' })
  await leaveJournal(cacheDir, [change(keyOf('bird'), 'From another machine')], { host: 'another', pid: 1 })
  const store = new CaptionsFile(file, { root })
  expect(await store.keysStartingWith('')).toEqual([cat, keyOf('bird')].sort())
  await store.flush()
  expect(await journals(cacheDir)).toHaveLength(process.platform === 'linux' ? 3 : 4)
})

test('two stores of one process see what the other has not flushed yet, and lose nothing', async () => {
  const { root, file, cacheDir } = await project()
  const first = new CaptionsFile(file, { root })
  await first.set(cat, generated('A grey cat'))
  const second = new CaptionsFile(file, { root })
  expect(await second.get(cat)).toMatchObject({ alt: 'A grey cat' })
  await second.set(dog, generated('A dog'))
  await Promise.all([second.flush(), first.flush(), second.flush()])
  expect(Object.keys(await stored(file)).sort()).toEqual([cat, dog].sort())
  expect(await journals(cacheDir)).toEqual([])
})

test('what is set while the file is being rewritten comes with the next flush', async () => {
  const { root, file } = await project()
  const store = new CaptionsFile(file, { root })
  await store.set(cat, generated('A grey cat'))
  const flushed = store.flush()
  await Promise.all(
    Array.from({ length: 50 }, (_, index) => store.set(keyOf(`${index}`), generated(`Number ${index}`)))
  )
  await flushed
  expect(await store.keysStartingWith('')).toHaveLength(51)
  await store.flush()
  expect(Object.keys(await stored(file))).toHaveLength(51)
})

test('a caption is deleted from the file, unless somebody has written a new one since', async () => {
  const { root, file } = await project(fileWith({ [cat]: { alt: 'Cat' }, [dog]: { alt: 'Dog' } }))
  const store = new CaptionsFile(file, { root })
  expect(await Promise.all([store.delete(cat), store.delete(dog), store.delete(keyOf('bird'))])).toEqual([
    true,
    true,
    false
  ])
  expect(await store.get(cat)).toBe(undefined)
  await writeFile(file, fileWith({ [cat]: { alt: 'Cat' }, [dog]: { alt: 'Rex' } }))
  await store.flush()
  expect(Object.keys(await stored(file))).toEqual([dog])
})

test('an image that is known by address only is found among the files, in its language', async () => {
  const url = 'https://example.org/cat.png'
  const files = [url]
  const { root, file } = await project(
    fileWith({
      [keyOf('cat', ':en:link=/cats')]: { alt: 'Cats', files },
      [keyOf('cat', ':de')]: { alt: 'Katze', files }
    })
  )
  const store = new CaptionsFile(file, { root })
  expect(await store.findByFile(url, 'en')).toBe(undefined)
  await store.set(cat, generated('A cat', { files }))
  expect(await store.findByFile(url, 'en')).toMatchObject({ key: cat, caption: { alt: 'A cat' } })
  expect(await store.findByFile(url, 'de')).toMatchObject({ caption: { alt: 'Katze' } })
  expect(await store.keysStartingWith(`${cat}:link=`)).toEqual([keyOf('cat', ':en:link=/cats')])
  await store.delete(cat)
  expect(await store.findByFile(url, 'en')).toBe(undefined)
})

test('a captions file behind a symbolic link is rewritten where it is', async () => {
  const { root } = await project()
  await mkdir(join(root, 'shared'))
  await writeFile(join(root, 'shared/alt.json'), fileWith({}))
  await symlink('shared/alt.json', join(root, 'alt-text.json'))
  const store = new CaptionsFile('alt-text.json', { root })
  await store.set(cat, generated('A grey cat'))
  await store.flush()
  expect(Object.keys(await stored(join(root, 'shared/alt.json')))).toEqual([cat])
  expect(await readdir(join(root, 'shared'))).toEqual(['alt.json'])
})

test('a journal that cannot be written is an error that says where, and later sets work again', async () => {
  const { root, file } = await project()
  const cacheDir = join(root, 'cache')
  await writeFile(cacheDir, 'a file where a folder should be')
  const store = new CaptionsFile(file, { root, cacheDir })
  const error = await store.set(cat, generated('A cat')).catch((reason: unknown) => reason)
  expect(CaptionsError.isInstance(error)).toBe(true)
  expect(String(error)).toContain(cacheDir)
})

test('ten thousand records are read, found and written', async () => {
  const records = Object.fromEntries(
    Array.from({ length: 10_000 }, (_, index) => [
      keyOf(`${index}`),
      recordOf(generated(`Number ${index}`, { files: [`${index}.png`] }))
    ])
  )
  const { root, file } = await project(fileWith(records))
  const store = new CaptionsFile(file, { root })
  expect(await store.findByFile('9999.png', 'en')).toMatchObject({ key: keyOf('9999') })
  await store.set(cat, generated('A cat'))
  expect(await store.keysStartingWith('')).toHaveLength(10_001)
  await store.flush()
  expect(Object.keys(await stored(file))).toHaveLength(10_001)
})
