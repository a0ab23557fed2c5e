package ft.transcendence.users.login;

import ft.transcendence.subgraph.security.Caller;
import java.util.List;

/** How the caller logged in, according to their access token. */
public final class Login {

    private Login() {}

    public static LoginMethod method(Caller caller) {
        return "42".equals(caller.claim("identity_provider")) ? LoginMethod.FORTY_TWO : LoginMethod.PASSWORD;
    }

    /** Whether the login used a second factor: Keycloak lists the methods of a login in {@code amr}. */
    public static boolean usedSecondFactor(Caller caller) {
        List<String> methods = caller.token().getClaimAsStringList("amr");
        return methods != null && methods.contains("otp");
    }
}
