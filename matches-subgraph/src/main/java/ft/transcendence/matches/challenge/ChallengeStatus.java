package ft.transcendence.matches.challenge;

/** The status of a challenge, as described by the schema's enum of the same name. */
enum ChallengeStatus {
    PENDING,
    ACCEPTED,
    DECLINED,
    CANCELLED,
    EXPIRED
}
