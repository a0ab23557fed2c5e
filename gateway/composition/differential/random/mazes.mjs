// Small sets of subgraphs around one family of rules each, put together with no care for whether they compose: about half of them do not, for
// reasons nobody would think of by hand.
import { Dice } from "./dice.mjs";
import { abstract } from "./mazes/abstract.mjs";
import { authorization } from "./mazes/authorization.mjs";
import { contexts } from "./mazes/contexts.mjs";
import { directives } from "./mazes/directives.mjs";
import { federation1 } from "./mazes/federation1.mjs";
import { hiding } from "./mazes/hiding.mjs";
import { links } from "./mazes/links.mjs";
import { overrides } from "./mazes/overrides.mjs";
import { paths } from "./mazes/paths.mjs";
import { types } from "./mazes/types.mjs";

const FAMILIES = { paths, abstract, types, hiding, federation1, authorization, overrides, contexts, links, directives };

/** `count` inputs of all families in turn; input number `n` only depends on the seed and `n`. */
export const mazes = (seed, count) =>
  Array.from({ length: count }, (_, index) => {
    const family = Object.keys(FAMILIES)[index % Object.keys(FAMILIES).length];
    const id = `maze-${seed}-${index}:${family}`;
    return { id, subgraphs: FAMILIES[family](new Dice(id)) };
  });
