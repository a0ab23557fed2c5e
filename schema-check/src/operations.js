// The recorded operations of clients, each a file under client-operations/.
import { readFileSync } from "node:fs";
import { GraphQLError, Kind, NoDeprecatedCustomRule, Source, TypeInfo, getNamedType, parse, validate, visit, visitWithTypeInfo } from "graphql";
import { filesUnder } from "./files.js";
import { locate } from "./supergraph-config.js";

/**
 * @typedef {{ file: string, label: string, document: import("graphql").DocumentNode }} Operation
 *   `label` names the file in messages: "PlayerPage (client-operations/player-page.graphql)"
 */

/**
 * @param {string} root folder that paths are shown relative to
 * @param {string} folder
 * @returns {{ operations: Operation[], problems: { where: string, message: string }[] }} problems: files that do not parse or whose
 *   operations have no name
 */
export function readOperations(root, folder) {
  const operations = [];
  const problems = [];
  for (const { path, shown } of filesUnder(root, folder, ".graphql")) {
    try {
      const document = parse(new Source(readFileSync(path, "utf8"), shown));
      const definitions = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
      const names = definitions.map((definition) => definition.name?.value);
      if (names.length === 0 || names.includes(undefined)) {
        problems.push({ where: shown, message: "every recorded operation needs a name, and every file an operation" });
      }
      operations.push({ file: shown, label: `${names.filter(Boolean).join(", ") || "anonymous"} (${shown})`, document });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      problems.push({ where: locate(error, shown), message: error.message });
    }
  }
  return { operations, problems };
}

/**
 * @param {Operation[]} operations
 * @param {import("graphql").GraphQLSchema} schema
 * @returns {{ level: "BREAKING" | "DANGEROUS", where: string, operation: string, message: string }[]} an operation that is invalid
 *   is BREAKING, one that uses a deprecated element is DANGEROUS
 */
export function operationProblems(operations, schema) {
  return operations.flatMap(({ file, label, document }) => {
    const finding = (level) => (error) => ({ level, where: locate(error, file), operation: label, message: error.message });
    const errors = validate(schema, document);
    if (errors.length > 0) return errors.map(finding("BREAKING"));
    return validate(schema, document, [NoDeprecatedCustomRule]).map(finding("DANGEROUS"));
  });
}

/**
 * The schema coordinates an operation relies on: types, "Type.field", "Type.field.argument", "Enum.VALUE", "Input.field".
 *
 * @param {import("graphql").DocumentNode} document
 * @param {import("graphql").GraphQLSchema} schema
 * @returns {Set<string>}
 */
export function usedCoordinates(document, schema) {
  const info = new TypeInfo(schema);
  const used = new Set();
  const use = (...parts) => parts.every(Boolean) && used.add(parts.join("."));
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: () => {
        const parent = info.getParentType()?.name;
        const field = info.getFieldDef();
        use(parent, field?.name);
        use(field && getNamedType(field.type).name);
        for (const argument of field?.args ?? []) use(parent, field.name, argument.name);
      },
      ObjectField: (node) => {
        use(info.getParentInputType() && getNamedType(info.getParentInputType()).name, node.name.value);
      },
      EnumValue: (node) => {
        use(info.getInputType() && getNamedType(info.getInputType()).name, node.value);
      },
      InlineFragment: () => use(info.getType()?.name),
      FragmentDefinition: () => use(info.getType()?.name),
      VariableDefinition: () => useInputType(info.getInputType(), use, new Set()),
    }),
  );
  return used;
}

/** A variable of an input type may carry any of its fields and values. */
function useInputType(type, use, seen) {
  const named = type && getNamedType(type);
  if (!named || seen.has(named)) return;
  seen.add(named);
  use(named.name);
  for (const value of named.getValues?.() ?? []) use(named.name, value.name);
  for (const field of Object.values(named.getFields?.() ?? {})) {
    use(named.name, field.name);
    useInputType(field.type, use, seen);
  }
}
