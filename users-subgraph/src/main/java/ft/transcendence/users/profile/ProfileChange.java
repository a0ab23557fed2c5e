package ft.transcendence.users.profile;

import org.jspecify.annotations.Nullable;

/** A validated change to a profile. */
record ProfileChange(
        Patch<String> displayName,
        Patch<@Nullable String> firstName,
        Patch<@Nullable String> lastName,
        Patch<@Nullable String> avatarUrl,
        Patch<@Nullable String> bio) {}
