import { joined, subgraph } from "./parts.mjs";

/** Contexts set at several places and read by arguments below. */
export function contexts(dice) {
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
