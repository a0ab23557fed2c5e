package ft.transcendence.users.breach.profile;

import ft.transcendence.users.breach.identity.LoginService;
import ft.transcendence.users.breach.totals.Totals;

/** Depends on a higher layer and on the client for Keycloak. */
public record Profile(Totals totals, LoginService loginService) {}
