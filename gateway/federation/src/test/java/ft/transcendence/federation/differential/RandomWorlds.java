package ft.transcendence.federation.differential;

import java.util.LinkedHashMap;
import java.util.Map;

/** Generates worlds from seeds. */
final class RandomWorlds {

    private RandomWorlds() {}

    /** A supergraph, its subgraphs and their data, without an operation. */
    static WorldText world(Dice dice) {
        Model model = ModelGenerator.generate(dice);
        String supergraph = model.isFederation1
                ? Federation1Printer.supergraph(model)
                : SupergraphPrinter.supergraph(model, model.hasContext ? "v0.5" : dice.oneOf("v0.3", "v0.4", "v0.5"));
        Map<String, String> subgraphs = new LinkedHashMap<>();
        for (int s = 0; s < model.subgraphs.size(); s++) {
            subgraphs.put(model.subgraphs.get(s), SdlPrinter.subgraph(model, s));
        }
        String data = DataGenerator.generate(model, dice);
        return new WorldText(supergraph, subgraphs, data, "{ __typename }", "{}");
    }

    /** The world, ready to run; a failure contains its whole text. */
    static World open(long seed, WorldText text) {
        try {
            return new World(text);
        } catch (RuntimeException e) {
            throw new IllegalStateException("seed " + seed + " generates a broken world\n" + text, e);
        }
    }
}
