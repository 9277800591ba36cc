/** Remembers what a function of a name gives. For names of the model and what is made of them: what is remembered is never let go. */
export function remembered<Name extends string, Result>(
  read: (name: Name) => Result,
): (name: Name) => Result {
  const known = new Map<Name, Result>();
  return (name) => {
    const result = known.get(name) ?? read(name);
    known.set(name, result);
    return result;
  };
}
