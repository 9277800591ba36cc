/** The other side: @neo4j/graphql over the same graph, in a process of its own, with nothing but what it brings. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import neo4j, { Session, Transaction } from 'neo4j-driver';
import { readAddress } from '../neo4j/address.ts';
import { countStatements } from '../neo4j/count-statements.ts';

countStatements({ Session, Transaction });
const { uri, user, password, database } = readAddress();
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
const library = new Neo4jGraphQL({
  driver,
  typeDefs: readFileSync(new URL('schema.graphql', import.meta.url), 'utf8'),
  // Days are text that sorts by time; comparing text has to be switched on.
  features: { filters: { String: { LT: true } } },
});
const yoga = createYoga({
  schema: await library.getSchema(),
  context: { sessionConfig: { database, defaultAccessMode: neo4j.session.READ } },
  logging: false,
  maskedErrors: false,
});
const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${server.address().port}/graphql` });
});
