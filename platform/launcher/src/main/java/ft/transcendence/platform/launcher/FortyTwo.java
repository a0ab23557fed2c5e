package ft.transcendence.platform.launcher;

import ft.transcendence.platform.launcher.Secrets.Purpose;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The 42 that players log in with: the real one if the environment has an application's {@code FORTYTWO_CLIENT_ID} and
 * {@code FORTYTWO_CLIENT_SECRET}, otherwise the fake one on this machine.
 */
record FortyTwo(String clientId, String clientSecret, boolean isReal) {

    static final String LOCAL_CLIENT_ID = "u-s4t2ud-local";

    private static final String ID = "FORTYTWO_CLIENT_ID";
    private static final String SECRET = "FORTYTWO_CLIENT_SECRET";

    /** @throws PlatformException when the environment has only one of id and secret */
    static FortyTwo chosenBy(Map<String, String> environment, Secrets secrets) {
        String id = environment.getOrDefault(ID, "");
        String secret = environment.getOrDefault(SECRET, "");
        if (id.isBlank() != secret.isBlank()) {
            throw new PlatformException(
                    "To log in with the real 42, set both %s and %s. To use the fake 42, set neither."
                            .formatted(ID, SECRET));
        }
        return id.isBlank()
                ? new FortyTwo(LOCAL_CLIENT_ID, secrets.of(Purpose.FORTYTWO_CLIENT), false)
                : new FortyTwo(id, secret, true);
    }

    /** Values for the realm's placeholders, whose defaults are the addresses of the real 42. */
    Map<String, String> realmVariables(Ports ports) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(ID, clientId);
        variables.put(SECRET, clientSecret);
        if (!isReal) {
            String fake = "http://localhost:" + ports.fortyTwo();
            variables.put("FORTYTWO_AUTHORIZATION_URL", fake + "/oauth/authorize");
            variables.put("FORTYTWO_TOKEN_URL", fake + "/oauth/token");
            variables.put("FORTYTWO_PROFILE_URL", fake + "/v2/me");
        }
        return variables;
    }

    /**
     * Checks that the application is still the one that the realm was imported with.
     *
     * @param note the file that stores the first one
     * @throws PlatformException when it differs
     */
    void requireUnchanged(Path note) {
        FixedSetting.requireUnchanged(note, clientId, "42 application");
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "FortyTwo[" + clientId + "]";
    }
}
