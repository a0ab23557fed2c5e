package ft.transcendence.users.identity;

/**
 * A credential in the form Keycloak stores it.
 *
 * @param type Keycloak's name of the kind
 * @param userLabel what the user sees in their account
 * @param secretData the secret part, as JSON text
 * @param credentialData the rest, as JSON text
 */
public record NewCredential(String type, String userLabel, String secretData, String credentialData) {

    /** The secret of an authenticator app. */
    public static final String OTP = "otp";

    /** Recovery codes. */
    public static final String RECOVERY_CODES = "recovery-authn-codes";

    @Override
    public String toString() {
        return "NewCredential[type=" + type + "]";
    }
}
