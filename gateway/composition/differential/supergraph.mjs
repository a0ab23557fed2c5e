// Normal forms of schemas, so that two composers' answers can be compared definition by definition.
import { Supergraph, defaultPrintOptions, orderPrintedDefinitions, printSchema } from "@apollo/federation-internals";
import { Kind, parse, print } from "graphql";

/** What clients of the supergraph see. */
export const apiSdlOf = (supergraphSdl) =>
  printSchema(Supergraph.build(supergraphSdl, { supportedFeatures: null }).apiSchema(), orderPrintedDefinitions(defaultPrintOptions));

const sorted = (texts) => [...texts].sort();

/** Lists whose order says nothing: { directive: [arguments] }. */
const SETS = {
  link: ["import"],
  requiresScopes: ["scopes"],
  policy: ["policies"],
  listSize: ["slicingArguments", "sizedFields"],
  join__field: ["contextArguments"],
};

const FIELD_SETS = new Set(["key", "requires", "provides"]);

const JOIN_DEFAULTS = {
  join__type: { extension: "false", resolvable: "true", isInterfaceObject: "false" },
  join__field: { external: "false", usedOverridden: "false" },
};

/** `a { c b } a: x` as one sorted line. */
function fieldSetText(text) {
  const selections = ({ selections }) => sorted(selections.map(selection)).join(" ");
  const selection = (node) => {
    const nested = node.selectionSet ? ` { ${selections(node.selectionSet)} }` : "";
    const { selectionSet, ...alone } = node;
    return print(alone) + nested;
  };
  try {
    return selections(parse(`{ ${text} }`, { allowLegacyFragmentVariables: true }).definitions[0].selectionSet);
  } catch {
    return text;
  }
}

function valueText(node, isSet) {
  if (node.kind === Kind.LIST) {
    const items = node.values.map((item) => valueText(item, isSet));
    return `[${(isSet ? sorted(items) : items).join(", ")}]`;
  }
  if (node.kind === Kind.OBJECT)
    return `{${sorted(node.fields.map((field) => `${field.name.value}: ${valueText(field.value, isSet)}`)).join(", ")}}`;
  if (node.kind === Kind.STRING) return JSON.stringify(node.value);
  return print(node);
}

const paragraphs = (text) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim();

/** Prints definitions. `strict` keeps what is written although it says nothing new. */
class Printer {
  constructor(document, strict) {
    this.strict = strict;
    this.graphNames = new Map();
    for (const definition of document.definitions)
      if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === "join__Graph")
        for (const value of definition.values ?? []) {
          const graph = value.directives.find((directive) => directive.name.value === "join__graph");
          const name = graph?.arguments.find((argument) => argument.name.value === "name")?.value.value;
          this.graphNames.set(value.name.value, name ?? value.name.value);
        }
  }

  description(node) {
    if (!node.description) return "";
    return `${JSON.stringify(this.strict ? node.description.value : paragraphs(node.description.value))} `;
  }

  argument(directive, { name, value }) {
    if (this.strict) return `${name.value}: ${valueText(value, false)}`;
    if (value.kind === Kind.ENUM && directive.startsWith("join__") && this.graphNames.has(value.value))
      return `${name.value}: <${this.graphNames.get(value.value)}>`;
    if (directive === "join__directive" && name.value === "graphs")
      return `graphs: [${sorted(value.values.map((graph) => `<${this.graphNames.get(graph.value) ?? graph.value}>`)).join(", ")}]`;
    if (value.kind === Kind.STRING && directive.startsWith("join__") && FIELD_SETS.has(name.value))
      return `${name.value}: "${fieldSetText(value.value)}"`;
    return `${name.value}: ${valueText(value, SETS[directive.replace(/^.*__(?=requiresScopes|policy|listSize)/, "")]?.includes(name.value) ?? false)}`;
  }

  argumentsThatSayMore(node) {
    const defaults = this.strict ? {} : (JOIN_DEFAULTS[node.name.value] ?? {});
    return node.arguments.filter(({ name, value }) => defaults[name.value] !== valueText(value, false));
  }

  application(node) {
    const directive = node.name.value;
    const texts = sorted(this.argumentsThatSayMore(node).map((argument) => this.argument(directive, argument)));
    return `@${directive}${texts.length > 0 ? `(${texts.join(", ")})` : ""}`;
  }

  applications(nodes) {
    const texts = sorted((nodes ?? []).map((node) => this.application(node)));
    return texts.map((text) => ` ${text}`).join("");
  }

  inputValue(node, directives = node.directives) {
    const defaultText = node.defaultValue ? ` = ${valueText(node.defaultValue, false)}` : "";
    return `${this.description(node)}${node.name.value}: ${print(node.type)}${defaultText}${this.applications(directives)}`;
  }

  field(node, directives) {
    if (node.kind === Kind.INPUT_VALUE_DEFINITION) return this.inputValue(node, directives);
    const parameters = node.arguments?.length ? `(${sorted(node.arguments.map((argument) => this.inputValue(argument))).join(", ")})` : "";
    return `${this.description(node)}${node.name.value}${parameters}: ${print(node.type)}${this.applications(directives)}`;
  }

  /** Without the join__field of a field that every subgraph of the type has in the same way: its absence says so too. */
  directivesOfField(type, field) {
    if (this.strict) return field.directives;
    const argument = (node, name) => node.arguments.find((candidate) => candidate.name.value === name)?.value.value;
    const withoutOwnType = field.directives.map((node) =>
      node.name.value === "join__field" && argument(node, "type") === print(field.type)
        ? { ...node, arguments: node.arguments.filter(({ name }) => name.value !== "type") }
        : node,
    );
    const joins = withoutOwnType.filter((node) => node.name.value === "join__field");
    const graphs = new Set(type.directives.filter((node) => node.name.value === "join__type").map((node) => argument(node, "graph")));
    const isPlain = (node) => argument(node, "graph") !== undefined && this.argumentsThatSayMore(node).length === 1;
    const saysNothing = joins.length === graphs.size && joins.every((node) => isPlain(node) && graphs.has(argument(node, "graph")));
    return saysNothing ? withoutOwnType.filter((node) => node.name.value !== "join__field") : withoutOwnType;
  }

  definition(node) {
    const head = `${this.description(node)}${node.kind.replace(/Definition$/, "")}`;
    switch (node.kind) {
      case Kind.DIRECTIVE_DEFINITION: {
        const locations = sorted(node.locations.map((location) => location.value)).join(" | ");
        const parameters = sorted((node.arguments ?? []).map((argument) => this.inputValue(argument))).join(", ");
        return [`${head} @${node.name.value}(${parameters})${node.repeatable ? " repeatable" : ""} on ${locations}`];
      }
      case Kind.SCHEMA_DEFINITION:
      case Kind.SCHEMA_EXTENSION: {
        const roots = sorted((node.operationTypes ?? []).map((root) => `${root.operation}: ${root.type.name.value}`));
        return [head, ...sorted(node.directives.map((directive) => this.application(directive))), ...roots];
      }
      default: {
        const interfaces = sorted((node.interfaces ?? []).map((name) => name.name.value)).map((name) => ` & ${name}`);
        const members = sorted((node.types ?? []).map((name) => name.name.value)).map((name) => `| ${name}`);
        const fields = (node.fields ?? []).map((field) => this.field(field, this.directivesOfField(node, field)));
        const values = (node.values ?? []).map(
          (value) =>
            `${this.description(value)}${this.strict || node.name.value !== "join__Graph" ? value.name.value : `<${this.graphNames.get(value.name.value)}>`}${this.applications(value.directives)}`,
        );
        return [
          `${head} ${node.name.value}${interfaces.join("")}`,
          ...sorted((node.directives ?? []).map((directive) => `  ${this.application(directive)}`)),
          ...members.map((text) => `  ${text}`),
          ...sorted([...fields, ...values]).map((text) => `  ${text}`),
        ];
      }
    }
  }
}

/** The names that the specifications linked by a supergraph take: their directives, types and prefixes. */
function linkedNames(document) {
  const names = new Set(["link", "join"]);
  for (const { kind, directives } of document.definitions)
    if (kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION)
      for (const link of directives.filter((directive) => directive.name.value === "link")) {
        const text = (name) => link.arguments.find((argument) => argument.name.value === name)?.value.value;
        const url = text("url") ?? "";
        if (!url.startsWith("https://specs.apollo.dev/")) continue;
        names.add(text("as") ?? url.split("/").at(-2));
      }
  return names;
}

/**
 * Map of definition to normal text. Order never counts. Unless `strict`, neither do a join__field that repeats what its
 * absence says, spelled-out defaults, the spelling of field sets and graph names, and the definitions of the linked
 * specifications (their version in @link says what they are).
 */
export function normalForm(sdl, { strict = false } = {}) {
  const document = parse(sdl);
  const printer = new Printer(document, strict);
  const specifications = linkedNames(document);
  const isOfSpecification = ({ kind, name }) => {
    if (name === undefined || name.value === "join__Graph") return false;
    const [prefix, rest] = name.value.split("__");
    return specifications.has(prefix) && (rest !== undefined || kind === Kind.DIRECTIVE_DEFINITION);
  };
  const form = new Map();
  for (const definition of document.definitions) {
    if (!strict && isOfSpecification(definition)) continue;
    const kind = definition.kind === Kind.DIRECTIVE_DEFINITION ? "@" : "";
    const key = definition.name ? kind + definition.name.value : "schema";
    const lines = printer.definition(definition);
    form.set(key, form.has(key) ? [...form.get(key), ...lines] : lines);
  }
  return form;
}

/** The definitions that differ, as { name, expected, actual } with the lines of one that the other lacks. */
export function differences(expected, actual) {
  const names = sorted(new Set([...expected.keys(), ...actual.keys()]));
  const lacking = (lines, others) => lines.filter((line) => !others.includes(line));
  return names
    .map((name) => {
      const expectedLines = expected.get(name) ?? [];
      const actualLines = actual.get(name) ?? [];
      return { name, expected: lacking(expectedLines, actualLines), actual: lacking(actualLines, expectedLines) };
    })
    .filter((difference) => difference.expected.length + difference.actual.length > 0);
}
