package ft.transcendence.gateway.document;

import static ft.transcendence.gateway.settings.BoundSettings.bind;

/** Documents for tests of other packages. */
public final class TestDocuments {
    private TestDocuments() {}

    /** The default settings: any document, none registered. */
    public static Documents any() {
        return new Documents(bind(DocumentProperties.class));
    }

    /** Clients may register documents by their hash. */
    public static Documents automatic() {
        return new Documents(bind(DocumentProperties.class, "automatic.enabled=true"));
    }
}
