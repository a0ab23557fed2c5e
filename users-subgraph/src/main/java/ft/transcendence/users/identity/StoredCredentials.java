package ft.transcendence.users.identity;

import java.util.List;

/** A user's credentials stored in Keycloak. */
public record StoredCredentials(List<StoredCredential> all) {

    public StoredCredentials {
        all = List.copyOf(all);
    }

    public boolean hasPassword() {
        return has("password");
    }

    public boolean hasSecondFactor() {
        return has(NewCredential.OTP);
    }

    /** The secret of the authenticator app and the recovery codes. */
    public List<StoredCredential> secondFactors() {
        return all.stream()
                .filter(credential -> credential.type().equals(NewCredential.OTP)
                        || credential.type().equals(NewCredential.RECOVERY_CODES))
                .toList();
    }

    private boolean has(String type) {
        return all.stream().anyMatch(credential -> credential.type().equals(type));
    }
}
