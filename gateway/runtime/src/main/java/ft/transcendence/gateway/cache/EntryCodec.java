package ft.transcendence.gateway.cache;

import ft.transcendence.gateway.cache.Lifetime.Audience;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries as bytes, for Redis. Gateways of different versions may share one, so the first byte is the version of the format. */
final class EntryCodec {
    private static final int VERSION = 1;
    private static final List<Audience> AUDIENCES = List.of(Audience.values());

    private EntryCodec() {}

    static byte[] encode(Entry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(entry.weight());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(entry.audience().ordinal());
            out.writeBoolean(entry.isStated());
            out.writeLong(entry.expires());
            out.writeLong(entry.epoch());
            out.writeShort(entry.tags().size());
            for (String tag : entry.tags()) {
                out.writeUTF(tag);
            }
            out.write(entry.value());
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is written to a device", e);
        }
        return bytes.toByteArray();
    }

    /** Null if the bytes are not an entry of this version. */
    static @Nullable Entry decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                return null;
            }
            Audience audience = AUDIENCES.get(in.readUnsignedByte() % AUDIENCES.size());
            boolean isStated = in.readBoolean();
            long expires = in.readLong();
            long epoch = in.readLong();
            int count = in.readUnsignedShort();
            List<String> tags = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                tags.add(in.readUTF());
            }
            return new Entry(in.readAllBytes(), audience, isStated, expires, epoch, List.copyOf(tags));
        } catch (IOException damaged) {
            return null;
        }
    }
}
