/** Who says something of what stands beside a paper. */
import type { Provenance } from '../graph/model.ts';

/**
 * A source meets an author, an organization or a repository on many papers. What it says of one is a single claim, its
 * latest, not one for each paper: or the author of a hundred papers would carry a hundred claims.
 */
export const anyPlace = (provenance: Provenance): Provenance => ({ ...provenance, detail: null });
