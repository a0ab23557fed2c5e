package ft.transcendence.users.presence;

/** Whether a user is there, as described by the schema's enum of the same name. */
enum Presence {
    ONLINE,
    IN_GAME,
    AWAY,
    OFFLINE
}
