/** The values of an enum of the model, each with its description: a value that lacks one does not compile. */

type Values<Name extends string> = Readonly<Record<Name, { readonly description: string }>>;

export function describedValues<Name extends string>(
  descriptions: Readonly<Record<Name, string>>,
): Values<Name> {
  const values = Object.entries<string>(descriptions).map(([name, description]) => [
    name,
    { description },
  ]);
  return Object.fromEntries(values) as Values<Name>;
}
