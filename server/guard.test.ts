import { describe, expect, test } from 'vitest';
import { refuseHost } from './guard.ts';

const asked = (host: string) => ({ headers: { host } });

describe('a server that was told its names', () => {
  const allowedHosts = ['papers.example.org'];

  test.each(['papers.example.org', 'Papers.Example.org:4000', 'localhost:4000', '127.0.0.1'])(
    'answers to %s, wherever it listens',
    (host) => {
      expect(refuseHost({ host: '0.0.0.0', allowedHosts }, asked(host))).toBeUndefined();
      expect(refuseHost({ host: '127.0.0.1', allowedHosts }, asked(host))).toBeUndefined();
    },
  );
  test.each(['rebound.example.org', 'papers.example.org.evil.org', ''])(
    'refuses %j, and says what sets the names',
    (host) => {
      expect(refuseHost({ host: '0.0.0.0', allowedHosts }, asked(host))).toEqual({
        status: 421,
        reason:
          'This server listens on 0.0.0.0 and answers to localhost, papers.example.org alone. Set PAPERGRAPH_ALLOWED_HOSTS to let others in.',
      });
    },
  );
});

test('a server that listens on more than loopback and was told no names answers to any', () => {
  expect(refuseHost({ host: '0.0.0.0' }, asked('papers.example.org'))).toBeUndefined();
});
