package ft.transcendence.subgraph.paging;

import org.jspecify.annotations.Nullable;

/** The page info of Relay's connection. */
public record PageInfo(
        boolean hasNextPage,
        boolean hasPreviousPage,
        @Nullable String startCursor,
        @Nullable String endCursor) {}
