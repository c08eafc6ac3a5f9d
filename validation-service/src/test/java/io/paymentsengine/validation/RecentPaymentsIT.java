package io.paymentsengine.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.paymentsengine.contracts.vocabulary.AccountId;
import io.paymentsengine.contracts.vocabulary.AccountReference;
import io.paymentsengine.contracts.vocabulary.Money;
import io.paymentsengine.contracts.vocabulary.PaymentId;
import io.paymentsengine.contracts.vocabulary.TenantId;
import io.paymentsengine.platform.ids.Ids;
import io.paymentsengine.validation.application.RecentPayments;
import io.paymentsengine.validation.application.RecentPayments.Observed;
import io.paymentsengine.validation.domain.Account;
import io.paymentsengine.validation.domain.Facts;
import io.paymentsengine.validation.domain.Limits;
import io.paymentsengine.validation.domain.Payment;
import io.paymentsengine.validation.domain.RecentActivity;
import io.paymentsengine.validation.domain.ScreeningList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Tests what the script in Redis counts.
class RecentPaymentsIT extends OnRealStores {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Money EURO = Money.of(100, "EUR");
    private static final Duration MAX_REQUEST_AGE = Duration.ofMinutes(2);

    @Autowired RecentPayments recent;
    @Autowired StringRedisTemplate redis;

    private final Account debtor = account();
    private final Account creditor = account();
    private Limits limits = limits(100, 1_000);

    @BeforeEach
    void start_from_zero() {
        stores.flushRedis();
    }

    @Test
    void a_payment_sees_those_of_the_minute_before_it() {
        assertThat(ofAccount(at(0), at(1), at(59), at(60), at(61), at(300)))
                .containsExactly(0L, 1L, 2L, 2L, 2L, 0L);
    }

    @Test
    void a_backlog_is_judged_by_when_it_was_requested() {
        assertThat(ofAccount(at(0), at(30), at(600), at(1_200))).containsExactly(0L, 1L, 0L, 0L);
    }

    @Test
    void a_late_payment_is_not_counted_against_by_those_requested_after_it() {
        assertThat(ofAccount(at(50), at(40), at(55))).containsExactly(0L, 0L, 2L);
    }

    @Test
    void a_clock_that_is_ahead_makes_nothing_forgotten() {
        Instant now = Instant.now();
        Observed before = observed(STD, debtor, creditor, now.minusSeconds(10), "", true);
        Observed ahead = observed(STD, debtor, creditor, now.plusSeconds(300), "", true);
        Observed next = observed(STD, debtor, creditor, now, "", true);

        assertThat(ofAccount(before, ahead, next)).containsExactly(0L, 0L, 1L);
    }

    @Test
    void a_payment_that_comes_again_counts_once() {
        Observed first = at(0);
        Observed second = at(1);
        RecentActivity before = recent.before(List.of(first, second)).getLast();

        assertThat(recent.before(List.of(first, second, second)).getLast()).isEqualTo(before);
        assertThat(ofAccount(at(2))).containsExactly(2L);
    }

    @Test
    void what_goes_beyond_a_limit_is_not_counted() {
        limits = limits(2, 1_000);

        assertThat(ofAccount(at(0), at(1), at(2), at(3), at(60), at(61)))
                .containsExactly(0L, 1L, 2L, 2L, 1L, 1L);
    }

    @Test
    void what_goes_beyond_the_tenants_limit_is_not_counted_for_the_account_either() {
        limits = limits(100, 2);

        List<RecentActivity> activity = recent.before(List.of(at(0), at(1), at(2), at(3)));

        assertThat(activity).extracting(RecentActivity::ofTenant).containsExactly(0L, 1L, 2L, 2L);
        assertThat(activity).extracting(RecentActivity::ofAccount).containsExactly(0L, 1L, 2L, 2L);
    }

    @Test
    void accounts_are_counted_apart_and_their_tenant_together() {
        Account other = account();

        List<RecentActivity> activity =
                recent.before(
                        List.of(
                                at(0),
                                observed(STD, other, creditor, 1, "", true),
                                observed(NED, debtor, creditor, 2, "", true),
                                at(3)));

        assertThat(activity).extracting(RecentActivity::ofAccount).containsExactly(0L, 0L, 0L, 1L);
        assertThat(activity).extracting(RecentActivity::ofTenant).containsExactly(0L, 1L, 0L, 2L);
    }

    @Test
    void looking_leaves_nothing_behind() {
        List<RecentActivity> looks =
                recent.before(
                        List.of(
                                observed(STD, debtor, creditor, 0, "Rent", false),
                                observed(STD, debtor, creditor, 1, "Rent", false)));

        assertThat(looks).containsExactly(RecentActivity.NONE, RecentActivity.NONE);
        assertThat(redis.keys("*")).isEmpty();
    }

    @Test
    void a_duplicate_is_recognised_within_its_window_and_not_as_its_own() {
        Observed first = rent(0);
        Observed duplicate = rent(9);

        assertThat(duplicates(first, first, duplicate, rent(10)))
                .containsExactly(Optional.empty(), Optional.empty(), idOf(first), Optional.empty());
    }

    /// Messages from several partitions arrive in any order.
    @Test
    void a_duplicate_that_comes_late_is_recognised_whatever_came_meanwhile() {
        Observed first = rent(0);
        Observed later = rent(12);

        assertThat(duplicates(first, later, rent(1), rent(13)))
                .containsExactly(Optional.empty(), Optional.empty(), idOf(first), idOf(later));
    }

    @Test
    void a_late_payment_hides_no_duplicate_of_a_newer_one() {
        Observed newer = rent(20);

        assertThat(duplicates(newer, rent(0), rent(22)))
                .containsExactly(Optional.empty(), Optional.empty(), idOf(newer));
    }

    @Test
    void a_suspected_duplicate_is_not_counted_and_prolongs_nothing() {
        assertThat(duplicates(rent(0), rent(6), rent(12)))
                .extracting(Optional::isPresent)
                .containsExactly(false, true, false);
        assertThat(ofAccount(at(13))).containsExactly(2L);
    }

    @Test
    void a_late_payment_is_held_against_all_of_its_minute() {
        assertThat(ofAccount(at(0), at(1), at(100), at(59))).containsExactly(0L, 1L, 0L, 2L);
    }

    /// Whatever was delayed, a payment that comes within the maximum request age still finds its duplicate and
    /// its minute.
    @Test
    void what_is_remembered_expires_when_no_payment_can_come_any_more() {
        recent.before(List.of(rent(0)));

        assertThat(redis.keys("*")).hasSize(3).allMatch(key -> key.startsWith("{STD-001}:"));
        assertThat(redis.keys("*"))
                .allSatisfy(
                        key ->
                                assertThat(Duration.ofSeconds(redis.getExpire(key)))
                                        .isBetween(
                                                MAX_REQUEST_AGE,
                                                MAX_REQUEST_AGE.plus(Limits.WINDOW)));
    }

    @Test
    void a_full_batch_is_answered_in_its_order() {
        limits = limits(1_000, 1_000);
        List<Observed> batch = IntStream.range(0, 500).mapToObj(this::inOneMinute).toList();

        assertThat(recent.before(batch))
                .extracting(RecentActivity::ofTenant)
                .isEqualTo(IntStream.range(0, 500).mapToObj(Long::valueOf).toList());
    }

    private Observed inOneMinute(int number) {
        return observed(STD, debtor, creditor, NOON.plusMillis(number), "", true);
    }

    private List<Long> ofAccount(Observed... payments) {
        return recent.before(List.of(payments)).stream().map(RecentActivity::ofAccount).toList();
    }

    private List<Optional<PaymentId>> duplicates(Observed... payments) {
        return recent.before(List.of(payments)).stream().map(RecentActivity::duplicate).toList();
    }

    private static Optional<PaymentId> idOf(Observed payment) {
        return Optional.of(payment.facts().payment().id());
    }

    private Observed at(int second) {
        return observed(STD, debtor, creditor, second, "", true);
    }

    private Observed rent(int second) {
        return observed(STD, debtor, creditor, second, "Rent", true);
    }

    private Observed observed(
            String tenant, Account from, Account to, int second, String reference, boolean counts) {
        return observed(tenant, from, to, NOON.plusSeconds(second), reference, counts);
    }

    private Observed observed(
            String tenant,
            Account from,
            Account to,
            Instant requestedAt,
            String reference,
            boolean counts) {
        Payment payment =
                new Payment(
                        new TenantId(tenant),
                        new PaymentId(Ids.next()),
                        AccountReference.to(from.id()),
                        AccountReference.to(to.id()),
                        EURO,
                        reference,
                        requestedAt);
        return new Observed(
                new Facts(
                        payment,
                        limits,
                        Optional.of(from),
                        Optional.of(to),
                        new ScreeningList(List.of()),
                        RecentActivity.NONE),
                counts);
    }

    private static Account account() {
        return new Account(
                new AccountId(Ids.next()), Optional.empty(), Account.Status.OPEN, EURO.currency());
    }

    private static Limits limits(int ofAccount, int ofTenant) {
        return new Limits(Map.of(EURO.currency(), EURO), ofAccount, ofTenant);
    }
}
