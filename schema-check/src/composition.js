// Composes subgraphs into the supergraph the gateway plans on.
import { composeServices, sortSDL } from "@theguild/federation-composition";
import { parse, print } from "graphql";
import { readSupergraph } from "./supergraph.js";

/** How to fix a composition error, by the error codes of the federation documentation. */
const HINTS = {
  INVALID_FIELD_SHARING:
    'a field that moves says so in its new home: @override(from: "<old home>"); one that both resolve is @shareable in both; one that identifies an entity is in its @key in both',
  SATISFIABILITY_ERROR: "no subgraph can resolve this field from there: give the type a @key that both subgraphs resolve",
  EXTERNAL_MISSING_ON_BASE: "an @external field must exist in another subgraph: the owner removed or renamed it",
  FIELD_TYPE_MISMATCH: "subgraphs that share a field must agree on its type",
  KEY_INVALID_FIELDS: "the @key names a field the type does not have here",
  REQUIRES_INVALID_FIELDS: "@requires names a field the type does not have here (declare it @external)",
  PROVIDES_INVALID_FIELDS: "@provides names a field the type does not have here",
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH: "an argument required in one subgraph must exist in every subgraph that resolves the field",
  ENUM_VALUE_MISMATCH: "an enum used as input and output must have the same values in every subgraph",
};

const HEADER = "# Composed from supergraph.yaml by ./transcend compose. Change the subgraph schemas instead of this file.\n\n";

/**
 * @param {{ name: string, url: string, typeDefs: import("graphql").DocumentNode }[]} subgraphs
 * @returns {{ supergraph?: import("./supergraph.js").Supergraph, errors: { code: string, message: string, hint?: string }[] }}
 *   a supergraph, or errors; its SDL depends only on the subgraphs: definitions and fields are sorted
 */
export function compose(subgraphs) {
  const result = composeServices(subgraphs);
  if (result.errors) return { errors: result.errors.map(compositionError) };
  return { supergraph: readSupergraph(`${HEADER}${print(sortSDL(parse(result.supergraphSdl)))}\n`), errors: [] };
}

function compositionError(error) {
  const code = String(error.extensions?.code ?? "INVALID_GRAPHQL");
  return { code, message: error.message, ...(HINTS[code] && { hint: HINTS[code] }) };
}
