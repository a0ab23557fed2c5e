package ft.transcendence.matches.ticket;

import com.nimbusds.jose.jwk.ECKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the keys of tickets, their private parts encrypted. */
@Repository
class TicketKeyStore {

    private final JdbcClient jdbc;
    private final KeyCipher cipher;

    TicketKeyStore(JdbcClient jdbc, KeyCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** The newest keys, newest first. */
    List<TicketKey> newest(int count) {
        return jdbc.sql("SELECT generation, pair, created_at FROM ticket_key ORDER BY generation DESC LIMIT :count")
                .param("count", count)
                .query(this::read)
                .list();
    }

    /** Adds a key, unless another instance has added one of the same number. */
    void add(TicketKey key) {
        jdbc.sql("""
                        INSERT INTO ticket_key (generation, pair, created_at) VALUES (:generation, :pair, :createdAt)
                        ON CONFLICT (generation) DO NOTHING
                        """)
                .param("generation", key.generation())
                .param("pair", cipher.encrypt(key.generation(), key.pair().toJSONString()))
                .param("createdAt", key.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Deletes the keys before this one. */
    void deleteBefore(long generation) {
        jdbc.sql("DELETE FROM ticket_key WHERE generation < :generation")
                .param("generation", generation)
                .update();
    }

    private TicketKey read(ResultSet row, int number) throws SQLException {
        long generation = row.getLong("generation");
        try {
            return new TicketKey(
                    generation,
                    ECKey.parse(cipher.decrypt(generation, row.getBytes("pair"))),
                    row.getTimestamp("created_at").toInstant());
        } catch (ParseException failure) {
            throw new IllegalStateException("Key " + generation + " of tickets is not a key", failure);
        }
    }
}
