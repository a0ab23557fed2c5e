package ft.transcendence.schemacheck.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Composes one world per line of input and writes one line of result each, in one process.
 *
 * <p>A line is {@code {"id", "subgraphs": [{"name", "url", "sdl"}]}}. Its result is {@code {"id", "ok": true, "supergraphSdl"}} or
 * {@code {"id", "ok": false, "errors": [{"code", "message"}]}}.
 */
public final class Batch {

    private Batch() {}

    /**
     * Composes all lines.
     *
     * @throws IOException the input cannot be read, or nobody reads the output any more
     */
    public static void run(InputStream input, OutputStream output, BatchLine batchLine) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        PrintStream results = new PrintStream(output, false, StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null) {
            if (!line.isBlank()) {
                results.println(batchLine.compose(line));
            }
            if (results.checkError()) {
                throw new IOException("the output is closed");
            }
            line = lines.readLine();
        }
    }
}
