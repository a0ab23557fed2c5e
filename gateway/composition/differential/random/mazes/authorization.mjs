import { subgraph } from "./parts.mjs";

const SCOPES = ['[["a"]]', '[["a"], ["b"]]', '[["a", "b"]]', '[["b"]]', '[["a", "c"], ["b"]]', '[["b", "a"], ["a"]]', "[]", "[[]]"];

/** Authorization on types, fields, interfaces' implementations and what @requires reaches. */
export function authorization(dice) {
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
