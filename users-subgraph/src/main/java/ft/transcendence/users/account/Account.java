package ft.transcendence.users.account;

import org.jspecify.annotations.Nullable;

/** The part of an account that only its user can see. */
record Account(@Nullable String email, boolean emailVerified, boolean twoFactorEnabled, boolean passwordSet) {}
