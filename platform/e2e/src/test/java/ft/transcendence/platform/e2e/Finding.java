package ft.transcendence.platform.e2e;

/**
 * Personal data that was found in a part of the platform.
 *
 * @param location {@code database.table.column}, {@code topic:name} or the name of a log
 * @param text the text that was found; for a log, the whole line
 */
record Finding(String location, String text) {}
