import { NAMES, joined, subgraph } from "./parts.mjs";

/** @override with and without labels, over shared, external and required fields. */
export function overrides(dice) {
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
