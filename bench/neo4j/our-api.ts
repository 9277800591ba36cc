/** Our API on Neo4j, in a process of its own: tells its parent where it answers, and how many statements it has sent. */
import { Session, Transaction } from 'neo4j-driver';
import { openNeo4j } from '../../graph/neo4j/engine.ts';
import { schema } from '../../schema/schema.ts';
import { createReport } from '../../server/report.ts';
import { startServer } from '../../server/server.ts';
import { readAddress } from './address.ts';
import { countStatements } from './count-statements.ts';

countStatements({ Session, Transaction });
const { url } = await startServer({
  engine: openNeo4j(readAddress()),
  schema,
  questions: [],
  report: createReport((line) => process.stderr.write(`${line}\n`)),
  host: '127.0.0.1',
  port: 0,
});
process.send?.({ url: `${url}/graphql` });
