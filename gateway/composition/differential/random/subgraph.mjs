// A subgraph under construction, and its SDL.
import { directivesOf, linkHeader, renamed } from "../federation.mjs";

const minorOf = (version) => Number(version.split(".")[1]);

const joined = (parts) => parts.filter((part) => part !== "").join(" ");

function valuesText(values) {
  return values
    .map(({ name, type, defaultValue, directives = [] }) =>
      joined([`${name}: ${type}`, defaultValue === undefined ? "" : `= ${defaultValue}`, ...directives]),
    )
    .join(", ");
}

/** A type as one subgraph sees it. `fields` maps names to { type, parameters, directives, description }. */
export class TypeDraft {
  constructor(kind, name) {
    this.kind = kind;
    this.name = name;
    this.isExtension = false;
    this.description = "";
    this.interfaces = [];
    this.directives = [];
    this.fields = new Map();
    this.members = [];
    this.values = [];
  }

  add(name, type, { parameters = [], directives = [], description = "" } = {}) {
    const field = { type, parameters: [...parameters], directives: [...directives], description };
    this.fields.set(name, field);
    return field;
  }

  get isEmpty() {
    return this.kind !== "scalar" && this.fields.size + this.members.length + this.values.length === 0;
  }

  sdl() {
    const description = this.description === "" || this.isExtension ? "" : `"${this.description}"\n`;
    const head = joined([
      this.isExtension ? "extend" : "",
      `${this.kind} ${this.name}`,
      this.interfaces.length > 0 ? `implements ${this.interfaces.join(" & ")}` : "",
      ...this.directives,
    ]);
    return `${description}${head}${this.body()}`;
  }

  body() {
    if (this.kind === "scalar") return "";
    if (this.kind === "union") return ` = ${this.members.join(" | ")}`;
    if (this.kind === "enum") return ` {\n${this.values.map(({ name, directives }) => `  ${joined([name, ...directives])}\n`).join("")}}`;
    const fields = [...this.fields].map(([name, { type, parameters, directives, description, defaultValue }]) => {
      const about = description === "" ? "" : `  "${description}"\n`;
      const list = parameters.length > 0 ? `(${valuesText(parameters)})` : "";
      return `${about}  ${joined([`${name}${list}: ${type}`, defaultValue === undefined ? "" : `= ${defaultValue}`, ...directives])}\n`;
    });
    return ` {\n${fields.join("")}}`;
  }
}

/** `version` is undefined for Federation 1. */
export class SubgraphDraft {
  constructor(name, version, spelling) {
    this.name = name;
    this.version = version;
    this.spelling = spelling;
    this.types = new Map();
    this.definitions = [];
    this.links = [];
  }

  get isFederation1() {
    return this.version === undefined;
  }

  supports(version) {
    return !this.isFederation1 && minorOf(this.version) >= minorOf(version);
  }

  type(kind, name) {
    if (!this.types.has(name)) this.types.set(name, new TypeDraft(kind, name));
    return this.types.get(name);
  }

  has(name) {
    return this.types.has(name);
  }

  header(body) {
    if (this.isFederation1) return "";
    const used = directivesOf(this.version).filter((directive) => new RegExp(`@${directive}\\b`).test(body + this.links.join("")));
    return linkHeader(
      this.version,
      used.map((directive) => `@${directive}`),
    );
  }

  finished() {
    const body = [
      ...this.links.map((link) => `extend schema ${link}`),
      ...this.definitions,
      ...[...this.types.values()].filter((type) => !type.isEmpty).map((type) => type.sdl()),
    ].join("\n\n");
    const sdl = `${this.header(body)}${body}\n`;
    return {
      name: this.name,
      url: `http://${this.name}.test/graphql`,
      sdl: this.spelling === "imported" ? sdl : renamed(sdl, this.spelling),
    };
  }
}
