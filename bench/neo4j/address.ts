/** How a process of the benchmark is told where Neo4j is: by its environment, since a command line can be read by all. */
import { z } from 'zod';

const Environment = z.object({
  BENCH_NEO4J_URI: z.string(),
  BENCH_NEO4J_USER: z.string(),
  BENCH_NEO4J_PASSWORD: z.string(),
});

interface Address {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

export const writeAddress = ({ uri, user, password }: Address) => ({
  BENCH_NEO4J_URI: uri,
  BENCH_NEO4J_USER: user,
  BENCH_NEO4J_PASSWORD: password,
});

/** As openNeo4j takes it. */
export function readAddress(): Address & { readonly database: string } {
  const given = Environment.parse(process.env);
  return {
    uri: given.BENCH_NEO4J_URI,
    user: given.BENCH_NEO4J_USER,
    password: given.BENCH_NEO4J_PASSWORD,
    database: 'neo4j',
  };
}
