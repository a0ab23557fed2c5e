package ft.transcendence.platform.e2e;

/**
 * Something that tells of a person, found where a part of the platform keeps it.
 *
 * @param place where: {@code database.table.column}, {@code topic:name} or the name of a log
 * @param text what was found there; of a log, the whole line
 */
record Trace(String place, String text) {}
