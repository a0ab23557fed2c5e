package ft.transcendence.composition.link;

import java.util.Locale;

/**
 * The URL of a specification.
 *
 * @param identity everything before the version, for example {@code https://specs.apollo.dev/federation}
 * @param name the last part of the identity, for example {@code federation}
 */
public record SpecUrl(String identity, String name, SpecVersion version) {

    /** Reads a URL whose path ends with a name and a version, such as {@code https://specs.apollo.dev/federation/v2.9}. */
    public static SpecUrl parse(String text) throws InvalidSpecUrl {
        String url = withoutQuery(text.strip());
        int path = startOfPath(url);
        int slash = url.lastIndexOf('/');
        if (slash < path || slash == url.length() - 1) {
            throw new InvalidSpecUrl("\"" + text + "\" does not end with a version");
        }
        String written = url.substring(slash + 1);
        SpecVersion version = SpecVersion.parse(written)
                .orElseThrow(() -> new InvalidSpecUrl(
                        "\"" + text + "\" ends with \"" + written + "\", which is no version such as v1.0"));
        String name = url.substring(url.lastIndexOf('/', slash - 1) + 1, slash);
        if (slash <= path || name.isEmpty()) {
            throw new InvalidSpecUrl("\"" + text + "\" has no name before the version");
        }
        return new SpecUrl(identity(url, path, slash), name, version);
    }

    private static String withoutQuery(String url) {
        int end = url.length();
        for (char separator : new char[] {'#', '?'}) {
            int found = url.indexOf(separator);
            end = found < 0 ? end : Math.min(end, found);
        }
        return url.substring(0, end);
    }

    private static int startOfPath(String url) throws InvalidSpecUrl {
        int authority = url.indexOf("://");
        if (authority <= 0) {
            throw new InvalidSpecUrl("\"" + url + "\" is no absolute URL");
        }
        int path = url.indexOf('/', authority + 3);
        if (path < 0 || path == url.length() - 1) {
            throw new InvalidSpecUrl("\"" + url + "\" has no path");
        }
        return path;
    }

    /** Scheme and host do not depend on case, and whoever the URL logs in is no part of the identity. */
    private static String identity(String url, int path, int end) {
        String authority = url.substring(0, path).toLowerCase(Locale.ROOT);
        int user = authority.lastIndexOf('@');
        String host = user < 0
                ? authority
                : authority.substring(0, authority.indexOf("://") + 3) + authority.substring(user + 1);
        return host + url.substring(path, end);
    }

    @Override
    public String toString() {
        return identity + "/" + version;
    }
}
