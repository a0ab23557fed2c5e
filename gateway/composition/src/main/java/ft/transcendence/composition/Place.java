package ft.transcendence.composition;

/**
 * A place in a subgraph's schema.
 *
 * @param subgraph the name of the subgraph
 * @param source the file or URL that the schema comes from; the subgraph's name if it has none
 * @param line counted from 1; 0 if unknown
 * @param column counted from 1; 0 if unknown
 */
public record Place(String subgraph, String source, int line, int column) {

    /** {@code source:line:column}, the form that editors and build tools recognize. */
    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }
}
