// Single changes to a set of subgraphs, each of which may or may not break composition: that is for the reference to say.
import { Kind, parse, print, visit } from "graphql";
import { directivesOf } from "../federation.mjs";
import { Dice } from "./dice.mjs";

const named = (value) => ({ kind: Kind.NAME, value });
const typeNamed = (text) => parse(`type T { f: ${text} }`).definitions[0].fields[0].type;
const valueOf = (text) => parse(`type T { f(a: Int = ${text}): Int }`).definitions[0].fields[0].arguments[0].defaultValue;

const FEDERATION = "https://specs.apollo.dev/federation/v";
const FEDERATION_1 = ["key", "requires", "provides", "external", "tag", "extends"];
const ALL_DIRECTIVES = directivesOf("2.14");

/** Whether the subgraph's version of federation has the directive; GraphQL's own and unknown ones may stand anywhere. */
function supports(document, directive) {
  if (!ALL_DIRECTIVES.includes(directive)) return true;
  const version = print(document)
    .split(FEDERATION)[1]
    ?.match(/^[\d.]+/)?.[0];
  return (version === undefined ? FEDERATION_1 : directivesOf(version)).includes(directive);
}

/** The directive as the subgraph has to write it: as imported, or with the name of the specification before it. */
function spelled(document, directive) {
  if (!ALL_DIRECTIVES.includes(directive)) return directive;
  for (const { kind, directives } of document.definitions)
    if (kind === Kind.SCHEMA_EXTENSION || kind === Kind.SCHEMA_DEFINITION)
      for (const link of directives) {
        const text = (name) => link.arguments.find((argument) => argument.name.value === name)?.value;
        if (!text("url")?.value?.includes("/federation/v")) continue;
        for (const item of text("import")?.values ?? []) {
          if (item.value === `@${directive}`) return directive;
          const field = (name) => item.fields?.find((candidate) => candidate.name.value === name)?.value.value;
          if (field("name") === `@${directive}`) return (field("as") ?? field("name")).slice(1);
        }
        return `${text("as")?.value ?? "federation"}__${directive}`;
      }
  return directive;
}

const applied = (document, text) => {
  const node = parse(`type T { f: Int ${text} }`).definitions[0].fields[0].directives[0];
  return { ...node, name: named(spelled(document, node.name.value)) };
};

/** Everything of a kind in the subgraphs: { node, parent, document }. */
function sites(documents, kinds, test = () => true) {
  const found = [];
  for (const document of documents)
    visit(document, {
      enter(node, key, container, path, ancestors) {
        if (!kinds.includes(node.kind)) return;
        const owner = Array.isArray(container) ? ancestors.at(-1) : container;
        if (test(node, owner)) found.push({ node, owner, container, document });
      },
    });
  return found;
}

const OBJECTS = [Kind.OBJECT_TYPE_DEFINITION, Kind.OBJECT_TYPE_EXTENSION];
const WITH_FIELDS = [...OBJECTS, Kind.INTERFACE_TYPE_DEFINITION, Kind.INTERFACE_TYPE_EXTENSION, Kind.INPUT_OBJECT_TYPE_DEFINITION];
const TYPES = [...WITH_FIELDS, Kind.UNION_TYPE_DEFINITION, Kind.ENUM_TYPE_DEFINITION, Kind.SCALAR_TYPE_DEFINITION];
const FIELD_OR_INPUT = [Kind.FIELD_DEFINITION, Kind.INPUT_VALUE_DEFINITION];

const remove = ({ node, container }) => container.splice(container.indexOf(node), 1);
const pick = (dice, list) => (list.length === 0 ? undefined : dice.of(list));

const fields = (documents, test) => sites(documents, [Kind.FIELD_DEFINITION], test);
const isLinkOrSchema = (owner) => owner.kind.startsWith("Schema");
const directivesIn = (documents, test = () => true) =>
  sites(documents, [Kind.DIRECTIVE], (node, owner) => !isLinkOrSchema(owner) && test(node, owner));
const nameOf = (node) =>
  node.name.value
    .split("__")
    .at(-1)
    .replace(/^my(.)/, (_, letter) => letter.toLowerCase());
const isOneOf =
  (...names) =>
  (node) =>
    names.includes(nameOf(node));

/** Changes the site, or says with undefined that there is none. */
const on = (find, change) => (documents, dice) => {
  const site = pick(dice, find(documents));
  if (site === undefined) return undefined;
  change(site, dice, documents);
  return true;
};

const addDirective = (text, kinds, test) =>
  on(
    (documents) =>
      sites(
        documents.filter((document) => supports(document, (typeof text === "function" ? text(new Dice("")) : text).match(/\w+/)[0])),
        kinds,
        test,
      ),
    ({ node, document }, dice) => node.directives.push(applied(document, typeof text === "function" ? text(dice) : text)),
  );

/** One word of a field set replaced. */
const inFieldSet = (change) =>
  on(
    (documents) =>
      directivesIn(
        documents,
        (node) => isOneOf("key", "requires", "provides")(node) && node.arguments.some(({ value }) => value.kind === Kind.STRING),
      ),
    ({ node }, dice) => {
      const argument = node.arguments.find(({ value }) => value.kind === Kind.STRING);
      argument.value = { kind: Kind.STRING, value: change(argument.value.value, dice) };
    },
  );

const sameTypeElsewhere = (documents, site) =>
  documents
    .filter((document) => document !== site.document)
    .flatMap((document) =>
      document.definitions.filter((definition) => definition.kind === site.owner.kind && definition.name.value === site.owner.name.value),
    );

const MUTATIONS = {
  dropDirective: on((documents) => directivesIn(documents), remove),
  dropKey: on((documents) => directivesIn(documents, isOneOf("key")), remove),
  dropShareable: on((documents) => directivesIn(documents, isOneOf("shareable")), remove),
  dropExternal: on((documents) => directivesIn(documents, isOneOf("external")), remove),
  dropRequiresOrProvides: on((documents) => directivesIn(documents, isOneOf("requires", "provides")), remove),
  dropOverride: on((documents) => directivesIn(documents, isOneOf("override")), remove),
  repeatDirective: on(
    (documents) => directivesIn(documents),
    ({ node, container }) => container.push(structuredClone(node)),
  ),
  dropField: on((documents) => fields(documents), remove),
  dropAnyElement: on((documents) => sites(documents, [...FIELD_OR_INPUT, Kind.ENUM_VALUE_DEFINITION]), remove),
  renameField: on(
    (documents) => fields(documents),
    ({ node }) => (node.name = named(`${node.name.value}X`)),
  ),
  renameType: on(
    (documents) => sites(documents, TYPES),
    ({ node }) => (node.name = named(`${node.name.value}X`)),
  ),
  toggleNull: on(
    (documents) => sites(documents, FIELD_OR_INPUT),
    ({ node }) => (node.type = node.type.kind === Kind.NON_NULL_TYPE ? node.type.type : { kind: Kind.NON_NULL_TYPE, type: node.type }),
  ),
  toggleList: on(
    (documents) => sites(documents, FIELD_OR_INPUT),
    ({ node }) =>
      (node.type = typeNamed(print(node.type).startsWith("[") ? print(node.type).replace(/[[\]!]/g, "") : `[${print(node.type)}]`)),
  ),
  otherType: on(
    (documents) => sites(documents, FIELD_OR_INPUT),
    ({ node }, dice, documents) => {
      const names = documents.flatMap((document) =>
        document.definitions.filter(({ kind }) => TYPES.includes(kind)).map(({ name }) => name.value),
      );
      node.type = typeNamed(print(node.type).replace(/\w+/, dice.of(["Int", "String", "Boolean", "ID", dice.of(names)])));
    },
  ),
  dropType: on((documents) => sites(documents, TYPES), remove),
  otherKind: on(
    (documents) => sites(documents, [Kind.OBJECT_TYPE_DEFINITION, Kind.INTERFACE_TYPE_DEFINITION]),
    ({ node }) => (node.kind = node.kind === Kind.OBJECT_TYPE_DEFINITION ? Kind.INTERFACE_TYPE_DEFINITION : Kind.OBJECT_TYPE_DEFINITION),
  ),
  toExtension: on(
    (documents) =>
      sites(
        documents,
        TYPES.filter((kind) => kind.endsWith("Definition") && kind !== Kind.SCALAR_TYPE_DEFINITION),
      ),
    ({ node }) => {
      node.kind = node.kind.replace("Definition", "Extension");
      delete node.description;
    },
  ),
  fromExtension: on(
    (documents) => sites(documents, [Kind.OBJECT_TYPE_EXTENSION]),
    ({ node }) => (node.kind = Kind.OBJECT_TYPE_DEFINITION),
  ),
  dropInterface: on(
    (documents) => sites(documents, TYPES, ({ interfaces }) => interfaces?.length > 0),
    ({ node }) => node.interfaces.pop(),
  ),
  addInterface: (documents, dice) => {
    const document = pick(
      dice,
      documents.filter(({ definitions }) => definitions.some(({ kind }) => kind === Kind.INTERFACE_TYPE_DEFINITION)),
    );
    if (document === undefined) return undefined;
    const target = pick(
      dice,
      document.definitions.filter(({ kind }) => OBJECTS.includes(kind)),
    );
    if (target === undefined) return undefined;
    target.interfaces.push({
      kind: Kind.NAMED_TYPE,
      name: dice.of(document.definitions.filter(({ kind }) => kind === Kind.INTERFACE_TYPE_DEFINITION)).name,
    });
    return true;
  },
  dropMember: on(
    (documents) => sites(documents, [Kind.UNION_TYPE_DEFINITION], ({ types }) => types.length > 0),
    ({ node }, dice) => node.types.splice(dice.between(0, node.types.length - 1), 1),
  ),
  dropEnumValue: on((documents) => sites(documents, [Kind.ENUM_VALUE_DEFINITION]), remove),
  addEnumValue: on(
    (documents) => sites(documents, [Kind.ENUM_TYPE_DEFINITION]),
    ({ node }) => node.values.push({ kind: Kind.ENUM_VALUE_DEFINITION, name: named("EXTRA"), directives: [] }),
  ),
  renameEnumValue: on(
    (documents) => sites(documents, [Kind.ENUM_VALUE_DEFINITION]),
    ({ node }) => (node.name = named(`${node.name.value}_X`)),
  ),
  dropArgument: on(
    (documents) => sites(documents, [Kind.INPUT_VALUE_DEFINITION], (_, owner) => owner.kind === Kind.FIELD_DEFINITION),
    remove,
  ),
  addArgument: on(
    (documents) => fields(documents),
    ({ node }, dice) =>
      node.arguments.push(
        ...parse(`type T { f(extra: ${dice.of(["Int", "Int!", "Int = 1", "Int! = 1"])}): Int }`).definitions[0].fields[0].arguments,
      ),
  ),
  changeDefault: on(
    (documents) => sites(documents, [Kind.INPUT_VALUE_DEFINITION], ({ defaultValue }) => defaultValue !== undefined),
    ({ node }, dice) => (node.defaultValue = dice.of([undefined, valueOf("4"), valueOf('"other"'), valueOf("null")])),
  ),
  addDefault: on(
    (documents) => sites(documents, [Kind.INPUT_VALUE_DEFINITION], ({ defaultValue }) => defaultValue === undefined),
    ({ node }, dice) => (node.defaultValue = valueOf(dice.of(["1", '"text"', "[1]", "{}", "null"]))),
  ),
  misspellFieldSet: inFieldSet((text) => `${text}z`),
  shortenFieldSet: inFieldSet((text) => text.replace(/\w+\s*(\{[^}]*\})?\s*$/, "")),
  widenFieldSet: inFieldSet(
    (text, dice) => `${text} ${dice.of(["__typename", "id", "name1", "code", "home { code }", "... on Query { a }"])}`,
  ),
  breakFieldSet: inFieldSet((text, dice) =>
    dice.of([`${text} {`, `${text} }`, `x: ${text}`, `${text} @skip(if: true)`, `${text}(a: 1)`, `{ ${text} }`]),
  ),
  notResolvable: on(
    (documents) => directivesIn(documents, isOneOf("key")),
    ({ node }) =>
      node.arguments.push(...parse("type T { f: Int @key(resolvable: false) }").definitions[0].fields[0].directives[0].arguments),
  ),
  changeText: on(
    (documents) =>
      directivesIn(
        documents,
        (node) => !isOneOf("key", "requires", "provides")(node) && node.arguments.some(({ value }) => value.kind === Kind.STRING),
      ),
    ({ node }, dice) =>
      (dice.of(node.arguments.filter(({ value }) => value.kind === Kind.STRING)).value = {
        kind: Kind.STRING,
        value: dice.of(["", "other", "percent(200)", "a b", "_x"]),
      }),
  ),
  dropDirectiveArgument: on(
    (documents) => directivesIn(documents, (node) => node.arguments.length > 1),
    ({ node }, dice) => node.arguments.splice(dice.between(0, node.arguments.length - 1), 1),
  ),
  addExternal: addDirective("@external", [Kind.FIELD_DEFINITION]),
  addShareable: addDirective("@shareable", [...OBJECTS, Kind.FIELD_DEFINITION]),
  addInaccessible: addDirective("@inaccessible", [...TYPES, ...FIELD_OR_INPUT, Kind.ENUM_VALUE_DEFINITION]),
  addTag: addDirective('@tag(name: "added")', [...TYPES, ...FIELD_OR_INPUT, Kind.ENUM_VALUE_DEFINITION]),
  addKey: addDirective(
    (dice) => `@key(fields: "${dice.of(["id", "code", "name1", "id code"])}")`,
    [...OBJECTS, Kind.INTERFACE_TYPE_DEFINITION],
  ),
  requireFromElsewhere: on(
    (documents) =>
      fields(documents, (_, owner) => owner.kind === Kind.OBJECT_TYPE_DEFINITION).filter(
        (site) => sameTypeElsewhere(documents, site).length > 0,
      ),
    (site, dice, documents) => {
      const target = dice.of(sameTypeElsewhere(documents, site));
      const document = documents.find(({ definitions }) => definitions.includes(target));
      const name = site.node.name.value;
      if (!target.fields.some((field) => field.name.value === name))
        target.fields.push({ ...structuredClone(site.node), directives: [applied(document, "@external")] });
      target.fields.push({
        ...parse("type T { needsIt: Int }").definitions[0].fields[0],
        directives: [applied(document, `@requires(fields: "${name}")`)],
      });
    },
  ),
  addRequires: addDirective((dice) => `@requires(fields: "${dice.of(["id", "code", "name1", "home { code }"])}")`, [Kind.FIELD_DEFINITION]),
  addProvides: addDirective((dice) => `@provides(fields: "${dice.of(["id", "code", "name1"])}")`, [Kind.FIELD_DEFINITION]),
  addInterfaceObject: addDirective("@interfaceObject", OBJECTS),
  addAuthenticated: addDirective("@authenticated", [...TYPES, Kind.FIELD_DEFINITION]),
  addScopes: addDirective('@requiresScopes(scopes: [["added"]])', [...OBJECTS, Kind.FIELD_DEFINITION]),
  addCost: addDirective("@cost(weight: 2)", [...TYPES, ...FIELD_OR_INPUT]),
  addListSize: addDirective(
    (dice) => `@listSize(${dice.of(["assumedSize: 3", "assumedSize: -3", 'slicingArguments: ["first"]', 'sizedFields: ["name1"]'])})`,
    [Kind.FIELD_DEFINITION],
  ),
  addContext: addDirective('@context(name: "added")', OBJECTS),
  addDeprecated: addDirective("@deprecated", [...FIELD_OR_INPUT, Kind.ENUM_VALUE_DEFINITION]),
  addUnknownDirective: addDirective("@sharable", [Kind.FIELD_DEFINITION]),
  copyField: on(
    (documents) => fields(documents).filter((site) => sameTypeElsewhere(documents, site).length > 0),
    (site, dice, documents) => {
      const target = dice.of(sameTypeElsewhere(documents, site));
      if (!target.fields.some(({ name }) => name.value === site.node.name.value))
        target.fields.push({ ...structuredClone(site.node), directives: [] });
    },
  ),
  moveField: on(
    (documents) => fields(documents).filter((site) => sameTypeElsewhere(documents, site).length > 0),
    (site, dice, documents) => {
      remove(site);
      dice.of(sameTypeElsewhere(documents, site)).fields.push(site.node);
    },
  ),
  otherVersion: on(
    (documents) => sites(documents, [Kind.STRING], ({ value }) => value.includes("/federation/v")),
    ({ node }, dice) =>
      (node.value = `https://specs.apollo.dev/federation/${dice.of(["v2.0", "v2.2", "v2.5", "v2.8", "v2.99", "2.3", "v1.0"])}`),
  ),
  dropImport: on(
    (documents) => sites(documents, [Kind.LIST], (_, owner) => owner.kind === Kind.ARGUMENT && owner.name.value === "import"),
    ({ node }, dice) => node.values.splice(dice.between(0, node.values.length - 1), 1),
  ),
  emptyType: on(
    (documents) => sites(documents, WITH_FIELDS),
    ({ node }) => (node.fields = []),
  ),
};

/** What mostly ends at the parser or the validation of GraphQL is tried less often than what reaches the rules of federation. */
const SELDOM = new Set([
  "addUnknownDirective",
  "emptyType",
  "dropType",
  "renameType",
  "addInterface",
  "otherKind",
  "repeatDirective",
  "addDefault",
  "breakFieldSet",
]);
const ALL = Object.entries(MUTATIONS).flatMap((entry) => (SELDOM.has(entry[0]) ? [entry] : [entry, entry, entry]));

const OF_THE_LIST = {
  dropSubgraph: (subgraphs, dice) => dice.some(subgraphs, Math.max(1, subgraphs.length - 1)),
  reorderSubgraphs: (subgraphs, dice) => dice.shuffled(subgraphs),
  renameSubgraph: (subgraphs, dice) =>
    subgraphs.map((subgraph, index) =>
      index === 0
        ? {
            ...subgraph,
            name: dice.of(["_", "1st", subgraphs.at(-1).name, `${subgraphs.at(-1).name}_1`, subgraphs.at(-1).name.toUpperCase()]),
          }
        : subgraph,
    ),
};

export const MUTATION_NAMES = [...Object.keys(MUTATIONS), ...Object.keys(OF_THE_LIST)];

function changedList(subgraphs, dice) {
  const name = dice.of(Object.keys(OF_THE_LIST));
  const changed = OF_THE_LIST[name](subgraphs, dice);
  return JSON.stringify(changed) === JSON.stringify(subgraphs) ? undefined : { name, subgraphs: changed };
}

function changedSdl(subgraphs, dice) {
  const documents = subgraphs.map(({ sdl }) => parse(sdl, { noLocation: true }));
  const before = documents.map(print).join();
  const [name, change] = dice.of(ALL);
  if (change(documents, dice) === undefined || documents.map(print).join() === before) return undefined;
  return { name, subgraphs: subgraphs.map((subgraph, index) => ({ ...subgraph, sdl: `${print(documents[index])}\n` })) };
}

/** The subgraphs after one change, with its name; undefined where the change finds no place or changes nothing. */
const mutated = (subgraphs, dice) => (dice.chance(0.05) ? changedList : changedSdl)(subgraphs, dice);

/** `count` inputs, each made from one of `valid` by a single change that depends on the seed and its number. */
export function broken(valid, seed, count) {
  return Array.from({ length: count }, (_, index) => {
    const dice = new Dice(`broken-${seed}-${index}`);
    for (;;) {
      const { id, subgraphs } = dice.of(valid);
      const result = mutated(subgraphs, dice);
      if (result !== undefined) return { id: `broken-${seed}-${index}:${result.name}`, from: id, subgraphs: result.subgraphs };
    }
  });
}
