import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../test/temporary-graph.ts';
import { readNeo4jOptions } from './neo4j-options.ts';
import { readSettings, SettingsError } from './settings.ts';

test('what is not set or empty has a value of its own', () => {
  expect(readSettings({ PORT: '', HOME: '/root' })).toMatchObject({
    PORT: 4000,
    PAPERGRAPH_HOST: '127.0.0.1',
    PAPERGRAPH_ENGINE: 'sqlite',
  });
});

test('the folder of the graph is the same wherever the command is called from', () => {
  const { PAPERGRAPH_DATA } = readSettings({});
  expect(PAPERGRAPH_DATA).toBe(new URL('../.papergraph', import.meta.url).pathname);
});

test.each([
  ['PORT', 'abc', 'PORT must be a whole number from 0 to 65535, and is "abc".'],
  ['PORT', '65536', 'PORT must be a whole number from 0 to 65535, and is "65536".'],
  ['PORT', '-1', 'PORT must be a whole number from 0 to 65535, and is "-1".'],
  ['PORT', '80.5', 'PORT must be a whole number from 0 to 65535, and is "80.5".'],
  [
    'PAPERGRAPH_HOST',
    'http://x',
    'PAPERGRAPH_HOST must be an IP address or host name of this machine, and is "http://x".',
  ],
  ['PAPERGRAPH_ENGINE', 'mysql', 'PAPERGRAPH_ENGINE must be "sqlite" or "neo4j", and is "mysql".'],
  [
    'PAPERGRAPH_ALLOWED_HOSTS',
    'papers.example.org, http://x',
    'PAPERGRAPH_ALLOWED_HOSTS must be host names with commas between, and is "papers.example.org, http://x".',
  ],
  [
    'NEO4J_URI',
    'http://127.0.0.1:7474',
    'NEO4J_URI must be bolt://HOST:PORT, or neo4j:// for a cluster, with +s for TLS, without a name or password, and is "http://127.0.0.1:7474".',
  ],
  [
    'NEO4J_DATABASE',
    'system',
    'NEO4J_DATABASE must be the name of a database that holds data, and is "system".',
  ],
])('%s cannot be %j, and the message says what it can be', (name, value, message) => {
  expect(() => readSettings({ [name]: value })).toThrow(new SettingsError(message));
});

test('all that is wrong is told at once', () => {
  const read = () => readSettings({ PORT: 'abc', PAPERGRAPH_ENGINE: 'mysql' });
  expect(read).toThrow(/^PORT must .*\nPAPERGRAPH_ENGINE must /u);
});

test.each(['0.0.0.0', '::1', 'localhost', 'papers.example.org'])('%s is a host', (host) => {
  expect(readSettings({ PAPERGRAPH_HOST: host }).PAPERGRAPH_HOST).toBe(host);
});

test('the names a server answers to are read without regard to case and spaces', () => {
  const { PAPERGRAPH_ALLOWED_HOSTS } = readSettings({
    PAPERGRAPH_ALLOWED_HOSTS: 'Papers.example.org, 10.0.0.7',
  });
  expect(PAPERGRAPH_ALLOWED_HOSTS).toEqual(['papers.example.org', '10.0.0.7']);
});

test.each(['bolt://127.0.0.1:7687', 'neo4j+s://x.databases.neo4j.io', 'neo4j://[::1]:7687/?a=b'])(
  '%s is an address of Neo4j',
  (uri) => {
    expect(readSettings({ NEO4J_URI: uri }).NEO4J_URI).toBe(uri);
  },
);

test('an address with a password in it is refused, and the password is not repeated', () => {
  const read = () => readSettings({ NEO4J_URI: 'bolt://neo4j:open@sesame@127.0.0.1:7687' });
  expect(read).toThrow(/and is "bolt:\/\/…@127\.0\.0\.1:7687"\.$/u);
});

describe('Neo4j', () => {
  const neo4j = { PAPERGRAPH_ENGINE: 'neo4j' };

  test.each([
    [
      {},
      'Neo4j needs a password: set NEO4J_PASSWORD, or NEO4J_PASSWORD_FILE to a file that holds it.',
    ],
    [
      { NEO4J_PASSWORD: 'open sesame', NEO4J_PASSWORD_FILE: 'x' },
      'NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set. Set one of them.',
    ],
  ])('takes one password: %j', (given, message) => {
    expect(() => readSettings({ ...neo4j, ...given })).toThrow(new SettingsError(message));
  });

  test('is reached with the password of the file, without the line end after it', async () => {
    const file = join(temporaryFolder(), 'password');
    writeFileSync(file, 'open sesame\n');
    const settings = readSettings({ ...neo4j, NEO4J_PASSWORD_FILE: file });
    expect(await readNeo4jOptions(settings)).toEqual({
      ...{ uri: 'bolt://127.0.0.1:7687', user: 'neo4j', database: 'neo4j' },
      password: 'open sesame',
    });
  });

  test('does not start with a password file that is empty or not there', async () => {
    const folder = temporaryFolder();
    const [empty, nowhere] = [join(folder, 'empty'), join(folder, 'nowhere')];
    writeFileSync(empty, ' \n');
    const read = (file: string) =>
      readNeo4jOptions(readSettings({ ...neo4j, NEO4J_PASSWORD_FILE: file }));
    const name = 'NEO4J_PASSWORD_FILE must be a file that holds the password, and';
    await expect(read(empty)).rejects.toThrow(new SettingsError(`${name} "${empty}" is empty.`));
    await expect(read(nowhere)).rejects.toThrow(`${name} "${nowhere}" cannot be read: ENOENT`);
  });

  test('is not asked for by the embedded engine, so its password may be missing', () => {
    expect(readSettings({}).NEO4J_PASSWORD).toBeUndefined();
  });
});
