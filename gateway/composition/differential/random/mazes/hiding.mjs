import { NAMES, subgraph } from "./parts.mjs";

/** @inaccessible wherever it may stand. */
export function hiding(dice) {
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
