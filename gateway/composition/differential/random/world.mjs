// A random world of subgraphs that should compose: what exists is decided first, then who serves which part of it.
import { SPELLINGS } from "../federation.mjs";
import { Dice } from "./dice.mjs";
import { FEATURES } from "./features.mjs";
import { SubgraphDraft } from "./subgraph.mjs";

const SUBGRAPH_NAMES = ["users", "orders", "catalog", "stock-levels", "reviews", "pricing", "search2", "media", "ships_1"];
const ENTITY_NAMES = ["User", "Order", "Product", "Review", "Team", "Store"];
const VALUE_NAMES = ["Money", "Address", "Size", "Period"];
const FIELD_NAMES = ["name", "title", "rank", "amount", "note", "state", "colour", "weight", "price", "points", "city", "level"];
const SCALARS = ["Int", "String", "Float", "Boolean", "ID", "Date"];
const VERSIONS = ["2.0", "2.1", "2.2", "2.3", "2.3", "2.3", "2.4", "2.5", "2.6", "2.7", "2.8", "2.8", "2.9", "2.9", "2.9", "2.9", "2.12"];

/** How old a world is: all Federation 1, some of it, or none. */
function versionOf(dice, age) {
  if (age === "one" || (age === "mixed" && dice.chance(0.4))) return undefined;
  return dice.of(VERSIONS);
}

export class World {
  constructor(seed) {
    const dice = new Dice(seed);
    this.dice = dice;
    const age = dice.chance(0.12) ? "one" : dice.chance(0.15) ? "mixed" : "two";
    const spelling = dice.chance(0.75) ? "imported" : dice.of(SPELLINGS);
    const sameVersion = dice.chance(0.5) ? dice.of(VERSIONS) : undefined;
    this.subgraphs = dice.some(SUBGRAPH_NAMES, dice.between(2, 5)).map((name) => {
      const version = age === "two" && sameVersion !== undefined ? sameVersion : versionOf(dice, age);
      return new SubgraphDraft(name, version, dice.chance(0.97) ? spelling : dice.of(SPELLINGS));
    });
    this.serial = 0;
    this.entities = [];
    this.values = [];
  }

  freshName(base) {
    return `${base}${++this.serial}`;
  }

  fieldName() {
    return this.freshName(this.dice.of(FIELD_NAMES));
  }

  wrapped(type) {
    return this.dice.of([type, type, type, `${type}!`, `${type}!`, `[${type}]`, `[${type}!]!`]);
  }

  /** A scalar's name, declared where it needs to be. */
  scalar(subgraphs) {
    const name = this.dice.of(SCALARS);
    if (name === "Date") for (const subgraph of subgraphs) subgraph.type("scalar", "Date");
    return name;
  }

  parameters(subgraph) {
    const { dice } = this;
    if (dice.chance(0.75)) return [];
    return Array.from({ length: dice.between(1, 2) }, (_, index) => {
      const type = dice.of(["Int", "String", "Boolean", "[Int!]"]);
      const required = dice.chance(0.25);
      const defaultValue =
        required || dice.chance(0.5) ? undefined : { Int: "3", String: '"x"', Boolean: "true", "[Int!]": "[1, 2]" }[type];
      return {
        name: `${["first", "filter"][index]}`,
        type: required ? `${type}!` : type,
        defaultValue,
        directives: subgraph.isFederation1 || dice.chance(0.9) ? [] : ['@tag(name: "arg")'],
      };
    });
  }

  /** Federation 1 shares without being told. */
  share(subgraph, field) {
    if (!subgraph.isFederation1) field.directives.push("@shareable");
  }

  addValues() {
    for (const name of this.dice.some(VALUE_NAMES, this.dice.between(1, 2))) {
      const fields = Array.from({ length: this.dice.between(1, 3) }, () => [
        this.fieldName(),
        this.wrapped(this.dice.of(["Int", "String", "Float"])),
      ]);
      this.values.push({ name, fields });
    }
  }

  /** The value type's name, defined in the subgraph. */
  useValue(subgraph, value) {
    if (subgraph.has(value.name)) return value.name;
    const type = subgraph.type("type", value.name);
    const onType = this.dice.chance(0.5);
    if (onType) this.share(subgraph, type);
    for (const [name, fieldType] of value.fields) {
      const field = type.add(name, fieldType);
      if (!onType) this.share(subgraph, field);
    }
    return value.name;
  }

  addEntities() {
    const { dice } = this;
    for (const name of dice.some(ENTITY_NAMES, dice.between(1, 4))) {
      const subgraphs = dice.some(this.subgraphs, dice.between(2, this.subgraphs.length));
      const keys = this.keys();
      const entity = { name, subgraphs, keys, fields: [], owner: subgraphs[0] };
      this.entities.push(entity);
      subgraphs.forEach((subgraph, index) => this.declareEntity(entity, subgraph, index));
    }
  }

  /** The first key is the one that all subgraphs have. */
  keys() {
    const { dice } = this;
    const id = dice.of(["ID!", "ID!", "ID", "String!", "Int!"]);
    const first = dice.of([
      { set: "id", fields: [["id", id]] },
      { set: "id", fields: [["id", id]] },
      { set: "id", fields: [["id", id]] },
      {
        set: "id region",
        fields: [
          ["id", id],
          ["region", "String!"],
        ],
      },
      {
        set: "id home { code }",
        fields: [
          ["id", id],
          ["home", "Home"],
        ],
        nested: "Home",
      },
    ]);
    const second = dice.chance(0.3) ? [{ set: "code", fields: [["code", "String!"]] }] : [];
    return [first, ...second];
  }

  declareEntity(entity, subgraph, index) {
    const { dice } = this;
    const type = subgraph.type("type", entity.name);
    const keys = entity.keys.filter((_, position) => position === 0 || index === 0 || dice.chance(0.5));
    const isReference = index > 0 && dice.chance(0.1);
    for (const key of keys) {
      const resolvable = !isReference || subgraph.isFederation1 ? "" : ", resolvable: false";
      type.directives.push(`@key(fields: "${dice.chance(0.05) ? key.set.split(" ").join("  ") : key.set}"${resolvable})`);
      for (const [name, fieldType] of key.fields) if (!type.fields.has(name)) type.add(name, fieldType);
      if (key.nested) this.useValue(subgraph, { name: key.nested, fields: [["code", "ID!"]] });
    }
    if (index > 0 && (subgraph.isFederation1 ? dice.chance(0.85) : dice.chance(0.15))) {
      type.isExtension = dice.chance(0.8);
      if (!type.isExtension) type.directives.push("@extends");
      if (subgraph.isFederation1) for (const field of type.fields.values()) field.directives.push("@external");
    }
    if (isReference) return;
    const count = dice.between(index === 0 ? 1 : 0, 3);
    for (let made = 0; made < count; made++) this.addField(entity, subgraph, type);
  }

  addField(entity, subgraph, type) {
    const { dice } = this;
    const name = this.fieldName();
    const others = entity.subgraphs.filter((other) => other !== subgraph && other.types.get(entity.name)?.isExtension === false);
    const sharers = dice.chance(0.2) ? [subgraph, ...dice.some(others, 1)] : [subgraph];
    const useValue = dice.chance(0.3) && this.values.length > 0;
    const value = dice.of(this.values);
    const target = dice.chance(0.35)
      ? this.entities.find((other) => other !== entity && sharers.every((sharer) => other.subgraphs.includes(sharer)))
      : undefined;
    const named = target !== undefined ? target.name : useValue ? value.name : this.scalar(sharers);
    if (target === undefined && useValue) for (const sharer of sharers) this.useValue(sharer, value);
    const fieldType = this.wrapped(named);
    const parameters = this.parameters(subgraph);
    for (const sharer of sharers) {
      const field = sharer
        .type("type", entity.name)
        .add(name, fieldType, { parameters: parameters.map((parameter) => ({ ...parameter, directives: [...parameter.directives] })) });
      if (sharers.length > 1) this.share(sharer, field);
    }
    entity.fields.push({
      name,
      type: fieldType,
      named,
      sharers,
      parameters,
      isLeaf: target === undefined && !useValue,
      isPlain: parameters.length === 0,
    });
  }

  addRoots() {
    const { dice } = this;
    this.subgraphs.forEach((subgraph, index) => {
      const mine = this.entities.filter((entity) => entity.subgraphs.includes(subgraph));
      if (index > 0 && dice.chance(0.2)) return;
      const query = subgraph.type("type", "Query");
      query.isExtension = subgraph.isFederation1 && dice.chance(0.5);
      query.add(this.freshName("ping"), "Int");
      for (const entity of dice.some(mine, 2))
        query.add(this.freshName(entity.name.toLowerCase()), this.wrapped(entity.name), { parameters: this.parameters(subgraph) });
      if (this.values.length > 0 && dice.chance(0.3))
        query.add(this.freshName("value"), this.wrapped(this.useValue(subgraph, dice.of(this.values))));
      if (dice.chance(0.2))
        subgraph
          .type("type", "Mutation")
          .add(this.freshName("change"), this.wrapped(mine[0]?.name ?? "Int"), { parameters: this.parameters(subgraph) });
      if (dice.chance(0.06)) subgraph.type("type", "Subscription").add(this.freshName("feed"), mine[0]?.name ?? "Int");
    });
  }

  build() {
    this.addValues();
    this.addEntities();
    this.addRoots();
    for (const [feature, share] of FEATURES) if (this.dice.chance(share)) feature(this, this.dice);
    for (const subgraph of this.subgraphs)
      if ([...subgraph.types.values()].every(({ isEmpty }) => isEmpty)) subgraph.type("type", "Query").add(this.freshName("ping"), "Int");
    return this.subgraphs.map((subgraph) => subgraph.finished());
  }
}

/** `count` inputs; input number `n` only depends on the seed and `n`. */
export const worlds = (seed, count) =>
  Array.from({ length: count }, (_, index) => {
    const id = `random-${seed}-${index}`;
    return { id, subgraphs: new World(id).build() };
  });
