package ft.transcendence.users.account;

import org.jspecify.annotations.Nullable;

/** What only the user sees of their account. */
record Account(@Nullable String email, boolean emailVerified, boolean twoFactorEnabled, boolean passwordSet) {}
