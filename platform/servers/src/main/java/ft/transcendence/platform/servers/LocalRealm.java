package ft.transcendence.platform.servers;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The realm of a local platform: the common realm plus local clients and players. */
public final class LocalRealm {

    private static final JsonMapper JSON = JsonMapper.shared();

    private LocalRealm() {}

    /** Returns the realm of {@code workspace} with its local overlay, as JSON; placeholders are not replaced. */
    public static String read(Workspace workspace) {
        return overlay(read(workspace.realm()), read(workspace.localRealm())).toString();
    }

    /** Appends the overlay's lists to the realm's lists of the same name. */
    static ObjectNode overlay(ObjectNode realm, ObjectNode overlay) {
        ObjectNode merged = realm.deepCopy();
        overlay.properties().forEach(entry -> {
            if (!(entry.getValue() instanceof ArrayNode additions)) {
                throw new IllegalArgumentException("A local overlay may only contain lists, but has " + entry.getKey());
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
