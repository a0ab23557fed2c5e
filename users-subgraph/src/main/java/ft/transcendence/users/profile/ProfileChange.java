package ft.transcendence.users.profile;

import org.jspecify.annotations.Nullable;

/** A checked change of a profile. */
record ProfileChange(
        Patch<String> displayName,
        Patch<@Nullable String> firstName,
        Patch<@Nullable String> lastName,
        Patch<@Nullable String> avatarUrl,
        Patch<@Nullable String> bio) {}
