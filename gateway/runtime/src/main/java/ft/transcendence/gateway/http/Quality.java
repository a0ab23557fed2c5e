package ft.transcendence.gateway.http;

/** The weight of an entry in a header of accepted values (RFC 9110, section 12.4.2). */
final class Quality {
    private Quality() {}

    /** @param parameters of the entry, separated by semicolons; without a weight, 1; with a malformed one, 0 */
    static double of(String parameters) {
        for (String parameter : parameters.split(";", -1)) {
            String stripped = parameter.strip();
            if (stripped.startsWith("q=")) {
                try {
                    return Double.parseDouble(stripped.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
