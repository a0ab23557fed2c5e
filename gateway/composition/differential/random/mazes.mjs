// Small sets of subgraphs around one family of rules each, put together with no care for whether they compose: about half of them do not, for
// reasons nobody would think of by hand.
import { linkHeader } from "../federation.mjs";
import { Dice } from "./dice.mjs";

const NAMES = ["a", "b", "c", "d"];
const joined = (...parts) => parts.filter((part) => part !== "").join(" ");
const repeat = (count, make) => Array.from({ length: count }, (_, index) => make(index));
const subgraph = (name, version, sdl) => ({
  name,
  url: `http://${name}.test/graphql`,
  sdl: `${version === undefined ? "" : linkHeader(version, ["*"])}${sdl}\n`,
});

/** Keys, @requires, @provides and shared values in every combination: what can be reached from where. */
function paths(dice) {
  const names = NAMES.slice(0, dice.between(2, 4));
  const types = ["T", "U"].slice(0, dice.between(1, 2));
  const keyed = new Map(types.map((type) => [type, dice.some(["k1", "k2", "k3"], dice.between(1, 3))]));
  const leaves = ["x", "y", "z"];
  const targets = new Map(types.map((type) => [type, dice.of(types)]));
  // Every leaf is resolved by someone, so that the others may count on it.
  const owners = new Map(types.flatMap((type) => leaves.map((leaf) => [`${type}.${leaf}`, dice.between(0, names.length - 1)])));
  return names.map((name, index) => {
    const parts = [];
    for (const type of types) {
      if (index > 0 && !leaves.some((leaf) => owners.get(`${type}.${leaf}`) === index) && dice.chance(0.3)) continue;
      const keys = dice.some(keyed.get(type), dice.between(0, 2));
      const compound = keys.length === 2 && dice.chance(0.3);
      const sets = compound ? [keys.join(" ")] : dice.chance(0.15) ? [...keys, "v { p }"] : keys;
      const directives = sets.map((set) => `@key(fields: "${set}"${dice.chance(0.2) ? ", resolvable: false" : ""})`);
      const fields = new Map(
        keys.map((key) => [key, `${key}: ID${dice.chance(0.08) ? " @external" : dice.chance(0.5) ? " @shareable" : ""}`]),
      );
      for (const key of keyed.get(type)) if (!fields.has(key) && dice.chance(0.2)) fields.set(key, `${key}: ID @shareable`);
      for (const leaf of leaves)
        if (owners.get(`${type}.${leaf}`) === index || dice.chance(0.15)) fields.set(leaf, `${leaf}: Int @shareable`);
      if (sets.includes("v { p }") || dice.chance(0.3)) fields.set("v", `v: V @shareable`);
      if (dice.chance(0.4)) fields.set("t", `t: ${targets.get(type)} @shareable`);
      const lacking = leaves.filter((leaf) => !fields.has(leaf));
      if (lacking.length > 0 && dice.chance(0.25)) {
        const provided = dice.of(lacking);
        fields.set(provided, `${provided}: Int @external`);
        fields.set(`p${index}`, `p${index}: ${type} @provides(fields: "${provided}")`);
      }
      if (dice.chance(0.35)) {
        const candidates = leaves.filter((leaf) => !fields.has(leaf) || fields.get(leaf).endsWith("@external"));
        const needed = dice.of([...candidates, ...candidates, ...(dice.chance(0.2) ? ["v { p }"] : [])]);
        const field = needed?.split(" ")[0];
        if (field !== undefined) {
          if (!fields.has(field)) fields.set(field, `${field}: ${field === "v" ? "V" : "Int"} @external`);
          fields.set(`r${index}`, `r${index}: Int @requires(fields: "${needed}")`);
        }
      }
      if (fields.size === 0) fields.set("own", `own${index}: Int`);
      parts.push(joined(`type ${type}`, ...directives, `{ ${[...fields.values()].join(" ")} }`));
    }
    const body = parts.join("\n");
    const value = /\bV\b/.test(body) ? `type V @shareable { ${dice.of(["p: Int q: Int", "p: Int q: Int", "p: Int"])} }` : "";
    const roots = types
      .filter((type) => body.includes(`type ${type}`) && dice.chance(index === 0 ? 1 : 0.3))
      .map((type) => `q${type}${index}: ${type}`);
    return subgraph(name, "2.3", joined(body, value, `type Query { ping${index}: Int ${roots.join(" ")} }`));
  });
}

/** Interfaces, unions and interface objects whose parts are spread over subgraphs. */
function abstract(dice) {
  const names = NAMES.slice(0, dice.between(2, 3));
  const objects = ["A", "B", "C"].slice(0, dice.between(2, 3));
  const hasKeys = dice.chance(0.7);
  return names.map((name, index) => {
    const key = hasKeys && dice.chance(0.85) ? '@key(fields: "id")' : "";
    const asObject = index > 0 && dice.chance(0.35);
    const extra = repeat(dice.between(0, 2), () =>
      dice.of(["x: Int @shareable", "y: Int @shareable", "z: I @shareable", "w: U @shareable"]),
    );
    const fields = [...new Set(extra)];
    if (asObject) {
      const object = joined(
        "type I",
        dice.chance(0.95) ? "@interfaceObject" : "",
        dice.chance(0.9) ? '@key(fields: "id")' : "",
        `{ id: ID! ${fields.filter((field) => !field.includes("U")).join(" ")} }`,
      );
      const more = dice.chance(0.25) ? `type ${dice.of(objects)} ${key} { id: ID! own${index}: Int }` : "";
      return subgraph(name, "2.3", joined(object, more, `type Query { ping${index}: Int ${dice.chance(0.5) ? `i${index}: I` : ""} }`));
    }
    const interfaceKey = key !== "" && dice.chance(0.6) ? key : "";
    const local = interfaceKey !== "" && dice.chance(0.9) ? objects : dice.some(objects, dice.between(1, objects.length));
    const declared = fields.filter((field) => !field.includes("w:") && dice.chance(0.6)).map((field) => field.replace(" @shareable", ""));
    const types = local.map((object) => {
      const implementing = dice.chance(0.93);
      const needed = implementing
        ? fields.filter((field) => declared.includes(field.replace(" @shareable", "")) || dice.chance(0.5))
        : fields.filter(() => dice.chance(0.5));
      return joined(
        `type ${object}`,
        implementing ? "implements I" : "",
        key,
        key === "" ? "@shareable" : "",
        `{ id: ID! ${needed.join(" ")} ${dice.chance(0.4) ? `own${object}${index}: Int` : ""} }`,
      );
    });
    const union = `union U = ${dice.some(local, dice.between(1, local.length)).join(" | ")}`;
    const roots = repeat(
      dice.between(0, 2),
      (number) => `${dice.chance(0.3) ? `shared: I @shareable` : `r${index}_${number}: ${dice.of(["I", "U", ...local, "[I!]", "[U]"])}`}`,
    );
    return subgraph(
      name,
      "2.3",
      joined(
        `interface I ${interfaceKey} { id: ID! ${declared.join(" ")} }`,
        ...types,
        union,
        `type Query { ping${index}: Int ${[...new Set(roots)].join(" ")} }`,
      ),
    );
  });
}

const OUTPUTS = ["Int", "Int!", "String", "[Int]", "[Int!]", "[Int]!", "[[Int]]", "E", "S", "O", "O!", "[O]", "I", "U", "[U!]"];
const INPUTS = ["Int", "Int!", "String", "[Int]", "[Int!]", "[Int]!", "E", "In", "In!", "[In!]", "Float", "ID"];
const DEFAULTS = {
  Int: ["1", "2", "null"],
  "Int!": ["1"],
  String: ['"a"', '"b"'],
  "[Int]": ["[1]", "1", "[1, 2]", "[]"],
  "[Int!]": ["[1]"],
  E: ["A", "B"],
  In: ["{a: 1}", "{}", "{a: 1, b: 2}"],
  Float: ["1", "1.0", "1.5"],
  ID: ["1", '"1"'],
};

/** The same fields, arguments, inputs, enums and unions with slightly other types, defaults and directives in each subgraph. */
function types(dice) {
  const names = NAMES.slice(0, dice.between(2, 3));
  const near = (list, base) =>
    dice.chance(0.7)
      ? base
      : dice.of(list.filter((type) => type.replace(/!/g, "") === base.replace(/!/g, "")).concat(dice.chance(0.04) ? list : []));
  const bases = {
    f: dice.of(OUTPUTS),
    g: dice.of(OUTPUTS),
    x: dice.of(INPUTS),
    y: dice.of(INPUTS),
    a: dice.of(INPUTS),
    b: dice.of(["Int", "Int", "String"]),
  };
  const withDefault = (type) => {
    const values = DEFAULTS[type];
    return values === undefined || dice.chance(0.8) ? type : `${type} = ${dice.of(values)}`;
  };
  const about = () => dice.of(["", "", "", "", '"one" ', '"two" ']);
  const extra = () => dice.of(["", "", "", "", "", '@tag(name: "t")', "@deprecated", '@deprecated(reason: "r")', "@inaccessible"]);
  return names.map((name, index) => {
    const parameters = ["x", "y"]
      .filter(() => dice.chance(0.7))
      .map((parameter) =>
        joined(`${about()}${parameter}: ${withDefault(near(INPUTS, bases[parameter]))}`, dice.of(["", "", "", '@tag(name: "p")'])),
      );
    const fields = ["f", "g"]
      .filter((field) => field === "f" || dice.chance(0.7))
      .map((field) =>
        joined(
          `${about()}${field}${field === "f" && parameters.length > 0 ? `(${parameters.join(", ")})` : ""}: ${near(OUTPUTS, bases[field])}`,
          extra(),
          "@shareable",
        ),
      );
    const inputFields = ["a", "b", "c"]
      .filter((field) => field === "a" || dice.chance(0.7))
      .map((field) =>
        joined(
          `${about()}${field}: ${field === "c" ? withDefault("Int") : withDefault(near(INPUTS, bases[field]))}`,
          dice.of(["", "", "", '@tag(name: "i")', "@inaccessible"]),
        ),
      );
    const values = dice
      .shuffled(["A", "B", "C"].filter((value) => value === "A" || dice.chance(0.93)))
      .map((value) => joined(value, dice.of(["", "", "", "", "", "@deprecated", "@inaccessible"])));
    const body = [
      `${about()}type Query { ${fields.join(" ")} ping${index}: Int ${dice.chance(0.3) ? `in${index}(i: In, e: E): E` : ""} }`,
      `${about()}enum E { ${values.join(" ")} }`,
      `input In { ${inputFields.join(" ")} }`,
      "scalar S",
      `type O implements I @shareable { id: ID ${dice.chance(0.2) ? "more: Int" : ""} }`,
      "type P implements I @shareable { id: ID }",
      `interface I { id: ID }`,
      `union U = ${dice.of(["O | P", "O | P", "O", "P"])}`,
    ];
    return subgraph(name, dice.of(["2.0", "2.3", "2.3"]), body.join("\n"));
  });
}

/** @inaccessible wherever it may stand. */
function hiding(dice) {
  const hide = (text, share = 0.09) => (dice.chance(share) ? `${text} @inaccessible` : text);
  const part = (index) => {
    const argument = `${hide("a: E = A")}, ${hide(dice.of(["b: In", "b: In = {x: 1}", "b: In = {e: B}", "b: In"]))}`;
    return [
      `type Query ${dice.chance(0.03) ? "@inaccessible" : ""} { ping${index}: Int ${hide(`f(${argument}): T @shareable`)} ${hide("u: U @shareable")} ${hide("i: I @shareable")} ${hide("s: S @shareable")} }`,
      `${hide("type T implements I & J @shareable", 0.04)} { ${hide("id(x: Int): ID")} ${hide("n: Int")} ${hide("e: E")} }`,
      `${hide("type V implements I @shareable", 0.03)} { ${hide("id(x: Int): ID")} ${hide("m: Int")} }`,
      `${hide("interface I", 0.03)} { ${hide("id(x: Int): ID", 0.03)} }`,
      `${hide("interface J implements I", 0.03)} { ${hide("id(x: Int): ID", 0.03)} ${hide("n: Int", 0.03)} }`,
      `${hide("union U", 0.03)} = T | V`,
      `${hide("enum E", 0.03)} { ${hide("A")} ${hide("B")} C }`,
      `${hide("input In", 0.06)} { ${hide(dice.of(["x: Int", "x: Int!", "x: Int! = 1", "x: E = B"]))} ${hide("e: E")} ${hide("r: In2")} }`,
      `${hide("input In2", 0.06)} { ${hide(dice.of(["y: Int", "y: E = C", "y: Int = 2"]))} }`,
      hide("scalar S", 0.1),
      dice.chance(0.3) ? `directive @d(${hide(dice.of(["a: E = B", "b: In = {e: A}", "c: Int!"]))}) on FIELD` : "",
    ].join("\n");
  };
  return NAMES.slice(0, dice.between(1, 2)).map((name, index) => subgraph(name, "2.3", part(index)));
}

/** Federation 1 schemas, sometimes beside one of Federation 2. */
function federation1(dice) {
  const names = NAMES.slice(0, dice.between(2, 4));
  const ages = names.map(() => (dice.chance(0.2) ? dice.of(["2.0", "2.3"]) : undefined));
  return names.map((name, index) => {
    const version = ages[index];
    const share = version === undefined ? "" : "@shareable";
    const owner = index === 0;
    const keyword = owner || dice.chance(0.25) ? "type" : dice.chance(0.8) ? "extend type" : "type";
    const key = dice.of([
      '@key(fields: "id")',
      '@key(fields: "id")',
      '@key(fields: "id")',
      '@key(fields: "id code")',
      '@key(fields: "code")',
      version === undefined ? "@key(fields: id)" : '@key(fields: "id")',
      "",
    ]);
    const external = !owner && dice.chance(0.75) ? "@external" : "";
    const own = owner ? joined("x: Int", dice.chance(0.3) ? '@tag(name: "x")' : "", "y: String") : `own${index}: Int`;
    const needs =
      !owner && dice.chance(0.4)
        ? `x: Int @external needs${index}: Int @requires(fields: "${dice.of(["x", "x", "y", "x id"])}")`
        : !owner && dice.chance(0.3)
          ? `y: String ${dice.of(["@external", "", share])}`
          : "";
    const code = /code/.test(key) || (owner && dice.chance(0.6)) ? joined("code: String", /code/.test(key) ? external : "") : "";
    const entity = joined(
      keyword,
      "T",
      keyword === "type" && !owner && dice.chance(0.3) ? "@extends" : "",
      key,
      `{ id: ID! ${external} ${code} ${own} ${needs} v: V ${share} }`,
    );
    const value = `${dice.chance(0.08) ? "extend " : ""}type V ${dice.chance(0.5) ? share : ""} { p: Int ${dice.chance(0.8) ? "q: Int" : ""} }`;
    const enumeration = dice.chance(0.4)
      ? `enum E { A ${dice.chance(0.8) ? "B" : ""} } ${dice.chance(0.3) ? "extend enum E { C }" : ""} ${dice.chance(0.5) ? `type UsesE${index} { e: E }` : ""}`
      : "";
    const shared = dice.chance(0.3)
      ? `interface N ${dice.chance(0.2) ? '@key(fields: "id")' : ""} { id: ID! ${dice.chance(0.1) ? "@external" : ""} } type W implements N ${dice.chance(0.6) ? '@key(fields: "id")' : ""} { id: ID! ${share} }`
      : "";
    const provided = !owner && dice.chance(0.3) ? `@provides(fields: "${dice.of(["x", "y", "id", "v { p }"])}")` : "";
    const query = `${dice.chance(0.5) ? "extend " : ""}type Query { ping${index}: Int ${owner || dice.chance(0.5) ? `t${index}: T ${provided}` : ""} ${dice.chance(0.2) ? `same: Int ${share}` : ""} }`;
    return subgraph(name, version, [entity, value, enumeration, shared, query].join("\n"));
  });
}

const SCOPES = ['[["a"]]', '[["a"], ["b"]]', '[["a", "b"]]', '[["b"]]', '[["a", "c"], ["b"]]', '[["b", "a"], ["a"]]', "[]", "[[]]"];

/** Authorization on types, fields, interfaces' implementations and what @requires reaches. */
function authorization(dice) {
  const share = dice.chance(0.5) ? 0.7 : 0.2;
  const needed = () =>
    dice.chance(share)
      ? ""
      : dice.of([
          "@authenticated",
          `@requiresScopes(scopes: ${dice.of(SCOPES)})`,
          `@policy(policies: ${dice.of(SCOPES)})`,
          `@authenticated @requiresScopes(scopes: ${dice.of(SCOPES)})`,
        ]);
  const first = [
    `type Query { t: T ${needed()} i: I e: E shared: Int @shareable ${needed()} }`,
    `type T implements I @key(fields: "id") ${needed()} { id: ID! x: Int ${needed()} o: O ${needed()} }`,
    `type O @shareable ${needed()} { p: Int ${needed()} e: E ${needed()} }`,
    `interface I ${dice.chance(0.4) ? '@key(fields: "id")' : ""} { id: ID! x: Int }`,
    `type S implements I @key(fields: "id") ${needed()} { id: ID! x: Int ${needed()} }`,
    `enum E ${needed()} { A }`,
  ].join("\n");
  const isObject = first.includes("interface I @key") && dice.chance(0.6);
  const set = dice.of(["x", "o { p }", "o { e }", "o { p e }"]);
  const external = isObject ? "x: Int @external" : /^o/.test(set) ? "o: O @external" : "x: Int @external";
  const second = [
    isObject
      ? `type I @interfaceObject @key(fields: "id") ${dice.chance(0.1) ? "@authenticated" : ""} { id: ID! ${external} y: Int @requires(fields: "x") ${needed()} z: Int ${needed()} }`
      : `type T @key(fields: "id") ${needed()} { id: ID! ${external} y: Int @requires(fields: "${set}") ${needed()} }`,
    /^o/.test(set) && !isObject ? `type O @shareable { p: Int ${needed()} e: E } enum E ${needed()} { A }` : "",
    `type Query { ping: Int shared: Int @shareable ${needed()} }`,
  ].join("\n");
  return [subgraph("a", "2.6", first), subgraph("b", "2.6", second)];
}

/** @override with and without labels, over shared, external and required fields. */
function overrides(dice) {
  const names = NAMES.slice(0, dice.between(2, 4));
  return names.map((name, index) => {
    const fields = ["x", "y", "v"]
      .filter(() => dice.chance(0.6))
      .map((field) => {
        const from = dice.of([
          ...names.filter((other) => other !== name || dice.chance(0.05)),
          ...names.slice(0, 1).filter((other) => other !== name),
          "gone",
        ]);
        const label = dice.chance(0.35) ? `, label: "${dice.of(["percent(5)", "percent(5)", "one", "percent(101)"])}"` : "";
        const directive = dice.of([
          "@shareable",
          "@shareable",
          "@shareable",
          "@shareable",
          `@override(from: "${from}"${label})`,
          `@override(from: "${from}"${label})`,
          `@override(from: "${from}") @shareable`,
          `@override(from: "${from}"${label}) @shareable`,
        ]);
        return joined(`${field}: ${field === "v" ? "V" : "Int"}`, directive);
      });
    const missing = ["x", "y"].filter((field) => !fields.some((text) => text.startsWith(`${field}:`)));
    const required = dice.of(missing);
    const needs =
      required !== undefined && dice.chance(0.5) ? `${required}: Int @external needs${index}: Int @requires(fields: "${required}")` : "";
    const keyOverride = index > 0 && dice.chance(0.08) ? `@override(from: "${names[0]}")` : "";
    const key = dice.of([
      '@key(fields: "id")',
      '@key(fields: "id")',
      '@key(fields: "id") @key(fields: "x")',
      '@key(fields: "id", resolvable: false)',
    ]);
    const withX = key.includes('"x"') && !fields.some((field) => field.startsWith("x:")) && required !== "x" ? ["x: Int @shareable"] : [];
    return subgraph(
      name,
      "2.7",
      [
        `type T ${key} { id: ID! ${keyOverride} ${[...fields, ...withX].join(" ")} ${needs} own${index}: Int }`,
        fields.some((field) => field.startsWith("v:"))
          ? `type V { p: Int ${dice.of(["@shareable", "@shareable", "@shareable", `@override(from: "${names[0]}", label: "one")`])} ${dice.chance(0.3) ? `q${index}: Int` : ""} }`
          : "",
        `type Query { ping${index}: Int ${index === 0 || dice.chance(0.3) ? `t${index}: T` : ""} }`,
      ].join("\n"),
    );
  });
}

/** Contexts set at several places and read by arguments below. */
function contexts(dice) {
  const onBoth = dice.chance(0.5);
  const selection = dice.of(
    onBoth
      ? ["{ p }", "{ p }", "... on A { p } ... on B { p }", "... on A { p } ... on B { q }", "{ q }"]
      : ["{ p }", "{ p }", "... on A { p }", "{ o { p } }", "{ q }"],
  );
  const type = dice.of(["String", "String", "String!", "Int"]);
  const holders = ["A", "B"].map((name) =>
    joined(
      `type ${name} implements I`,
      dice.chance(0.8) ? '@key(fields: "id")' : "",
      name === "A" || onBoth ? `@context(name: "ctx")` : "",
      dice.chance(0.2) ? '@context(name: "other")' : "",
      `{ id: ID! p: ${dice.chance(0.9) ? "String!" : "String"} q: ${dice.chance(0.8) ? "String!" : "Int"} o: O${dice.chance(0.8) ? "!" : ""} c: C l: [C!] }`,
    ),
  );
  const argument = `arg: ${dice.chance(0.85) ? "String" : type} @fromContext(field: "$ctx ${selection}")`;
  const reader = `type C ${dice.chance(0.9) ? '@key(fields: "id")' : dice.of(['@key(fields: "id", resolvable: false)', ""])} { id: ID! ${dice.chance(0.3) ? "d: D" : ""} f(${argument}${dice.chance(0.3) ? ", more: Int" : ""}): Int ${dice.chance(0.3) ? "@shareable" : ""} }`;
  const deeper = `type D @key(fields: "id") { id: ID! g(deep: String @fromContext(field: "$ctx ${selection}")): Int }`;
  const first = [
    `type Query { a: A ${dice.chance(0.7) ? "b: B" : ""} ${dice.chance(0.15) ? "c: C" : ""} i: I u: U }`,
    ...holders,
    "type O @shareable { p: String! }",
    reader,
    deeper,
    "interface I { id: ID! }",
    `union U = ${onBoth ? "A | B" : "A"}`,
  ].join("\n");
  const second = [
    `type C @key(fields: "id") { id: ID! ${dice.chance(0.3) ? `f${dice.of(["", "(arg: String)", "(arg: String!)", "(more: Int)"])}: Int @shareable` : "h: Int"} }`,
    `type A @key(fields: "id") { id: ID! ${dice.chance(0.1) ? "far: C" : "own: Int"} }`,
    "type Query { ping: Int }",
  ].join("\n");
  return [subgraph("a", "2.8", first), ...(dice.chance(0.6) ? [subgraph("b", "2.8", second)] : [])];
}

/** Links to federation and other specifications, with aliases, versions and directives that are composed. */
function links(dice) {
  const names = NAMES.slice(0, dice.between(1, 3));
  const ownSpec = { url: "https://example.test/own", major: dice.of(["v1", "v0"]) };
  const definition = (name, minor) =>
    `directive @${name}(x: Int${minor > 0 ? ", y: String" : ""}) ${repeatable ? "repeatable " : ""}on ${locations}`;
  const repeatable = dice.chance(0.5);
  const locations = dice.of(["FIELD_DEFINITION | OBJECT", "FIELD_DEFINITION | OBJECT | ENUM | INPUT_FIELD_DEFINITION", "FIELD_DEFINITION"]);
  const tagAlias = dice.of([undefined, undefined, "@label"]);
  return names.map((name, index) => {
    const version = dice.of(["2.1", "2.3", "2.3", "2.5", "2.9", "2.12"]);
    const as = dice.chance(0.15) ? `, as: "${dice.of(["fed", "federation", "f__d", "own"])}"` : "";
    const tag = dice.chance(0.9) ? tagAlias : "@other";
    const imports = [
      '"@key"',
      '"@shareable"',
      '"@composeDirective"',
      ...(tag === undefined ? ['"@tag"'] : [`{name: "@tag", as: "${tag}"}`]),
      ...(dice.chance(0.04)
        ? [dice.of(['"@nope"', '"tag"', "3", '{as: "@x"}', '"FieldSet"', '{name: "@inaccessible", as: "hidden"}', '"@key"'])]
        : []),
    ];
    const minor = dice.between(0, 2);
    const ownName = dice.chance(0.85) ? "own" : "mine";
    const imported = dice.chance(0.85);
    const used = imported ? ownName : dice.of(["own", "own__own"]);
    const ownImport = imported ? `, import: [${ownName === "own" ? '"@own"' : '{name: "@own", as: "@mine"}'}]` : "";
    const hasOwn = dice.chance(0.8);
    const major = dice.chance(0.93) ? ownSpec.major : "v2";
    const lines = [
      `extend schema @link(url: "https://specs.apollo.dev/federation/v${version}"${as}, import: [${imports.join(", ")}])`,
      hasOwn
        ? `extend schema @link(url: "${dice.chance(0.96) ? ownSpec.url : "https://other.test/own"}/${major}.${minor}"${ownImport})`
        : "",
      hasOwn && dice.chance(0.75)
        ? `@composeDirective(name: "@${dice.chance(0.95) ? used : dice.of(["nope", "tag", "key", "link"])}")`
        : "",
    ];
    const apply = () => (hasOwn && dice.chance(0.6) ? `@${used}(x: ${dice.between(1, 2)})` : "");
    const label = () => (dice.chance(0.4) ? `${tag ?? "@tag"}(name: "t")` : "");
    const other = dice.chance(0.2)
      ? `extend schema @link(url: "https://specs.apollo.dev/${dice.of(["tag/v0.3", "inaccessible/v0.2", "authenticated/v0.1", "cost/v0.1", "policy/v0.1", "connect/v0.1", "tag/v9.9", "link/v1.0"])}"${dice.chance(0.3) ? ", for: SECURITY" : ""})`
      : "";
    const body = [
      lines.join("\n"),
      other,
      hasOwn && dice.chance(0.95) ? definition(used, minor) : "",
      `type Query { ping${index}: Int ${apply()} shared: Int @shareable ${apply()} ${label()} }`,
      `type T @key(fields: "id") ${apply()} ${label()} { id: ID! ${index === 0 ? "x: Int" : `x${index}: Int`} ${apply()} }`,
    ];
    return { name, url: `http://${name}.test/graphql`, sdl: `${body.filter((part) => part !== "").join("\n")}\n` };
  });
}

/** Definitions and applications of directives that every subgraph writes a little differently. */
function directives(dice) {
  const names = NAMES.slice(0, dice.between(2, 3));
  const pool = ["FIELD", "QUERY", "MUTATION", "FRAGMENT_SPREAD", "VARIABLE_DEFINITION"];
  const base = dice.some(pool, dice.between(1, 4));
  const repeated = dice.chance(0.5);
  return names.map((name, index) => {
    const version = dice.of(["2.3", "2.9", "2.9", "2.12", undefined]);
    const allowed =
      version === undefined
        ? []
        : ["2.9", "2.12"].includes(version)
          ? ["@cost(weight: 3)", "@cost(weight: 5)", "@cost(weight: -1)", '@tag(name: "u")']
          : ['@tag(name: "u")', '@tag(name: "w")'];
    const sizes = ["2.9", "2.12"].includes(version)
      ? [
          "@listSize(assumedSize: 5)",
          '@listSize(slicingArguments: ["first"])',
          '@listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: false)',
          "@listSize(assumedSize: 9, requireOneSlicingArgument: false)",
          '@listSize(slicingArguments: ["last"], sizedFields: ["list"])',
        ]
      : [];
    const cached = version === "2.12" ? ['@cacheTag(format: "all")', '@cacheTag(format: "q")'] : [];
    const share = version === undefined ? "" : "@shareable";
    const parameters = joined(
      dice.chance(0.85) ? `level: ${dice.of(["Int", "Int", "Int!", "String"])}${dice.of(["", " = 1", " = 2"])}` : "",
      dice.chance(0.3) ? "more: E" : "",
    );
    const places = dice.chance(0.6) ? base : dice.some(pool, dice.between(1, 3));
    const live = dice.chance(0.85)
      ? `directive @live${parameters === "" ? "" : `(${parameters})`} ${dice.chance(0.85) === repeated ? "repeatable " : ""}on ${[...places, ...(dice.chance(0.15) ? ["OBJECT"] : [])].join(" | ")}`
      : "";
    const some = (list, chance = 0.5) => (list.length > 0 && dice.chance(chance) ? dice.of(list) : "");
    return subgraph(
      name,
      version,
      [
        live,
        `type Query { ping${index}: Int list(first: Int ${some(allowed, 0.3)}, last: Int): Page ${share} ${some(sizes.filter((text) => text.includes("sizedFields")))} ${some(allowed)} ${some(cached, 0.4)} ints(first: Int, last: Int): [Int] ${share} ${some(sizes.filter((text) => !text.includes("sizedFields")))} }`,
        `type Page ${some(allowed, 0.3)} ${share} { list: [Int] ${some(["@deprecated", '@deprecated(reason: "a")', '@deprecated(reason: "b")'], 0.4)} n: S }`,
        `scalar S ${some(['@specifiedBy(url: "https://one.test")', '@specifiedBy(url: "https://two.test")'])} ${some(allowed, 0.3)}`,
        `enum E ${some(allowed, 0.3)} { A B }`,
        dice.chance(0.4) ? `input In { a: Int ${some(allowed, 0.3)} }` : "",
      ]
        .filter((part) => part !== "")
        .join("\n"),
    );
  });
}

const FAMILIES = { paths, abstract, types, hiding, federation1, authorization, overrides, contexts, links, directives };

/** `count` inputs of all families in turn; input number `n` only depends on the seed and `n`. */
export const mazes = (seed, count) =>
  repeat(count, (index) => {
    const family = Object.keys(FAMILIES)[index % Object.keys(FAMILIES).length];
    const id = `maze-${seed}-${index}:${family}`;
    return { id, subgraphs: FAMILIES[family](new Dice(id)) };
  });
