package ft.transcendence.gateway.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a claim is: its name, or a path into an object such as {@code realm_access.roles}. Names may contain dots themselves, as in
 * {@code https://pong.example/roles}: the longest name that is there counts.
 */
record ClaimPath(String path) {
    /** The claim's value; null if the token has none. */
    @Nullable Object in(Map<String, ?> claims) {
        return find(claims, path);
    }

    private static @Nullable Object find(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                Object found = find(inner, path.substring(dot + 1));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /** The texts, numbers and booleans of a single value or a list. Objects have none. */
    List<String> textsIn(Map<String, ?> claims) {
        Object value = in(claims);
        Stream<?> values = value instanceof Collection<?> list ? list.stream() : Stream.ofNullable(value);
        return values.filter(each -> each instanceof String || each instanceof Number || each instanceof Boolean)
                .map(String::valueOf)
                .toList();
    }
}
