package ft.transcendence.subgraph.paging;

import java.util.List;
import java.util.function.Function;

/** A page of a list, in the shape of Relay's connection. */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo) {

    public Connection {
        edges = List.copyOf(edges);
    }

    /**
     * Creates the page from the rows read for it.
     *
     * @param rows up to {@link PageArguments#limit()} rows in order, starting after {@link PageArguments#after()}
     */
    public static <T> Connection<T> of(PageArguments page, List<T> rows, Function<? super T, Cursor> cursor) {
        List<Edge<T>> edges = rows.stream()
                .limit(page.size())
                .map(row -> new Edge<>(row, cursor.apply(row).encode()))
                .toList();
        return new Connection<>(
                edges,
                new PageInfo(
                        rows.size() > page.size(),
                        page.after().isPresent(),
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()));
    }

    /** The same page with other nodes, such as the rows for its ids. */
    public <R> Connection<R> map(Function<? super T, ? extends R> change) {
        return new Connection<>(
                edges.stream()
                        .map(edge -> new Edge<R>(change.apply(edge.node()), edge.cursor()))
                        .toList(),
                pageInfo);
    }

    /** The nodes without their cursors. */
    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }
}
