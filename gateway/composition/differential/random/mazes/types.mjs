import { NAMES, joined, subgraph } from "./parts.mjs";

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
export function types(dice) {
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
