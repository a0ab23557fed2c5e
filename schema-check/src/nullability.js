// Nullability across subgraphs: a field that one subgraph adds to another's entity must be nullable.
import { Kind } from "graphql";

const ENTITIES = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_EXTENSION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_EXTENSION,
]);

/**
 * Finds non-null fields that a subgraph contributes to an entity of another one: while that subgraph is down, such a field cannot be null,
 * so it removes the whole entity from the response, including everything the owner could resolve.
 *
 * The owner of an entity is the subgraph that defines rather than extends it; of several, the one with the most keys, then with the most fields.
 * If several remain, there is no owner, and non-null fields of every subgraph are findings.
 *
 * @param {{ name: string, file: string, typeDefs: import("graphql").DocumentNode }[]} subgraphs
 * @returns {{ where: string, message: string, hint: string }[]} `where` is "file:line Coordinate"
 */
export function nullabilityProblems(subgraphs) {
  const problems = [];
  for (const parts of entities(subgraphs).values()) {
    const owner = ownerOf(parts);
    for (const part of parts) {
      if (part === owner || parts.length < 2) continue;
      const others = parts.filter((other) => other !== part);
      for (const field of contributed(part)) {
        const elsewhere = others.some((other) => contributed(other).some(({ name }) => name.value === field.name.value));
        if (field.type.kind !== Kind.NON_NULL_TYPE || elsewhere) continue;
        problems.push({
          where: `${part.file}:${field.loc.startToken.line} ${part.type}.${field.name.value}`,
          message: `is non-null, but ${owner ? `${part.type} is an entity of ${owner.subgraph}` : `no subgraph alone owns ${part.type}`}: when ${part.subgraph} is down, the whole ${part.type} is null`,
          hint: "make the field nullable",
        });
      }
    }
  }
  return problems;
}

/** The parts of each type, by subgraph; types without a resolvable key are values, not entities. */
function entities(subgraphs) {
  const byType = new Map();
  for (const { name, file, typeDefs } of subgraphs) {
    for (const definition of typeDefs.definitions.filter(({ kind }) => ENTITIES.has(kind))) {
      const type = definition.name.value;
      const parts = byType.get(type) ?? byType.set(type, []).get(type);
      let part = parts.find(({ subgraph }) => subgraph === name);
      if (!part) parts.push((part = { type, subgraph: name, file, extendsOnly: true, keys: [], fields: [] }));
      part.keys.push(...directives(definition, "key").map((key) => stringArgument(key, "fields")));
      part.fields.push(...(definition.fields ?? []));
      part.extendsOnly &&= definition.kind.endsWith("Extension") || directives(definition, "extends").length > 0 || directives(definition, "interfaceObject").length > 0;
    }
  }
  return new Map([...byType].filter(([, parts]) => parts.some(({ keys }) => keys.length > 0)));
}

function ownerOf(parts) {
  const ranks = [({ extendsOnly }) => (extendsOnly ? 0 : 1), ({ keys }) => keys.length, (part) => contributed(part).length];
  let left = parts;
  for (const rank of ranks) {
    const most = Math.max(...left.map(rank));
    left = left.filter((part) => rank(part) === most);
  }
  return left.length === 1 ? left[0] : undefined;
}

/** The fields a subgraph resolves itself: neither keys nor external ones. */
function contributed({ keys, fields }) {
  const inKeys = new Set(keys.flatMap((key) => key.match(/\w+/g) ?? []));
  return fields.filter((field) => !inKeys.has(field.name.value) && directives(field, "external").length === 0);
}

/** Directives with this name, with or without the namespace of a link without imports. */
const directives = (node, name) =>
  (node.directives ?? []).filter((directive) => [name, `federation__${name}`].includes(directive.name.value));
const stringArgument = (directive, name) =>
  directive.arguments.find((argument) => argument.name.value === name)?.value.value ?? "";
