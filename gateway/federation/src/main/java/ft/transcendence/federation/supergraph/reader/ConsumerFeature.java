package ft.transcendence.federation.supergraph.reader;

import java.util.Set;

/** What the consumer schema can offer beside the elements of the supergraph. */
public enum ConsumerFeature {
    /** The directive {@code @defer}. */
    DEFER("directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT");

    /** No feature. */
    public static final Set<ConsumerFeature> NONE = Set.of();

    private final String sdl;

    ConsumerFeature(String sdl) {
        this.sdl = sdl;
    }

    String sdl() {
        return sdl;
    }
}
