package ft.transcendence.schemacheck.finding;

import ft.transcendence.composition.Place;
import graphql.language.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file.
 *
 * @param file relative to the folder of supergraph.yaml, with forward slashes; or a URL
 * @param line counted from 1; 0 if unknown
 * @param column counted from 1; 0 if unknown
 */
public record Location(String file, int line, int column) {

    public static Location of(String file) {
        return new Location(file, 0, 0);
    }

    /** The place in a GraphQL document, or the whole file if it is unknown. */
    public static Location of(String file, @Nullable SourceLocation location) {
        return location == null || location.getLine() < 1
                ? of(file)
                : new Location(file, location.getLine(), location.getColumn());
    }

    public static Location of(Place place) {
        return new Location(place.source(), place.line(), place.column());
    }

    /** {@code file:line:column}, as far as it is known. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
