package ft.transcendence.platform.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java code in a document. Each block is a region of a source file that tests compile and run, so it cannot become outdated. The block follows a
 * comment with the region's name, and the region is between two comments:
 *
 * <pre>
 * &lt;!-- example: first-use --&gt;          // tag::first-use[]
 * ```java                             Engine engine = …
 * Engine engine = …                   // end::first-use[]
 * ```
 * </pre>
 */
public final class DocumentedCode {

    private static final Pattern BLOCK =
            Pattern.compile("(?m)^(?:<!-- example: (?<name>[a-z-]+) -->\\n)?```java\\n(?<code>(?:.*\\n)*?)```$");

    private static final Pattern REGION =
            Pattern.compile("(?m)^ *// tag::(?<name>[a-z-]+)\\[]\\n(?<code>(?:.*\\n)*?) *// end::\\k<name>\\[]$");

    private final Map<String, String> regions = new LinkedHashMap<>();

    /** The regions of all Java sources in these folders. */
    public static DocumentedCode in(Path... folders) {
        DocumentedCode code = new DocumentedCode();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    code.add(Files.readString(file));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return code;
    }

    /** @throws IllegalArgumentException if a region of that name is known already */
    DocumentedCode add(String source) {
        Matcher region = REGION.matcher(source);
        while (region.find()) {
            String name = region.group("name");
            // the indentation of a last, empty line would count too
            String code = region.group("code").stripTrailing().stripIndent();
            if (regions.put(name, code + "\n") != null) {
                throw new IllegalArgumentException("There are two regions named " + name);
            }
        }
        return this;
    }

    /**
     * The document with the current code in all its Java blocks.
     *
     * @throws IllegalArgumentException if a block does not name a region, or a region is not shown
     */
    public String current(String document) {
        List<String> shown = new ArrayList<>();
        String current = BLOCK.matcher(document).replaceAll(block -> {
            String name = block.group("name");
            String code = name == null ? null : regions.get(name);
            if (code == null) {
                throw new IllegalArgumentException("No source has the code that begins with: "
                        + block.group("code").lines().findFirst().orElse(""));
            }
            shown.add(name);
            return Matcher.quoteReplacement("<!-- example: " + name + " -->\n```java\n" + code + "```");
        });
        TreeSet<String> hidden = new TreeSet<>(regions.keySet());
        shown.forEach(hidden::remove);
        if (!hidden.isEmpty()) {
            throw new IllegalArgumentException("The document does not show " + hidden);
        }
        return current;
    }

    /** The same for a file, which is rewritten first if the system property {@code golden.update} is set. */
    public String current(Path document) {
        try {
            String current = current(Files.readString(document));
            if (System.getProperty("golden.update") != null) {
                Files.writeString(document, current);
            }
            return current;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
