// Access rules in the supergraph's directives: clients notice a change of these as much as a removed field.
import { Kind, print } from "graphql";

const RULES = new Set(["authenticated", "requiresScopes", "policy"]);

/**
 * @param {import("graphql").DocumentNode} supergraph
 * @returns {Record<string, string>} schema coordinate → its rules as written, such as `@requiresScopes(scopes: [["admin"]])`; sorted
 */
export function accessRules(supergraph) {
  const rules = [];
  const collect = (coordinate, node) => {
    const own = (node.directives ?? []).filter((directive) => RULES.has(directive.name.value));
    if (own.length > 0) rules.push([coordinate, own.map(print).sort().join(" ")]);
  };
  for (const definition of supergraph.definitions) {
    if (definition.kind === Kind.DIRECTIVE_DEFINITION || definition.kind === Kind.SCHEMA_DEFINITION) continue;
    collect(definition.name.value, definition);
    for (const field of definition.fields ?? []) collect(`${definition.name.value}.${field.name.value}`, field);
  }
  return Object.fromEntries(rules.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * @param {Record<string, string>} released
 * @param {Record<string, string>} next
 * @param {import("graphql").GraphQLSchema} releasedSchema used to ignore rules of new fields
 * @returns {{ level: "BREAKING" | "DANGEROUS", where: string, message: string }[]}
 */
export function accessChanges(released, next, releasedSchema) {
  const coordinates = [...new Set([...Object.keys(released), ...Object.keys(next)])].sort();
  return coordinates.flatMap((where) => {
    const [before, after] = [released[where], next[where]];
    if (before === after) return [];
    if (after === undefined) return [{ level: "DANGEROUS", where, message: `is public now; it required ${before}` }];
    if (before === undefined) return exists(where, releasedSchema) ? [{ level: "BREAKING", where, message: `requires ${after} now; it was public` }] : [];
    return [{ level: "BREAKING", where, message: `requires ${after} now; it required ${before}` }];
  });
}

function exists(coordinate, schema) {
  const [type, field] = coordinate.split(".");
  return Boolean(field ? schema.getType(type)?.getFields?.()[field] : schema.getType(type));
}
