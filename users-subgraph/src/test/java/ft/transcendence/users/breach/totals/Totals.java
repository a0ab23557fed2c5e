package ft.transcendence.users.breach.totals;

import ft.transcendence.users.breach.profile.Profile;

/** Depends on a lower layer, which is allowed. */
public record Totals(Profile profile) {}
