package ft.transcendence.platform.load;

/**
 * A generated part of a Markdown document, between two comments.
 *
 * @param name what the comments call it
 */
record DocumentSection(String name) {

    static final DocumentSection FIGURES = new DocumentSection("measured figures");
    static final DocumentSection GROWTH = new DocumentSection("growth figures");

    /**
     * The document with this section's content replaced.
     *
     * @throws LoadException if the document does not have the comments
     */
    String replaceIn(String document, String content) {
        String begin = "<!-- begin of %s -->".formatted(name);
        String end = "<!-- end of %s -->".formatted(name);
        int from = document.indexOf(begin);
        int to = document.indexOf(end);
        if (from < 0 || to < from) {
            throw new LoadException("The document must contain the lines '%s' and '%s', between which the figures go."
                    .formatted(begin, end));
        }
        return document.substring(0, from + begin.length()) + "\n" + content + document.substring(to);
    }
}
