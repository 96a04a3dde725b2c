import { type RequestListener, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished, describe, expect, test } from 'vitest'
import { fetchImage } from '../../src/images/fetch-image.ts'
import { isPublicAddress } from '../../src/images/remote-policy.ts'
import { faultOf, makeSite } from './site.ts'

interface Server {
  readonly host: string
  readonly port: number
  readonly requests: { readonly path: string; readonly headers: NodeJS.Dict<string | string[]> }[]
}

async function serve(listener: RequestListener): Promise<Server> {
  const requests: Server['requests'] = []
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', headers: request.headers })
    listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { host: `127.0.0.1:${port}`, port, requests }
}

describe('A remote image', () => {
  test('is fetched once from a private host that is listed, without credentials and cookies', async () => {
    const server = await serve((_, response) => response.setHeader('set-cookie', 'a=b').end('picture'))
    const site = await makeSite()
    const library = site.open({ remote: { allow: [], private: [server.host] } })
    const src = `http://me:secret@${server.host}/cat.png?size=2#top`
    const images = await Promise.all([library.find(src, site.page), library.find(src, site.page)])
    expect(images[0]).toBe(images[1])
    expect(Buffer.from(await images[0].bytes()).toString()).toBe('picture')
    expect(images[0].name).toBe(`http://${server.host}/cat.png`)
    expect(server.requests.map(({ path }) => path)).toEqual(['/cat.png?size=2'])
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization')
    expect(server.requests[0]?.headers).not.toHaveProperty('cookie')
    library.release(images[0])
    await images[0].bytes()
    expect(server.requests).toHaveLength(2)
  })

  test('has the digest of the same image as a file', async () => {
    const server = await serve((_, response) => response.end('picture'))
    const site = await makeSite()
    await site.write('content/cat.png', 'picture')
    const library = site.open({ remote: { allow: [], private: [server.host] } })
    const [file, remote] = await Promise.all(
      ['cat.png', `http://${server.host}/cat.png`].map((src) => library.find(src, site.page))
    )
    expect(remote?.digest).toBe(file?.digest)
  })

  test.each([
    [[], 'cdn.example.com'],
    [['example.com'], 'cdn.example.com'],
    [['*.example.com'], 'example.com'],
    [['*.example.com'], 'badexample.com'],
    [['cdn.example.com'], 'cdn.example.com.evil.test']
  ])('with %j allowed is not fetched from %s, and the message says what to set', async (allow, host) => {
    const site = await makeSite()
    const fault = await faultOf(
      site.open({ remote: { allow, private: [] } }).find(`https://${host}/cat.png?token=secret`, site.page)
    )
    expect(fault.code).toBe('remote-not-allowed')
    expect(fault.message).toContain(`Add '${host}' to \`remote.allow\``)
    expect(fault.message).not.toContain('secret')
    expect(fault.src).toBe(`https://${host}/cat.png`)
  })

  test.each([[['cdn.example.com']], [['*.example.com']], [['CDN.Example.com']]])(
    'with %j allowed passes the check of its host; frozen, no connection is made',
    async (allow) => {
      const site = await makeSite()
      const library = site.open({ remote: { allow, private: [] }, frozen: true })
      const fault = await faultOf(library.find('https://cdn.example.com/cat.png', site.page))
      expect(fault.code).toBe('remote-not-allowed')
      expect(fault.message).toContain('frozen')
    }
  )

  test('is not asked for in a frozen run', async () => {
    const server = await serve((_, response) => response.end('picture'))
    const site = await makeSite()
    const library = site.open({ remote: { allow: [], private: [server.host] }, frozen: true })
    await faultOf(library.find(`http://${server.host}/cat.png`, site.page))
    expect(server.requests).toEqual([])
  })

  test.each(['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]'])(
    'on %s is refused when the host is allowed but not listed as private',
    async (host) => {
      const server = await serve((_, response) => response.end('picture'))
      const url = new URL(`http://${host}:${server.port}/cat.png`)
      const remote = { allow: [url.hostname], private: [`${url.hostname}:${server.port + 1}`] }
      const site = await makeSite()
      const fault = await faultOf(site.open({ remote }).find(url.href, site.page))
      expect(fault.code).toBe('private-address')
      expect(fault.message).toContain(`'${url.hostname}:${server.port}' to \`remote.private\``)
      expect(server.requests).toEqual([])
    }
  )

  test('is fetched by a name that leads to a private address when that name is listed', async () => {
    const server = await serve((_, response) => response.end('picture'))
    const site = await makeSite()
    const remote = { allow: [], private: [`localhost:${server.port}`] }
    const image = await site.open({ remote }).find(`http://localhost:${server.port}/cat.png`, site.page)
    expect(Buffer.from(await image.bytes()).toString()).toBe('picture')
  })

  test('is followed through redirects on hosts that are listed', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/end.png') return response.end('picture')
      return response.writeHead(302, { location: request.url === '/a' ? '/b' : 'end.png' }).end()
    })
    const site = await makeSite()
    const library = site.open({ remote: { allow: [], private: [server.host] } })
    const image = await library.find(`http://${server.host}/a`, site.page)
    expect(Buffer.from(await image.bytes()).toString()).toBe('picture')
    expect(image.name).toBe(`http://${server.host}/a`)
  })

  test('is not followed to a private address that is not listed', async () => {
    const inner = await serve((_, response) => response.end('inner secret'))
    const server = await serve((_, response) =>
      response.writeHead(302, { location: `http://${inner.host}/` }).end()
    )
    const site = await makeSite()
    const remote = { allow: ['127.0.0.1'], private: [server.host] }
    const fault = await faultOf(site.open({ remote }).find(`http://${server.host}/cat.png`, site.page))
    expect(fault.code).toBe('private-address')
    expect(inner.requests).toEqual([])
  })

  test('is not followed to a host that is not allowed', async () => {
    const server = await serve((_, response) =>
      response.writeHead(307, { location: 'https://example.org/x' }).end()
    )
    const site = await makeSite()
    const remote = { allow: [], private: [server.host] }
    const fault = await faultOf(site.open({ remote }).find(`http://${server.host}/cat.png`, site.page))
    expect(fault.code).toBe('remote-not-allowed')
    expect(fault.message).toContain("'example.org'")
  })

  test.each([
    ['in a circle', '/cat.png', 'more than 5'],
    ['to a file', 'file:///etc/passwd', 'file:'],
    ['to nowhere', 'http://', 'no address']
  ])('that redirects %s is given up', async (_, location, word) => {
    const server = await serve((__, response) => response.writeHead(301, { location }).end())
    const site = await makeSite()
    const remote = { allow: [], private: [server.host] }
    const fault = await faultOf(site.open({ remote }).find(`http://${server.host}/cat.png`, site.page))
    expect(fault.code).toBe('fetch-failed')
    expect(fault.message).toContain(word)
    expect(server.requests.length).toBeLessThanOrEqual(6)
  })

  test('that does not exist is asked for once, however many pages show it', async () => {
    const server = await serve((_, response) => response.writeHead(404).end('not here'))
    const site = await makeSite()
    const library = site.open({ remote: { allow: [], private: [server.host] } })
    for (let page = 0; page < 3; page++) {
      const fault = await faultOf(library.find(`http://${server.host}/cat.png`, site.page))
      expect(fault.code).toBe('fetch-failed')
      expect(fault.message).toContain('404')
    }
    expect(server.requests).toHaveLength(1)
  })

  test.each(['announced', 'streamed'])('over 25 MB is given up, %s', async (way) => {
    let sent = 0
    const server = await serve((_, response) => {
      if (way === 'announced') {
        // Not one byte follows, so only the announcement can tell.
        response.setHeader('content-length', 26_000_000).flushHeaders()
        return
      }
      const megabyte = Buffer.alloc(1_000_000)
      const more = (): void => {
        while (!response.destroyed && sent < 200_000_000) {
          sent += megabyte.byteLength
          if (!response.write(megabyte)) {
            response.once('drain', more)
            return
          }
        }
      }
      more()
    })
    const site = await makeSite()
    const remote = { allow: [], private: [server.host] }
    const fault = await faultOf(site.open({ remote }).find(`http://${server.host}/cat.png`, site.page))
    expect(fault.code).toBe('too-large')
    expect(fault.message).toContain('25 MB')
    expect(sent).toBeLessThan(100_000_000)
  })

  test('that never ends to arrive is given up', async () => {
    const server = await serve((_, response) => void response.write('a beginning'))
    const remote = { allow: [], private: [server.host] }
    const fault = await faultOf(
      fetchImage(`http://${server.host}/cat.png`, remote, 'cat.png', { timeLimit: 100 })
    )
    expect(fault.code).toBe('fetch-failed')
    expect(fault.message).toContain('took longer than 0.1 s')
  })

  test('whose connection breaks, that comes compressed or empty gives its reason', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/broken')
        response.writeHead(200, { 'content-length': 100 }).write('half', () => response.destroy())
      else if (request.url === '/packed') response.setHeader('content-encoding', 'gzip').end('?')
      else response.end()
    })
    const site = await makeSite()
    const library = site.open({ remote: { allow: [], private: [server.host] } })
    const codes = ['broken', 'packed', 'empty'].map(
      async (path) => (await faultOf(library.find(`http://${server.host}/${path}`, site.page))).code
    )
    expect(await Promise.all(codes)).toEqual(['fetch-failed', 'fetch-failed', 'empty'])
  })
})

describe('An address is public', () => {
  test.each(['8.8.8.8', '2606:4700::1', '::ffff:8.8.8.8'])('for %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
  test.each([
    '127.0.0.1',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::7f00:1',
    'fe80::1',
    'fc00::1',
    'fec0::1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'ff02::1',
    'localhost',
    ''
  ])('not for %j', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
