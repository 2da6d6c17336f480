/**
 * Names of people, channels and messages of several workspaces, which Slack tells apart only together with the workspace: the
 * workspace's id goes before them, "slack:T024BE7LD.C024BE91L:1716.000200". Those of the workspace whose token is set by hand go
 * without, as they did before there were others.
 */
import type { Destination, Did, Incoming, On, Reaction, Suggested } from "../../src/host/adapter.ts";
import type { UserKey } from "../../src/store/store.ts";

/** Of one workspace: as the host knows them, and as its Slack does. */
export interface Names {
  incoming(incoming: Incoming): Incoming;
  user(user: UserKey): UserKey;
  /** Of a conversation, a message or an event. */
  outside(name: string): string;
  inside(name: string): string;
  destination(destination: Destination): Destination;
  suggested(suggested: Suggested): Suggested;
  owner(user: UserKey): UserKey;
  reaction(reaction: Reaction): Reaction;
}

const NAMED = /^slack:(T[A-Z0-9]+)\./;
const NAMED_USER = /^(T[A-Z0-9]+)\./;

/** The workspace that a conversation or a message belongs to; undefined for that of the token set by hand. */
export const teamOf = (name: string): string | undefined => NAMED.exec(name)?.[1];

/** The same of a person. */
export const teamOfUser = ({ id }: UserKey): string | undefined => NAMED_USER.exec(id)?.[1];

/** @param team undefined for the workspace whose token is set by hand */
export function namesIn(team: string | undefined): Names {
  const prefix = team === undefined ? "" : `${team}.`;
  const outside = (name: string): string => name.replace(/^slack:/, `slack:${prefix}`);
  const inside = (name: string): string => (prefix === "" ? name : name.replace(NAMED, "slack:"));
  const user = ({ platform, id }: UserKey): UserKey => ({ platform, id: prefix + id });
  const owner = ({ platform, id }: UserKey): UserKey => ({
    platform,
    id: prefix === "" ? id : id.replace(NAMED_USER, ""),
  });
  const on = <Where extends On>(where: Where): Where =>
    where.message === undefined ? where : { ...where, message: outside(where.message) };
  const done = (did: Did): Did => ("on" in did ? { ...did, on: on(did.on) } : did);

  return {
    outside,
    inside,
    user,
    owner,
    incoming: ({ place, ...incoming }) => ({
      ...incoming,
      user: user(incoming.user),
      conversation: outside(incoming.conversation),
      event: outside(incoming.event),
      did: done(incoming.did),
      ...(place && { place: { ...place, id: prefix + place.id } }),
    }),
    destination: (destination) => ({
      ...destination,
      user: owner(destination.user),
      conversation: inside(destination.conversation),
      inReplyTo: inside(destination.inReplyTo),
    }),
    suggested: (suggested) => ({
      ...suggested,
      message: inside(suggested.message),
      owner: owner(suggested.owner),
    }),
    reaction: (reaction) => ({ ...reaction, user: user(reaction.user) }),
  };
}
