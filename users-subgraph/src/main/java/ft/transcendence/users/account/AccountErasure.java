package ft.transcendence.users.account;

import ft.transcendence.users.friendship.Friendships;
import ft.transcendence.users.identity.Keycloak;
import ft.transcendence.users.profile.Profiles;
import ft.transcendence.users.totals.PlayerTotalsRepository;
import ft.transcendence.users.twofactor.TwoFactor;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Erases accounts. Everything personal in the database goes in one transaction, together with the tombstone that makes
 * the other subgraphs forget; an anonymous player remains, so that opponents' histories stay whole. Keycloak's part
 * follows, and is tried again until it is done.
 */
@Service
class AccountErasure {

    private static final Logger log = LoggerFactory.getLogger(AccountErasure.class);

    /** Gives the first try, right after the erasure, the time to finish. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final Profiles profiles;
    private final Friendships friendships;
    private final PlayerTotalsRepository totals;
    private final TwoFactor twoFactor;
    private final Erasures erasures;
    private final Keycloak keycloak;
    private final TransactionOperations transactions;
    private final Clock clock;

    AccountErasure(
            Profiles profiles,
            Friendships friendships,
            PlayerTotalsRepository totals,
            TwoFactor twoFactor,
            Erasures erasures,
            Keycloak keycloak,
            TransactionOperations transactions,
            Clock clock) {
        this.profiles = profiles;
        this.friendships = friendships;
        this.totals = totals;
        this.twoFactor = twoFactor;
        this.erasures = erasures;
        this.keycloak = keycloak;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The receipt is the same however often, and from however many sides at once, an account is erased. */
    ErasureReceipt erase(UUID user) {
        ErasureReceipt receipt = transactions.execute(status -> {
            if (!profiles.erase(user)) {
                return erasures.receiptOf(user).orElseThrow();
            }
            friendships.removeAllOf(user);
            totals.remove(user);
            twoFactor.forgetPending(user);
            return erasures.record(user);
        });
        eraseIdentity(user);
        return receipt;
    }

    Optional<ErasureReceipt> receiptOf(UUID user) {
        return erasures.receiptOf(user);
    }

    @Scheduled(fixedDelayString = "PT30S")
    void finishErasures() {
        erasures.unfinished(clock.instant().minus(RETRY_AFTER)).forEach(erasure -> eraseIdentity(erasure.userId()));
    }

    private void eraseIdentity(UUID user) {
        try {
            keycloak.removeUser(user);
            erasures.identityErased(user);
        } catch (RuntimeException e) {
            log.warn("The identity of erased user {} still exists; trying again later", user, e);
        }
    }
}
