package ft.transcendence.composition;

/**
 * A subgraph to compose.
 *
 * @param name identifies the subgraph; unique among the composed ones
 * @param url where the gateway sends its requests; may be empty
 * @param sdl the schema in GraphQL's schema definition language
 * @param source the file or URL that the schema comes from, for errors
 */
public record SubgraphInput(String name, String url, String sdl, String source) {

    /** A subgraph whose errors name the subgraph instead of a file. */
    public SubgraphInput(String name, String url, String sdl) {
        this(name, url, sdl, name);
    }
}
