import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../scripts/audit.ts';

const run = promisify(execFile);

describe('npm run audit', () => {
  /** Asks a registry that answers the question about advisories with this. */
  async function ask(status: number, body: string) {
    const server = createServer((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const env = { ...process.env, npm_config_registry: `http://127.0.0.1:${port}/`, npm_config_fetch_retries: '0' };
    try {
      return await run('npm', ['run', '-s', 'audit'], { env, shell: process.platform === 'win32' }).then(
        ({ stdout }) => ({ code: 0, stdout }),
        ({ code, stdout }) => ({ code, stdout }),
      );
    } finally {
      server.close();
    }
  }

  test('is content where the registry knows of nothing', { timeout: 30_000 }, async () => {
    const { code, stdout } = await ask(200, '{}');
    expect(stdout).toMatch(/^Nothing is known against \d+ packages\.\n$/);
    expect(code).toBe(0);
  });

  test('fails where the registry does not answer, and says so', { timeout: 30_000 }, async () => {
    const { code, stdout } = await ask(405, '');
    expect(stdout).toMatch(/^Not audited: the registry could not be asked \(405 /);
    expect(code).toBe(2);
  });

  test('fails where something is known, and says what', () => {
    const vulnerabilities = { preact: { severity: 'high', range: '<=11.2.0' } };
    const metadata = { vulnerabilities: { total: 1 }, dependencies: { total: 9 } };
    expect(outcomeOf(JSON.stringify({ vulnerabilities, metadata }))).toEqual({
      says: 'Something is known against:\n  preact <=11.2.0: high',
      exit: 1,
    });
  });
});

test('what is installed is what the lockfile names, by its hash, and runs no script of its own', () => {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
  const { dependencies, devDependencies } = read('package.json');
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const packages = Object.entries(read('package-lock.json').packages as Record<string, { integrity?: string }>);
  expect(packages.length).toBeGreaterThan(100);
  for (const [path, { integrity }] of packages) if (path !== '') expect(integrity, path).toMatch(/^sha512-/);
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
});
