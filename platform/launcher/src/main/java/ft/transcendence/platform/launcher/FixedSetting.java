package ft.transcendence.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A setting that the realm was imported with. The realm keeps it, so a platform stays with its first choice. */
final class FixedSetting {

    private FixedSetting() {}

    /**
     * Remembers a choice, or compares it with the remembered one.
     *
     * @param note the file that remembers it
     * @param what names the setting in a sentence
     * @throws PlatformException when it was another one
     */
    static void requireUnchanged(Path note, String choice, String what) {
        try {
            if (Files.notExists(note)) {
                Files.createDirectories(note.getParent());
                Files.writeString(note, choice);
            } else if (!Files.readString(note).equals(choice)) {
                throw new PlatformException(
                        "This platform was set up with another %s (%s). ./transcend reset makes a new one."
                                .formatted(what, Files.readString(note)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not read or write " + note, failure);
        }
    }
}
