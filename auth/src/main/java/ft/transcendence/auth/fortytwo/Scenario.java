package ft.transcendence.auth.fortytwo;

/** What happens when a student logs in: success, or one of the known failures of 42. */
enum Scenario {
    REGULAR("logs in"),
    NO_PORTRAIT("has no portrait: the link of the image is null"),
    LOGIN_CHANGED("has a new login name at every login, with the same id"),
    CONSENT_DENIED("denies the application access"),
    RATE_LIMITED("hits 42's rate limit (429) when the profile is read"),
    SECRET_EXPIRED("logs in after the application's client secret has expired");

    private final String description;

    Scenario(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
