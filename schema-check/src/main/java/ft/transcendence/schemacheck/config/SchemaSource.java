package ft.transcendence.schemacheck.config;

import java.net.URI;
import java.util.Map;

/** Where a subgraph's schema is read. */
public sealed interface SchemaSource {

    /** The file or address, for messages. */
    String shown();

    /**
     * A file.
     *
     * @param path relative to the folder of supergraph.yaml
     * @param shown the path as messages show it
     */
    record SchemaFile(String path, String shown) implements SchemaSource {}

    /** The schema stands in supergraph.yaml itself. */
    record Inline(String sdl, String shown) implements SchemaSource {}

    /** A schema that is fetched. */
    sealed interface Remote extends SchemaSource {
        URI url();

        @Override
        default String shown() {
            return url().toString();
        }
    }

    /** A file that a web server has. */
    record SchemaUrl(URI url) implements Remote {}

    /** A running subgraph, which is asked for {@code _service { sdl }}. */
    record RunningSubgraph(URI url, Map<String, String> headers) implements Remote {
        public RunningSubgraph {
            headers = Map.copyOf(headers);
        }

        /** Headers may be credentials. */
        @Override
        public String toString() {
            return "RunningSubgraph[" + url + "]";
        }
    }
}
