package ft.transcendence.users.account;

import ft.transcendence.users.login.LoginMethod;
import ft.transcendence.users.profile.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who is logged in, and how. */
record LoginCheck(
        User user,
        LoginMethod method,
        boolean twoFactor,
        @Nullable Instant authenticatedAt,
        Instant expiresAt,
        String client) {}
