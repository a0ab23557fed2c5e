import { NAMES, joined, repeat, subgraph } from "./parts.mjs";

/** Interfaces, unions and interface objects whose parts are spread over subgraphs. */
export function abstract(dice) {
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
