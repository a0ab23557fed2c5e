package ft.transcendence.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A setting that the realm was imported with. The realm keeps it, so it cannot change without a reset. */
final class FixedSetting {

    private FixedSetting() {}

    /**
     * Stores a value on the first start, and compares it with the stored one afterwards.
     *
     * @param note the file that stores it
     * @param what names the setting in a sentence
     * @throws PlatformException when the stored value differs
     */
    static void requireUnchanged(Path note, String choice, String what) {
        try {
            if (Files.notExists(note)) {
                Files.createDirectories(note.getParent());
                Files.writeString(note, choice);
            } else if (!Files.readString(note).equals(choice)) {
                throw new PlatformException(
                        "This platform was set up with a different %s (%s). To use a new one, delete its data with ./transcend reset."
                                .formatted(what, Files.readString(note)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not read or write " + note, failure);
        }
    }
}
