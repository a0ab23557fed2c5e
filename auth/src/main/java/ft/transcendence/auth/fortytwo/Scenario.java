package ft.transcendence.auth.fortytwo;

/** What happens when a student logs in: the regular way, or one of the ways 42 is known to go wrong. */
enum Scenario {
    REGULAR("logs in"),
    NO_PORTRAIT("has no portrait: the image's link is null"),
    LOGIN_CHANGED("has a new login name at every login; the id stays"),
    CONSENT_DENIED("refuses to let the application in"),
    RATE_LIMITED("meets 42's rate limit (429) when the profile is read"),
    SECRET_EXPIRED("comes when the application's client secret has expired");

    private final String description;

    Scenario(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }
}
