/** How many statements a process sends to Neo4j, counted in the driver's own classes, so that nobody's code matters. */

interface Sends {
  run: (this: unknown, ...given: never[]) => unknown;
}
/** The classes of the driver that the process uses; two processes may have two copies of it. */
interface Driver {
  readonly Session: { readonly prototype: object };
  readonly Transaction: { readonly prototype: object };
}

/** Counts from now on, and tells its parent whenever it asks. The process ends with its parent. */
export function countStatements({ Session, Transaction }: Driver): void {
  let statements = 0;
  for (const { prototype } of [Session, Transaction]) {
    const sends = prototype as Sends;
    const { run } = sends;
    sends.run = function counted(...given) {
      statements += 1;
      return run.apply(this, given);
    };
  }
  process.once('disconnect', () => process.exit());
  process.on('message', () => process.send?.({ statements }));
}
