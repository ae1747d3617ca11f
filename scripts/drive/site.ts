import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

const notFound: Handler = (_request, response) =>
  response.writeHead(404, { 'content-type': 'text/plain' }).end('nothing here');

/** Serves the files of a folder; `/a` also finds `a.html`, and `/` `index.html`. */
export const folder =
  (root: string): Handler =>
  (request, response, url) => {
    const path = join(root, normalize(decodeURIComponent(url.pathname)));
    const file = [path, `${path}.html`, join(path, 'index.html')].find(
      (name) => existsSync(name) && statSync(name).isFile(),
    );
    if (!file) return notFound(request, response, url);
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  };

/**
 * A small web of our own: an HTTP proxy that answers for every host itself and lets nothing through, so that pages
 * have their real addresses (`http://akhbar.test/…`) in every browser and no test reaches the network.
 */
export class Site {
  /** Every request that came in, `METHOD URL`, in order. */
  readonly requests: string[] = [];
  readonly #hosts = new Map<string, Handler>();
  readonly #pages = new Map<string, Handler>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
      this.requests.push(`${request.method} ${url}`);
      const handler = this.#pages.get(url.origin + url.pathname) ?? this.#hosts.get(url.host) ?? notFound;
      handler(request, response, url);
    });
    // https and WebSockets: refused.
    server.on('connect', (request, socket) => {
      this.requests.push(`CONNECT ${request.url}`);
      socket.on('error', () => {});
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    server.on('clientError', (_error, socket) => socket.destroy());
  }

  static async start(): Promise<Site> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new Site(server);
  }

  /** Forgets every page, every host and what was asked for. */
  clear(): void {
    this.#hosts.clear();
    this.#pages.clear();
    this.requests.length = 0;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Answers for all of a host (`a.test`, no port): with the files of a folder, or as the handler says. */
  host(name: string, files: string | Handler): this {
    this.#hosts.set(name, typeof files === 'string' ? folder(files) : files);
    return this;
  }

  /** One page at a full address. A string is HTML; a handler may stream, redirect, or do as it likes. */
  page(url: string, answer: string | Handler, headers: Record<string, string> = {}): this {
    const { origin, pathname } = new URL(url);
    const html: Handler = (_request, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(answer as string);
    this.#pages.set(origin + pathname, typeof answer === 'string' ? html : answer);
    return this;
  }

  /**
   * Address of a proxy configuration.
   * @param hosts which addresses come here; the others go their ordinary way
   */
  proxyConfiguration(hosts: 'all' | 'test'): string {
    const here = `PROXY 127.0.0.1:${this.port}`;
    const body = hosts === 'all' ? `return '${here}'` : `return /\\.(test|example)$/.test(host) ? '${here}' : 'DIRECT'`;
    const script = `function FindProxyForURL(url, host) { ${body}; }`;
    return `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(script).toString('base64')}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}
