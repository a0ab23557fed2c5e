package ft.transcendence.users.account;

import ft.transcendence.users.achievement.Achievements;
import ft.transcendence.users.friendship.Friendships;
import ft.transcendence.users.identity.Keycloak;
import ft.transcendence.users.notification.Notifications;
import ft.transcendence.users.presence.Presences;
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
 * Erases accounts. One transaction removes all personal data from the database and schedules the tombstone that makes
 * other subgraphs do the same. The user row stays behind as an anonymous player, so that opponents keep their match
 * history. The identity in Keycloak is removed afterwards and retried until that succeeds.
 */
@Service
class AccountErasure {

    private static final Logger log = LoggerFactory.getLogger(AccountErasure.class);

    /** Leaves time for the first attempt, which runs right after the erasure. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final Profiles profiles;
    private final Friendships friendships;
    private final PlayerTotalsRepository totals;
    private final Achievements achievements;
    private final Notifications notifications;
    private final Presences presences;
    private final TwoFactor twoFactor;
    private final Erasures erasures;
    private final Keycloak keycloak;
    private final TransactionOperations transactions;
    private final Clock clock;

    AccountErasure(
            Profiles profiles,
            Friendships friendships,
            PlayerTotalsRepository totals,
            Achievements achievements,
            Notifications notifications,
            Presences presences,
            TwoFactor twoFactor,
            Erasures erasures,
            Keycloak keycloak,
            TransactionOperations transactions,
            Clock clock) {
        this.profiles = profiles;
        this.friendships = friendships;
        this.totals = totals;
        this.achievements = achievements;
        this.notifications = notifications;
        this.presences = presences;
        this.twoFactor = twoFactor;
        this.erasures = erasures;
        this.keycloak = keycloak;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Erases the account. Idempotent: repeated and concurrent calls return the same receipt. */
    ErasureReceipt erase(UUID user) {
        ErasureReceipt receipt = transactions.execute(status -> {
            if (!profiles.erase(user)) {
                return erasures.receiptOf(user).orElseThrow();
            }
            friendships.removeAllOf(user);
            totals.remove(user);
            achievements.remove(user);
            notifications.removeAllOf(user);
            presences.removeAllOf(user);
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
            log.warn("Could not remove erased user {} from Keycloak; retrying later", user, e);
        }
    }
}
