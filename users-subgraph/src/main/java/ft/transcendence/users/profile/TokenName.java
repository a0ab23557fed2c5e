package ft.transcendence.users.profile;

import ft.transcendence.subgraph.security.Caller;
import ft.transcendence.users.name.PersonalText;
import org.jspecify.annotations.Nullable;

/** A name that the identity provider tells, which nobody can be asked to write again. */
final class TokenName {

    private TokenName() {}

    /** The claim as it can be shown, or null when the token does not carry it or nothing is left of it. */
    static @Nullable String of(Caller caller, String claim) {
        String raw = caller.claim(claim);
        String clean = raw == null ? "" : PersonalText.sanitizeLine(raw, ProfileInput.MAX_NAME_LENGTH);
        return clean.isEmpty() ? null : clean;
    }
}
