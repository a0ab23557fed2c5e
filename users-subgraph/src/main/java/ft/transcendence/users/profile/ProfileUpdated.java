package ft.transcendence.users.profile;

import java.util.UUID;

/** The data of the event {@code ft.transcendence.profile.updated.v1}. */
record ProfileUpdated(UUID userId, long version, String username, String displayName, String avatarUrl) {}
