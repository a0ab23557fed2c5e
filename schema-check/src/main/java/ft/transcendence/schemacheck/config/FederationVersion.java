package ft.transcendence.schemacheck.config;

import ft.transcendence.composition.composer.Composer;
import ft.transcendence.schemacheck.finding.CheckException;
import ft.transcendence.schemacheck.finding.Location;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The federation version that supergraph.yaml asks for. The composer supports every known version; this one limits what subgraphs may link, as rover
 * does.
 *
 * @param minor empty if every minor version is fine
 */
record FederationVersion(Optional<Integer> minor) {
    static final FederationVersion ANY = new FederationVersion(Optional.empty());

    private static final Pattern WRITTEN = Pattern.compile("=?2(?:\\.(\\d{1,4})(?:\\.\\d{1,4})?)?");
    private static final Pattern LINKED =
            Pattern.compile("https://specs\\.apollo\\.dev/federation/v(\\d{1,4})\\.(\\d{1,4})");

    static FederationVersion of(YamlNode value) {
        Matcher matcher = WRITTEN.matcher(value.scalar().orElse(""));
        if (!matcher.matches()) {
            throw value.problem(
                    "federation_version must be 2, or an exact version such as =2.9.0, but is " + value.written());
        }
        Optional<Integer> minor = Optional.ofNullable(matcher.group(1)).map(Integer::valueOf);
        int newest = Composer.newestFederationMinor();
        if (minor.isPresent() && minor.get() > newest) {
            throw value.problem(
                    "federation_version " + value.written() + " is unknown; the newest known version is 2." + newest);
        }
        return new FederationVersion(minor);
    }

    /**
     * Refuses a schema that links a newer version.
     *
     * @param shown the file's name in messages
     */
    void requireFor(String sdl, String shown) {
        Matcher link = LINKED.matcher(sdl);
        while (minor.isPresent() && link.find()) {
            if (link.group(1).equals("2") && Integer.parseInt(link.group(2)) > minor.get()) {
                throw new CheckException(place(sdl, link.start(), shown) + ": links federation v2." + link.group(2)
                        + ", newer than federation_version 2." + minor.get());
            }
        }
    }

    private static Location place(String text, int offset, String shown) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
        return new Location(shown, line, offset - before.lastIndexOf('\n'));
    }
}
