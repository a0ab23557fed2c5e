// A composed supergraph, and what the check needs from it.
import { sortSDL, transformSupergraphToPublicSchema } from "@theguild/federation-composition";
import { buildASTSchema, parse } from "graphql";
import { accessRules } from "./access-rules.js";
import { entityKeys } from "./entity-keys.js";

/**
 * @typedef {{ sdl: string, consumerSchema: import("graphql").GraphQLSchema, access: Record<string, string>, keys: Record<string, string> }} Supergraph
 *   `consumerSchema` is what clients see; `access` and `keys` are described in their modules
 */

/** @returns {Supergraph} */
export function readSupergraph(sdl) {
  const document = parse(sdl);
  return {
    sdl,
    consumerSchema: buildASTSchema(sortSDL(transformSupergraphToPublicSchema(document))),
    access: accessRules(document),
    keys: entityKeys(document),
  };
}
