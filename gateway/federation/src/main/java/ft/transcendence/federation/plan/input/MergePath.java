package ft.transcendence.federation.plan.input;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The path from the root of the merged tree to the objects that a fetch completes, printed as {@code reviews.@.author}. */
public record MergePath(List<PathSegment> segments) {
    private static final MergePath ROOT = new MergePath(List.of());

    public MergePath {
        segments = List.copyOf(segments);
    }

    /** The path of the root object. */
    public static MergePath root() {
        return ROOT;
    }

    public boolean isRoot() {
        return segments.isEmpty();
    }

    /** This path, one segment longer. */
    public MergePath then(PathSegment segment) {
        List<PathSegment> longer = new ArrayList<>(segments);
        longer.add(segment);
        return new MergePath(longer);
    }

    @Override
    public String toString() {
        return segments.stream()
                .map(PathSegment::toString)
                .collect(Collectors.joining("."))
                .replace(".|", "|");
    }
}
