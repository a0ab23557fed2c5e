package ft.transcendence.federation.supergraph.reader;

import java.util.Map;

/** The specifications and versions that this engine implements. All of them are published at specs.apollo.dev. */
final class Specifications {
    private static final String HOME = "specs.apollo.dev/";

    /** The newest version that is implemented; earlier minor versions are, too. */
    private static final Map<String, String> NEWEST = Map.ofEntries(
            Map.entry("core", "0.2"),
            Map.entry("link", "1.0"),
            Map.entry("join", "0.5"),
            Map.entry("inaccessible", "0.2"),
            Map.entry("tag", "0.3"),
            Map.entry("authenticated", "0.1"),
            Map.entry("requiresScopes", "0.1"),
            Map.entry("policy", "0.1"),
            Map.entry("cost", "0.1"),
            Map.entry("context", "0.1"));

    private Specifications() {}

    /** Whether it is one of the specifications, in any version. */
    static boolean isKnown(String url, String name) {
        return url.contains("://" + HOME + name) && NEWEST.containsKey(name);
    }

    /** @param version for example {@code 0.3}; empty if the link has none */
    static boolean isImplemented(String url, String name, String version) {
        if (!isKnown(url, name)) {
            return false;
        }
        String[] newest = NEWEST.getOrDefault(name, "0.0").split("\\.", 2);
        String[] requested = version.split("\\.", 2);
        return version.isEmpty()
                || requested[0].equals(newest[0]) && Integer.parseInt(requested[1]) <= Integer.parseInt(newest[1]);
    }
}
