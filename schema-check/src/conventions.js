// Conventions for names and descriptions in all subgraph schemas.
import { Kind } from "graphql";

const PASCAL_CASE = /^[A-Z][A-Za-z0-9]*$/;
const CAMEL_CASE = /^[a-z][A-Za-z0-9]*$/;
const SCREAMING_CASE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;
const TYPES = new Set([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
]);
const ROOTS = new Set(["Query", "Mutation", "Subscription"]);
/** What the errors in the payloads of all mutations have in common. */
const USER_ERROR = "UserError";

/**
 * @param {{ file: string, typeDefs: import("graphql").DocumentNode }[]} subgraphs
 * @returns {{ where: string, message: string }[]} `where` is "file:line Coordinate"
 */
export function conventionProblems(subgraphs) {
  return subgraphs.flatMap(({ file, typeDefs }) =>
    [...typeDefs.definitions.flatMap(definitionRules), ...payloadRules(typeDefs.definitions)].map(({ node, coordinate, message }) => ({
      where: `${file}:${node.loc.startToken.line} ${coordinate}`,
      message,
    })),
  );
}

function definitionRules(definition) {
  const members = [...(definition.fields ?? []), ...(definition.values ?? [])];
  const own = TYPES.has(definition.kind) ? typeRules(definition) : [];
  return [...own, ...members.flatMap((member) => memberRules(definition.name.value, member))];
}

function typeRules(definition) {
  const type = definition.name.value;
  const isInput = definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION;
  return broken(definition, type, [
    [PASCAL_CASE.test(type), "types are named in PascalCase"],
    [isInput || !type.endsWith("Input"), "only an input type's name ends with Input"],
    [ROOTS.has(type) || isDescribed(definition), "has no description"],
  ]);
}

function memberRules(type, member) {
  const name = member.name.value;
  const coordinate = `${type}.${name}`;
  const isValue = member.kind === Kind.ENUM_VALUE_DEFINITION;
  const own = broken(member, coordinate, [
    [!isValue || SCREAMING_CASE.test(name), "enum values are named in SCREAMING_CASE"],
    [isValue || CAMEL_CASE.test(name), "fields are named in camelCase"],
    [isExternal(member) || isDescribed(member), "has no description"],
    [type !== "Mutation" || namedType(member.type).endsWith("Payload"), "a mutation returns a type of its own whose name ends with Payload"],
  ]);
  return [...own, ...(member.arguments ?? []).flatMap((argument) => argumentRules(coordinate, argument))];
}

function argumentRules(coordinate, argument) {
  const name = argument.name.value;
  return broken(argument, `${coordinate}(${name}:)`, [
    [CAMEL_CASE.test(name), "arguments are named in camelCase"],
    [isDescribed(argument), "has no description"],
  ]);
}

/** A client handles the errors of all mutations with one fragment. */
function payloadRules(definitions) {
  const userErrors = new Set(
    definitions.filter(({ interfaces = [] }) => interfaces.some(({ name }) => name.value === USER_ERROR)).map(({ name }) => name.value),
  );
  const payloads = definitions.filter(({ kind, name }) => kind === Kind.OBJECT_TYPE_DEFINITION && name.value.endsWith("Payload"));
  return payloads.flatMap((payload) =>
    payload.fields
      .filter(({ name }) => name.value === "errors")
      .flatMap((field) =>
        broken(field, `${payload.name.value}.errors`, [
          [userErrors.has(namedType(field.type)), `the errors of a payload have a type that implements ${USER_ERROR}`],
        ]),
      ),
  );
}

const broken = (node, coordinate, rules) =>
  rules.filter(([holds]) => !holds).map(([, message]) => ({ node, coordinate, message }));
const isDescribed = (node) => Boolean(node.description?.value.trim());
const isExternal = (member) => member.directives.some((directive) => directive.name.value === "external");
const namedType = (type) => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));
