package ft.transcendence.users.profile;

import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.users.name.PersonalText;
import org.jspecify.annotations.Nullable;

/**
 * Reads names from the access token. They are sanitized rather than rejected, because the user cannot be asked to
 * correct them here.
 */
final class TokenName {

    private TokenName() {}

    /** The sanitized claim; null if the token does not have it or nothing is left of it. */
    static @Nullable String of(Caller caller, String claim) {
        String raw = caller.claim(claim);
        String clean = raw == null ? "" : PersonalText.sanitizeLine(raw, ProfileInput.MAX_NAME_LENGTH);
        return clean.isEmpty() ? null : clean;
    }
}
