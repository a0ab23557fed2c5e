package ft.transcendence.gateway.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Javadoc of a record, read from its source, since classes have none. */
final class RecordJavadoc {
    /** Of the application and of the library that it is made of. */
    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("../runtime/src/main/java"));

    private static final Pattern CODE = Pattern.compile("\\{@(?:code|link|linkplain) ([^}]+)}");

    private final String text;

    private RecordJavadoc(String text) {
        this.text = text;
    }

    static RecordJavadoc of(Class<?> record) {
        Class<?> file = record;
        while (file.getEnclosingClass() != null) {
            file = file.getEnclosingClass();
        }
        Matcher found = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/(?:(?!\\*/).)*?\\brecord " + record.getSimpleName() + "\\(",
                        Pattern.DOTALL)
                .matcher(read(file));
        if (!found.find()) {
            throw new IllegalStateException(record + " has no Javadoc");
        }
        return new RecordJavadoc(
                found.group(1).replaceAll("\\s*\\n\\s*\\* ?", " ").strip());
    }

    private static String read(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".java";
        Path file = SOURCES.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text before the parameters. */
    String summary() {
        return clean(text.split("@param ", 2)[0].replace("<p>", ""));
    }

    String parameter(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("The parameter " + name + " has no Javadoc"));
    }

    /** The text of a parameter; empty if it has none. */
    Optional<String> find(String name) {
        return Arrays.stream(text.split("@param "))
                .filter(each -> each.startsWith(name + " "))
                .map(each -> clean(each.substring(name.length())))
                .findFirst();
    }

    private static String clean(String javadoc) {
        return CODE.matcher(javadoc.strip().replaceAll("\\s+", " ")).replaceAll("`$1`");
    }
}
