package ft.transcendence.users.login;

import ft.transcendence.subgraph.security.Caller;
import java.util.List;

/** How the caller logged in, as the access token tells. */
public final class Login {

    private Login() {}

    public static LoginMethod method(Caller caller) {
        return "42".equals(caller.claim("identity_provider")) ? LoginMethod.FORTY_TWO : LoginMethod.PASSWORD;
    }

    /** Whether a code was asked for: Keycloak lists the methods of a login in {@code amr}. */
    public static boolean usedSecondFactor(Caller caller) {
        List<String> methods = caller.token().getClaimAsStringList("amr");
        return methods != null && methods.contains("otp");
    }
}
