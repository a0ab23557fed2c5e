import { NAMES, joined, subgraph } from "./parts.mjs";

/** Definitions and applications of directives that every subgraph writes a little differently. */
export function directives(dice) {
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
