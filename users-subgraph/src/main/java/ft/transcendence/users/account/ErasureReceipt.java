package ft.transcendence.users.account;

import java.time.Instant;
import java.util.UUID;

/** The proof that an account was erased. */
record ErasureReceipt(UUID id, Instant erasedAt) {}
