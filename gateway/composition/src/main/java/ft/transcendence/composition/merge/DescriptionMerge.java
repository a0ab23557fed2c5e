package ft.transcendence.composition.merge;

import ft.transcendence.composition.HintCode;
import ft.transcendence.composition.schema.Element;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Merges descriptions: the most frequent one, and of equally frequent ones that of the first subgraph. An empty one counts less than any other. */
final class DescriptionMerge {
    private final MergeState state;

    DescriptionMerge(MergeState state) {
        this.state = state;
    }

    void merge(Sources<? extends Element> sources, Element merged) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Element element : sources.elements()) {
            element.description().ifPresent(text -> counts.merge(text, 1, Integer::sum));
        }
        mostFrequent(counts).ifPresent(merged::describe);
        if (counts.keySet().stream().filter(text -> !text.isEmpty()).count() > 1) {
            state.findings()
                    .hint(
                            HintCode.INCONSISTENT_DESCRIPTION,
                            merged.coordinate() + " has several descriptions; the supergraph has the most frequent one",
                            Mismatch.places(sources));
        }
    }

    static Optional<String> mostFrequent(Map<String, Integer> counts) {
        String best = null;
        int most = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (best == null
                    || best.isEmpty()
                    || entry.getValue() > most && !entry.getKey().isEmpty()) {
                best = entry.getKey();
                most = entry.getValue();
            }
        }
        return Optional.ofNullable(best);
    }
}
