package ft.transcendence.platform.servers;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The realm of a local platform: the realm every installation has, and the local clients and players on top. */
public final class LocalRealm {

    private static final JsonMapper JSON = JsonMapper.shared();

    private LocalRealm() {}

    /** Returns the realm of {@code workspace} with its local overlay, as JSON; placeholders stay as they are. */
    public static String read(Workspace workspace) {
        return overlay(read(workspace.realm()), read(workspace.localRealm())).toString();
    }

    /** Appends the overlay's lists to the realm's lists of the same name. */
    static ObjectNode overlay(ObjectNode realm, ObjectNode overlay) {
        ObjectNode merged = realm.deepCopy();
        overlay.properties().forEach(entry -> {
            if (!(entry.getValue() instanceof ArrayNode additions)) {
                throw new IllegalArgumentException("A local overlay only has lists, and not " + entry.getKey());
            }
            merged.withArray(entry.getKey()).addAll(additions);
        });
        return merged;
    }

    private static ObjectNode read(Path file) {
        JsonNode document = JSON.readTree(file.toFile());
        return (ObjectNode) document;
    }
}
