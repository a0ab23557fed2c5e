package ft.transcendence.users.identity;

/**
 * A credential in Keycloak's storage format.
 *
 * @param type Keycloak's name for the type of credential
 * @param userLabel the name shown to the user
 * @param secretData the secret part, as JSON
 * @param credentialData the public part, as JSON
 */
public record NewCredential(String type, String userLabel, String secretData, String credentialData) {

    /** The type for the secret of an authenticator app. */
    public static final String OTP = "otp";

    /** The type for recovery codes. */
    public static final String RECOVERY_CODES = "recovery-authn-codes";

    @Override
    public String toString() {
        return "NewCredential[type=" + type + "]";
    }
}
