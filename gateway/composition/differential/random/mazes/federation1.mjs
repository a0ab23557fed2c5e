import { NAMES, joined, subgraph } from "./parts.mjs";

/** Federation 1 schemas, sometimes beside one of Federation 2. */
export function federation1(dice) {
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
