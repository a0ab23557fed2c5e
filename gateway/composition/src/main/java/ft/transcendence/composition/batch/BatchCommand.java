package ft.transcendence.composition.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Composes one world per line of input and writes one line of result each, in one process: {@code ./transcend compose --batch}.
 *
 * <p>A line is {@code {"id", "subgraphs": [{"name", "url", "sdl"}]}}. Its result is {@code {"id", "ok": true, "supergraphSdl"}} or
 * {@code {"id", "ok": false, "errors": [{"code", "message"}]}}.
 */
public final class BatchCommand {
    private static final String HINTS = "--hints";

    private BatchCommand() {}

    /** Composes standard input; {@code --hints} adds {@code "hints": [{"code", "message"}]} to each result. */
    public static void main(String[] arguments) throws IOException {
        Set<String> options = Set.copyOf(Arrays.asList(arguments));
        if (!Set.of(HINTS).containsAll(options)) {
            System.err.println("compose --batch: the only option is " + HINTS);
            System.exit(2);
        }
        run(System.in, System.out, options.contains(HINTS) ? BatchLine.WITH_HINTS : BatchLine.PLAIN);
    }

    private static void run(InputStream input, OutputStream output, BatchLine batchLine) throws IOException {
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
