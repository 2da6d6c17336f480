/** Over evenings: by how much what was watched has satisfied each more than the others. */
import type { Evening, MemberId } from "./evening.ts";
import { resultOf } from "./result.ts";

/** Of what was before an evening so much still counts after it. */
const KEPT = 0.7;

/** @param got [people] how much the film of the evening was expected to satisfy each, in the unit of `Group` */
export function afterwards(ahead: Float64Array, got: readonly number[]): Float64Array {
  const mean = got.reduce((sum, one) => sum + one, 0) / got.length;
  return ahead.map((before, person) => KEPT * before + got[person]! - mean);
}

/**
 * How everybody stands after evenings before, of those on which two of them or more had a film picked together.
 *
 * @param evenings oldest first
 */
export function aheadAfter(
  evenings: readonly Evening[],
  members: readonly MemberId[],
): ReadonlyMap<MemberId, number> {
  const ahead = new Map<MemberId, number>(members.map((id) => [id, 0]));
  for (const evening of evenings) {
    const film = filmOf(evening);
    const there = members.flatMap((id) => {
      const got = film === undefined ? undefined : evening.expected.get(id)?.[film];
      return got === undefined ? [] : [{ id, got }];
    });
    if (there.length < 2) continue;
    const before = Float64Array.from(there, ({ id }) => ahead.get(id)!);
    const after = afterwards(
      before,
      there.map(({ got }) => got),
    );
    for (const [at, { id }] of there.entries()) ahead.set(id, after[at]!);
  }
  return ahead;
}

/** The place on its list of the film that an evening came to. */
function filmOf(evening: Evening): number | undefined {
  const { pick } = evening.phase === "closed" ? resultOf(evening) : {};
  return pick === undefined ? undefined : evening.films.indexOf(pick);
}
