import { expect, test } from 'vitest';
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
  ['PAPERGRAPH_ENGINE', 'mysql', 'PAPERGRAPH_ENGINE must be "sqlite", and is "mysql".'],
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
