// What a random world may have beyond entities: each feature adds itself in one place where it should compose.

const upTo2 = (dice, list) => dice.some(list, dice.between(1, 2));
const modern = (world, version) => world.subgraphs.filter((subgraph) => subgraph.supports(version));
const objectTypes = (subgraph) =>
  [...subgraph.types.values()].filter(({ kind, name }) => kind === "type" && !["Query", "Mutation", "Subscription"].includes(name));
const fieldsOf = (types) => types.flatMap((type) => [...type.fields].map(([name, field]) => ({ type, name, field })));
const isKeyField = ({ type, name }) =>
  type.directives.some((directive) => directive.startsWith("@key") && new RegExp(`\\b${name}\\b`).test(directive));
const plainFields = (subgraph) =>
  fieldsOf(objectTypes(subgraph)).filter((candidate) => !isKeyField(candidate) && !candidate.field.directives.includes("@external"));
const setOf = (field) => (field.isLeaf ? field.name : undefined);

function entityWith(world, dice, test) {
  return dice.shuffled(world.entities).find((entity) => entity.fields.some((field) => test(entity, field)));
}

function requires(world, dice) {
  for (const entity of dice.shuffled(world.entities)) {
    const field = dice
      .shuffled(entity.fields)
      .find(({ isPlain, isLeaf, sharers }) => isPlain && isLeaf && sharers.length < entity.subgraphs.length);
    if (field === undefined) continue;
    const subgraph = dice.shuffled(entity.subgraphs).find((candidate) => !field.sharers.includes(candidate));
    const type = subgraph.types.get(entity.name);
    if (field.named === "Date") subgraph.type("scalar", "Date");
    if (!type.fields.has(field.name)) type.add(field.name, field.type, { directives: ["@external"] });
    const name = world.freshName("derived");
    type.add(name, "Int", { directives: [`@requires(fields: "${setOf(field)}")`] });
    if (dice.chance(0.6)) return;
  }
}

function requiresNested(world, dice) {
  const entity = entityWith(
    world,
    dice,
    (candidate, { isPlain, named, sharers }) =>
      isPlain && world.values.some(({ name }) => name === named) && sharers.length < candidate.subgraphs.length,
  );
  if (entity === undefined) return;
  const field = entity.fields.find(
    ({ isPlain, named, sharers }) => isPlain && world.values.some(({ name }) => name === named) && sharers.length < entity.subgraphs.length,
  );
  const subgraph = dice.of(entity.subgraphs.filter((candidate) => !field.sharers.includes(candidate)));
  const value = world.values.find(({ name }) => name === field.named);
  const type = subgraph.types.get(entity.name);
  world.useValue(subgraph, value);
  type.add(field.name, field.type, { directives: ["@external"] });
  type.add(world.freshName("derived"), "String", {
    directives: [
      `@requires(fields: "${field.name} { ${dice
        .some(value.fields, dice.between(1, value.fields.length))
        .map(([name]) => name)
        .join(" ")} }")`,
    ],
  });
}

function provides(world, dice) {
  const entity = entityWith(
    world,
    dice,
    (candidate, { isPlain, isLeaf, sharers }) => isPlain && isLeaf && sharers.length < candidate.subgraphs.length,
  );
  if (entity === undefined) return;
  const field = dice.of(
    entity.fields.filter(({ isPlain, isLeaf, sharers }) => isPlain && isLeaf && sharers.length < entity.subgraphs.length),
  );
  const subgraph = dice.of(entity.subgraphs.filter((candidate) => !field.sharers.includes(candidate)));
  const type = subgraph.types.get(entity.name);
  if (type.fields.has(field.name)) return;
  if (field.named === "Date") subgraph.type("scalar", "Date");
  if (field.sharers.length === 1) world.share(field.sharers[0], field.sharers[0].types.get(entity.name).fields.get(field.name));
  type.add(field.name, field.type, { directives: ["@external"] });
  subgraph
    .type("type", "Query")
    .add(world.freshName("provided"), world.wrapped(entity.name), { directives: [`@provides(fields: "${field.name}")`] });
}

function override(world, dice) {
  const entity = entityWith(
    world,
    dice,
    (candidate, { isLeaf, sharers }) =>
      isLeaf && sharers.length === 1 && candidate.subgraphs.some((subgraph) => !sharers.includes(subgraph) && !subgraph.isFederation1),
  );
  if (entity === undefined) return;
  const field = entity.fields.find(
    ({ isLeaf, sharers }) =>
      isLeaf && sharers.length === 1 && entity.subgraphs.some((subgraph) => !sharers.includes(subgraph) && !subgraph.isFederation1),
  );
  const subgraph = dice.of(entity.subgraphs.filter((candidate) => !field.sharers.includes(candidate) && !candidate.isFederation1));
  const type = subgraph.types.get(entity.name);
  if (type.fields.has(field.name) || type.isExtension) return;
  if (field.named === "Date") subgraph.type("scalar", "Date");
  const label = subgraph.supports("2.7") && dice.chance(0.5) ? `, label: "${dice.of(["percent(10)", "percent(33.3)", "rollout"])}"` : "";
  const from = dice.chance(0.92) ? field.sharers[0].name : "gone";
  type.add(field.name, field.type, { parameters: field.parameters, directives: [`@override(from: "${from}"${label})`] });
}

function interfaces(world, dice) {
  const name = world.freshName("Node");
  const entity = dice.of(world.entities);
  const idType = entity.keys[0].fields[0][1];
  const implementing = world.entities.filter((candidate) => candidate.keys[0].fields[0][1] === idType);
  for (const subgraph of upTo2(dice, entity.subgraphs)) {
    const local = implementing.filter((candidate) => candidate.subgraphs.includes(subgraph));
    const declared = subgraph.type("interface", name);
    declared.add("id", idType);
    for (const candidate of local) subgraph.types.get(candidate.name).interfaces.push(name);
    const shared = fieldsOf([subgraph.types.get(entity.name)]).filter(
      (field) => !isKeyField(field) && field.field.parameters.length === 0 && field.field.directives.length === 0,
    );
    if (local.length === 1 && shared.length > 0 && dice.chance(0.4)) declared.add(shared[0].name, shared[0].field.type);
    subgraph.type("type", "Query").add(world.freshName("node"), world.wrapped(name));
  }
}

function unions(world, dice) {
  const name = world.freshName("Result");
  for (const subgraph of upTo2(dice, world.subgraphs)) {
    const members = world.entities.filter((entity) => entity.subgraphs.includes(subgraph)).map((entity) => entity.name);
    if (members.length === 0) continue;
    subgraph.type("union", name).members = dice.some(members, dice.between(1, members.length));
    subgraph.type("type", "Query").add(world.freshName("search"), `[${name}!]`);
  }
}

function interfaceObject(world, dice) {
  const subgraphs = dice.shuffled(modern(world, "2.3"));
  if (subgraphs.length < 2 || subgraphs.length < world.subgraphs.length) return;
  const name = world.freshName("Media");
  const [home, ...others] = subgraphs;
  const declared = home.type("interface", name);
  declared.directives.push('@key(fields: "id")');
  declared.add("id", "ID!");
  declared.add("label", "String");
  for (const part of ["A", "B"]) {
    const type = home.type("type", `${name}${part}`);
    type.interfaces.push(name);
    type.directives.push('@key(fields: "id")');
    type.add("id", "ID!");
    type.add("label", "String");
    if (dice.chance(0.5)) type.add(world.fieldName(), "Int");
  }
  home.type("type", "Query").add(world.freshName("media"), world.wrapped(name));
  for (const other of upTo2(dice, others)) {
    const type = other.type("type", name);
    type.directives.push('@key(fields: "id")', "@interfaceObject");
    type.add("id", "ID!");
    const plain = world.freshName("score");
    type.add(plain, "Int");
    if (dice.chance(0.4)) {
      type.add("label", "String", { directives: ["@external"] });
      type.add(world.freshName("shout"), "String", { directives: ['@requires(fields: "label")'] });
    }
    if (dice.chance(0.4)) other.type("type", "Query").add(world.freshName("best"), name);
  }
}

function enums(world, dice) {
  const name = world.freshName("Kind");
  const usage = dice.of(["input", "output", "both", "unused"]);
  for (const subgraph of upTo2(dice, world.subgraphs)) {
    const all = ["ALPHA", "BETA", "GAMMA"];
    const names = usage === "both" || dice.chance(0.6) ? all : all.filter((value, index) => index === 0 || dice.chance(0.6));
    subgraph.type("enum", name).values = (dice.chance(0.2) ? dice.shuffled(names) : names).map((value) => ({
      name: value,
      directives: dice.chance(0.08) ? ['@deprecated(reason: "old")'] : [],
    }));
    const parameters =
      usage === "input" || usage === "both"
        ? [{ name: "kind", type: name, defaultValue: dice.chance(0.3) ? "ALPHA" : undefined, directives: [] }]
        : [];
    if (usage !== "unused")
      subgraph.type("type", "Query").add(world.freshName("kinds"), usage === "input" ? "Int" : world.wrapped(name), { parameters });
  }
}

function inputs(world, dice) {
  const name = world.freshName("Filter");
  const fields = [
    ["text", "String"],
    ["limit", dice.of(["Int", "Int!"])],
    ["tags", "[String!]"],
    ["inner", name],
  ];
  for (const subgraph of upTo2(dice, world.subgraphs)) {
    const type = subgraph.type("input", name);
    for (const [field, fieldType] of fields) {
      if (field === "tags" && dice.chance(0.3)) continue;
      const added = type.add(field, field === "text" && dice.chance(0.2) ? "String!" : fieldType);
      if (field === "limit") added.defaultValue = "10";
      if (field === "inner" && fields[1][1] === "Int" && dice.chance(0.2)) added.description = "the inner filter";
    }
    subgraph.type("type", "Query").add(world.freshName("filtered"), "Int", {
      parameters: [{ name: "filter", type: dice.of([name, `${name}!`, `[${name}!]`]), directives: [] }],
    });
  }
}

function tags(world, dice) {
  for (const subgraph of world.subgraphs) {
    const candidates = plainFields(subgraph);
    for (const { field } of dice.some(candidates, dice.between(0, 2)))
      field.directives.push(`@tag(name: "${dice.of(["public", "internal", "beta"])}")`);
    const types = [...subgraph.types.values()].filter(({ name }) => name !== "Query");
    if (types.length > 0 && dice.chance(0.4)) dice.of(types).directives.push('@tag(name: "typed")');
  }
}

function inaccessible(world, dice) {
  for (const subgraph of upTo2(dice, modern(world, "2.0"))) {
    const candidates = plainFields(subgraph).filter(({ type }) => type.interfaces.length === 0 && type.fields.size > 1);
    for (const { field } of dice.some(candidates, 1)) field.directives.push("@inaccessible");
  }
}

function nullability(world, dice) {
  for (const entity of world.entities)
    for (const field of entity.fields.filter(({ sharers }) => sharers.length > 1)) {
      const draft = dice.of(field.sharers).types.get(entity.name).fields.get(field.name);
      draft.type = draft.type.endsWith("!") ? draft.type.slice(0, -1) : `${draft.type}!`;
    }
}

function argumentDrift(world, dice) {
  for (const entity of world.entities)
    for (const field of entity.fields.filter(({ sharers, parameters }) => sharers.length > 1 && parameters.length > 0)) {
      const { parameters } = dice.of(field.sharers).types.get(entity.name).fields.get(field.name);
      const parameter = dice.of(parameters);
      if (parameter.type.endsWith("!")) continue;
      if (dice.chance(0.5)) parameters.splice(parameters.indexOf(parameter), 1);
      else delete parameter.defaultValue;
    }
}

function authorization(world, dice) {
  for (const subgraph of upTo2(dice, modern(world, "2.6"))) {
    const needed = () =>
      dice.of([
        "@authenticated",
        '@requiresScopes(scopes: [["read"]])',
        '@requiresScopes(scopes: [["read", "write"], ["admin"]])',
        '@policy(policies: [["own"], ["staff"]])',
      ]);
    const fields = fieldsOf(
      [...subgraph.types.values()].filter(({ kind, directives }) => kind === "type" && !directives.includes("@interfaceObject")),
    ).filter(({ field }) => !field.directives.includes("@external"));
    for (const { field } of dice.some(fields, 2)) field.directives.push(needed());
    const types = objectTypes(subgraph).filter(({ directives }) => !directives.includes("@interfaceObject"));
    if (types.length > 0 && dice.chance(0.4)) dice.of(types).directives.push(needed());
  }
}

function costs(world, dice) {
  for (const subgraph of upTo2(dice, modern(world, "2.9"))) {
    const fields = fieldsOf(objectTypes(subgraph)).filter(({ field }) => !field.directives.includes("@external"));
    for (const { field } of dice.some(fields, 2)) field.directives.push(`@cost(weight: ${dice.between(1, 9)})`);
    for (const { field } of fields)
      if (field.type.startsWith("[") && dice.chance(0.5)) field.directives.push(`@listSize(assumedSize: ${dice.between(1, 50)})`);
  }
}

function descriptions(world, dice) {
  for (const subgraph of world.subgraphs)
    for (const type of subgraph.types.values()) {
      if (dice.chance(0.3)) type.description = `${type.name} as ${dice.of(["we", "they"])} know it`;
      for (const field of type.fields.values()) if (dice.chance(0.1)) field.description = dice.of(["one", "two"]);
    }
}

function deprecated(world, dice) {
  for (const subgraph of upTo2(dice, world.subgraphs))
    for (const { field } of dice.some(plainFields(subgraph), 1))
      field.directives.push(dice.of(["@deprecated", '@deprecated(reason: "use another")']));
}

function executableDirective(world, dice) {
  const everywhere = dice.chance(0.6);
  for (const subgraph of everywhere ? world.subgraphs : upTo2(dice, world.subgraphs)) {
    const locations = dice.some(["FIELD", "QUERY", "FRAGMENT_SPREAD"], dice.between(2, 3)).join(" | ");
    subgraph.definitions.push(
      `directive @trace(level: Int = 1${dice.chance(0.5) ? ", name: String" : ""})${dice.chance(0.5) ? " repeatable" : ""} on ${locations}`,
    );
  }
}

function composeDirective(world, dice) {
  for (const subgraph of upTo2(dice, modern(world, "2.1"))) {
    const version = dice.of(["v1.0", "v1.0", "v1.1"]);
    subgraph.links.push(`@link(url: "https://example.test/owned/${version}", import: ["@owned"]) @composeDirective(name: "@owned")`);
    subgraph.definitions.push(
      `directive @owned(by: String!${version === "v1.1" ? ", since: Int" : ""}) ${dice.chance(0.5) ? "repeatable " : ""}on OBJECT | FIELD_DEFINITION`,
    );
    for (const { field } of dice.some(plainFields(subgraph), 2)) field.directives.push(`@owned(by: "${dice.of(["a", "b"])}")`);
  }
}

function context(world, dice) {
  const [subgraph] = dice.shuffled(modern(world, "2.8"));
  if (subgraph === undefined) return;
  const outer = subgraph.type("type", world.freshName("Tenant"));
  const inner = subgraph.type("type", world.freshName("Invoice"));
  const name = world.freshName("tenant");
  outer.directives.push('@key(fields: "id")', `@context(name: "${name}")`);
  outer.add("id", "ID!");
  outer.add("currency", "String!");
  outer.add("invoice", inner.name);
  inner.directives.push('@key(fields: "id")');
  inner.add("id", "ID!");
  inner.add("total", "Int", {
    parameters: [
      { name: "currency", type: "String", directives: [`@fromContext(field: "$${name} { currency }")`] },
      ...(dice.chance(0.4) ? [{ name: "rounded", type: "Boolean", directives: [] }] : []),
    ],
  });
  subgraph.type("type", "Query").add(world.freshName("tenant"), outer.name);
}

function sharedRoots(world, dice) {
  const entity = dice.of(world.entities);
  const name = world.freshName("shared");
  for (const subgraph of dice.some(entity.subgraphs, 2)) world.share(subgraph, subgraph.type("type", "Query").add(name, entity.name));
}

function renamedRoot(world, dice) {
  const subgraph = dice.of(world.subgraphs);
  const query = subgraph.types.get("Query");
  if (query === undefined || query.isExtension) return;
  query.name = "RootQuery";
  subgraph.definitions.push(
    `schema {\n  query: RootQuery\n${["Mutation", "Subscription"]
      .filter((root) => subgraph.has(root))
      .map((root) => `  ${root.toLowerCase()}: ${root}\n`)
      .join("")}}`,
  );
}

/** [feature, share of the worlds that get it]; the last ones look at what the others made. */
export const FEATURES = [
  [interfaces, 0.3],
  [unions, 0.2],
  [interfaceObject, 0.25],
  [enums, 0.35],
  [inputs, 0.3],
  [requires, 0.4],
  [requiresNested, 0.15],
  [provides, 0.2],
  [override, 0.25],
  [sharedRoots, 0.15],
  [context, 0.15],
  [nullability, 0.25],
  [argumentDrift, 0.25],
  [tags, 0.2],
  [inaccessible, 0.15],
  [authorization, 0.2],
  [costs, 0.2],
  [descriptions, 0.2],
  [deprecated, 0.15],
  [executableDirective, 0.12],
  [composeDirective, 0.12],
  [renamedRoot, 0.06],
];
