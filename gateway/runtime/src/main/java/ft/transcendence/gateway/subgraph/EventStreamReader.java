package ft.transcendence.gateway.subgraph;

import ft.transcendence.gateway.body.BodyTooLargeException;
import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses server-sent events from a byte stream with arbitrary chunks (<a
 * href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">HTML, 9.2.6</a>). Of the fields
 * only {@code event} and {@code data} are kept; comments are keep-alives and dropped. Not thread-safe.
 */
final class EventStreamReader {
    /** One event; its name is empty when the stream gave none. */
    record Event(String name, String data) {}

    private final long maxEventSize;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private final StringBuilder data = new StringBuilder();
    private String name = "";
    private boolean afterCarriageReturn;

    EventStreamReader(long maxEventSize) {
        this.maxEventSize = maxEventSize;
    }

    /** The events that this chunk completes, in order. */
    List<Event> read(ByteBuf chunk) {
        List<Event> events = new ArrayList<>(1);
        for (int i = chunk.readerIndex(); i < chunk.writerIndex(); i++) {
            byte next = chunk.getByte(i);
            boolean secondOfPair = next == '\n' && afterCarriageReturn;
            afterCarriageReturn = next == '\r';
            if (next == '\n' || next == '\r') {
                if (!secondOfPair) {
                    endLine(events);
                }
            } else {
                line.write(next);
                if (line.size() + (long) data.length() > maxEventSize) {
                    throw new BodyTooLargeException(maxEventSize);
                }
            }
        }
        return events;
    }

    private void endLine(List<Event> events) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.isEmpty()) {
            endEvent(events);
            return;
        }
        int colon = text.indexOf(':');
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        value = value.startsWith(" ") ? value.substring(1) : value;
        switch (field) {
            case "event" -> name = value;
            case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
            default -> {}
        }
    }

    private void endEvent(List<Event> events) {
        if (!name.isEmpty() || !data.isEmpty()) {
            events.add(new Event(name, data.toString()));
        }
        name = "";
        data.setLength(0);
    }
}
