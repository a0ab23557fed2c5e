package ft.transcendence.users.friendship;

import java.util.UUID;

/** The data of {@code ft.transcendence.block.updated.v1}, as in {@code events/block-updates.v1.schema.json}. */
record BlockUpdated(UUID blocker, UUID blocked) {

    static final String TOPIC = "block-updates";
    static final String TYPE = "ft.transcendence.block.updated.v1";

    /** The key of the block in the topic. */
    String key() {
        return blocker + "/" + blocked;
    }
}
