// What the families of small inputs are put together from.
import { linkHeader } from "../../federation.mjs";

export const NAMES = ["a", "b", "c", "d"];
export const joined = (...parts) => parts.filter((part) => part !== "").join(" ");
export const repeat = (count, make) => Array.from({ length: count }, (_, index) => make(index));
export const subgraph = (name, version, sdl) => ({
  name,
  url: `http://${name}.test/graphql`,
  sdl: `${version === undefined ? "" : linkHeader(version, ["*"])}${sdl}\n`,
});
