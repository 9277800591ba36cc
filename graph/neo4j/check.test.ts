import { Neo4jError } from 'neo4j-driver';
import { describe, expect, test } from 'vitest';
import { UnavailableError } from '../errors.ts';
import { explainMigration, explainStart, isTooOld } from './check.ts';

const address = { uri: 'bolt://127.0.0.1:7687', user: 'ada', database: 'papers' };
const driverError = (code: string, message = '') => new Neo4jError(message, code, '50N42', '');

describe('a server that cannot be used is told with what to do:', () => {
  test.each([
    [
      driverError(
        'ServiceUnavailable',
        'Failed to connect to server. Please ensure that … Caused by: connect ECONNREFUSED 127.0.0.1:7687',
      ),
      'Neo4j cannot be reached at bolt://127.0.0.1:7687: connect ECONNREFUSED 127.0.0.1:7687. Start it (npm run neo4j, or docker compose up), or set NEO4J_URI to where it is.',
    ],
    [
      driverError('Neo.ClientError.Security.Unauthorized'),
      'Neo4j at bolt://127.0.0.1:7687 does not let in the user "ada" with this password. Set NEO4J_USER, and NEO4J_PASSWORD or NEO4J_PASSWORD_FILE, to what it knows.',
    ],
    [
      driverError('Neo.ClientError.Security.AuthenticationRateLimit'),
      'Neo4j at bolt://127.0.0.1:7687 lets nobody in as "ada" for some seconds, after too many wrong passwords. Set the right one, wait, and start again.',
    ],
    [
      driverError('Neo.ClientError.Security.CredentialsExpired'),
      'Neo4j at bolt://127.0.0.1:7687 wants the user "ada" to change the password first. Change it (ALTER CURRENT USER SET PASSWORD), and set NEO4J_PASSWORD to the new one.',
    ],
    [
      driverError('Neo.ClientError.Database.DatabaseNotFound', 'Graph not found: papers'),
      'Neo4j at bolt://127.0.0.1:7687 has no database "papers". Set NEO4J_DATABASE to one that it has, or create it.',
    ],
    [
      driverError('Neo.TransientError.General.DatabaseUnavailable'),
      'The database "papers" of Neo4j at bolt://127.0.0.1:7687 is not running. Start it (START DATABASE), or see the server\'s log.',
    ],
    [
      driverError('N/A', 'Unknown Bolt protocol version: 0.0'),
      'The server at bolt://127.0.0.1:7687 is too old: Papergraph takes Neo4j 5.26 or newer. Update the server.',
    ],
    [
      driverError('N/A', 'Server responded HTTP. Make sure you are not trying to …'),
      'What answers at bolt://127.0.0.1:7687 speaks HTTP. Set NEO4J_URI to the address for Bolt, on port 7687 where nobody chose another.',
    ],
    [
      driverError('N/A', 'Connection acquisition timed out in 4000 ms. Pool status: …'),
      'Neo4j at bolt://127.0.0.1:7687 takes connections and does not answer. See its log, and restart it if it hangs.',
    ],
  ])('%s', (error, text) => {
    expect(explainStart(error, address)).toEqual(new UnavailableError(text, { cause: error }));
  });
});

test.each([
  'Neo.ClientError.Security.Forbidden',
  'Neo.ClientError.General.WriteOnReadOnlyAccessDatabase',
])('whoever may not migrate is told who has to (%s)', (code) => {
  const error = driverError(code);
  const text =
    'The database "papers" of Neo4j at bolt://127.0.0.1:7687 lacks constraints or indexes, and the user "ada", or the server itself, may not make them. Run papergraph migrate as a user who may, on a server that can be written to, and start again.';
  expect(explainMigration(error, address)).toEqual(new UnavailableError(text, { cause: error }));
});

test('what is a mistake of ours stays what it is', () => {
  const error = driverError('Neo.ClientError.Statement.SyntaxError', 'Invalid input');
  expect(explainStart(error, address)).toBe(error);
  expect(explainMigration(error, address)).toBe(error);
});

test.each([
  ['4.4.40', true],
  ['5.25.1', true],
  ['5.26.12', false],
  ['5.27-aura', false],
  ['2026.04.0', false],
  ['', true],
])('a server of version %j is too old: %j', (version, isOld) => {
  expect(isTooOld(version)).toBe(isOld);
});
