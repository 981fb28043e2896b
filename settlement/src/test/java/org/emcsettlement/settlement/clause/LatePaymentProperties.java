package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.emcsettlement.settlement.FeeContract;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;

/** Law 55 of settlement-methods section 8, and that bills of interest add up. */
class LatePaymentProperties {

  private static final LocalDate DUE = LocalDate.of(2025, 2, 15);

  @Provide
  Arbitrary<BigDecimal> amounts() {
    return Arbitraries.oneOf(
        Arbitraries.bigDecimals()
            .between(new BigDecimal("0.01"), BigDecimal.valueOf(1_000_000_000))
            .ofScale(2),
        Arbitraries.of("0.01", "0.10", "1000.00").map(BigDecimal::new));
  }

  @Provide
  Arbitrary<String> orders() {
    return Arbitraries.of("PRINCIPAL_FIRST", "INTEREST_FIRST");
  }

  private static FeeContract contract(String frequency, String order, String payments) {
    return new FeeContract()
        .term(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1))
        .clauses(
            "{\"id\": \"late\", \"kind\": \"late-payment\", \"perTenThousand\": \"5\", \"order\": \""
                + order
                + "\"}")
        .schedule("{\"frequency\": \"" + frequency + "\"}")
        .payments(payments);
  }

  private static String row(String entry, LocalDate date, BigDecimal amount, String reference) {
    return entry + "," + date + "," + amount.toPlainString() + "," + reference + "\n";
  }

  private static BigDecimal interest(List<Statement> statements) {
    return statements.stream()
        .flatMap(statement -> statement.lines().stream())
        .filter(line -> line.kind().equals("LATE_INTEREST"))
        .flatMap(line -> line.amount().stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal paidOn(LocalDate date, BigDecimal amount) {
    return interest(
        contract(
                "ANNUAL",
                "PRINCIPAL_FIRST",
                row("CLAIM", DUE, amount, "a") + row("PAYMENT", date, amount, "b"))
            .all());
  }

  @Property(tries = 60)
  void nothingUntilTheDueDateThenNeverLess(
      @ForAll("amounts") BigDecimal amount, @ForAll @IntRange(min = -40, max = 300) int days) {
    BigDecimal interest = paidOn(DUE.plusDays(days), amount);
    if (days <= 0) {
      assertThat(interest).isEqualByComparingTo("0");
    } else {
      BigDecimal exact =
          amount.multiply(new BigDecimal("0.0005")).multiply(BigDecimal.valueOf(days));
      assertThat(interest).isEqualByComparingTo(exact.setScale(2, RoundingMode.HALF_UP));
    }
    assertThat(paidOn(DUE.plusDays(days + 1L), amount)).isGreaterThanOrEqualTo(interest);
  }

  /** One statement or twelve: the bills add up to the same, in whatever parts it is paid. */
  @Property(tries = 25)
  void billsAddUpToOneRounding(
      @ForAll("amounts") BigDecimal amount,
      @ForAll @IntRange(min = 1, max = 150) int first,
      @ForAll @IntRange(min = 151, max = 300) int second,
      @ForAll @IntRange(min = 1, max = 99) int percent) {
    BigDecimal part = amount.multiply(BigDecimal.valueOf(percent, 2)).setScale(2, RoundingMode.UP);
    LocalDate firstDate = DUE.plusDays(first);
    LocalDate secondDate = DUE.plusDays(second);
    StringBuilder rows = new StringBuilder(row("CLAIM", DUE, amount, "a"));
    rows.append(row("PAYMENT", firstDate, part, "b"));
    BigDecimal rest = amount.subtract(part);
    if (rest.signum() > 0) {
      rows.append(row("PAYMENT", secondDate, rest, "c"));
    }
    BigDecimal exact =
        amount
            .multiply(BigDecimal.valueOf(first))
            .add(rest.multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(firstDate, secondDate))))
            .multiply(new BigDecimal("0.0005"));
    for (String frequency : List.of("MONTHLY", "ANNUAL")) {
      assertThat(interest(contract(frequency, "PRINCIPAL_FIRST", rows.toString()).all()))
          .as(frequency)
          .isEqualByComparingTo(exact.setScale(2, RoundingMode.HALF_UP));
    }
  }

  /**
   * Interest first: what the payment covers of the interest stays overdue instead and is not
   * billed, so the bill is the interest of the time after the payment alone.
   */
  @Property(tries = 60)
  void interestFirstBillsWhatAccruesAfterThePayment(
      @ForAll @IntRange(min = 1, max = 300) int day,
      @ForAll @IntRange(min = 200_000, max = 900_000) int fen) {
    BigDecimal claim = new BigDecimal("10000.00");
    BigDecimal paid = BigDecimal.valueOf(fen, 2);
    Statement year =
        contract(
                "ANNUAL",
                "INTEREST_FIRST",
                row("CLAIM", DUE, claim, "a") + row("PAYMENT", DUE.plusDays(day), paid, "b"))
            .last();
    BigDecimal accrued = new BigDecimal("5.00").multiply(BigDecimal.valueOf(day));
    BigDecimal overdue = claim.subtract(paid.subtract(accrued));
    long left = ChronoUnit.DAYS.between(DUE.plusDays(day + 1L), LocalDate.of(2026, 1, 1));
    BigDecimal exact =
        overdue.multiply(new BigDecimal("0.0005")).multiply(BigDecimal.valueOf(left));
    assertThat(interest(List.of(year)))
        .isEqualByComparingTo(exact.setScale(2, RoundingMode.HALF_UP));
  }

  /**
   * Payments go to the oldest claim: the younger one stays overdue in full until it is paid off.
   */
  @Property(tries = 40)
  void theOldestClaimIsPaidFirst(
      @ForAll("orders") String order, @ForAll @IntRange(min = 31, max = 300) int day) {
    String rows =
        row("CLAIM", DUE.plusDays(30), new BigDecimal("5000.00"), "young")
            + row("CLAIM", DUE, new BigDecimal("10000.00"), "old")
            + row("PAYMENT", DUE.plusDays(day), new BigDecimal("100.00"), "c");
    Statement year = contract("ANNUAL", order, rows).last();
    long days = ChronoUnit.DAYS.between(DUE.plusDays(31), LocalDate.of(2026, 1, 1));
    assertThat(year.line("late.2").flatMap(Line::amount).orElseThrow())
        .isEqualByComparingTo(new BigDecimal("2.50").multiply(BigDecimal.valueOf(days)));
    assertThat(year.line("late.2").orElseThrow().remark().orElseThrow().en()).contains("young");
  }

  /** What is paid beyond every claim is reported and allocated to nothing. */
  @Property(tries = 30)
  void whatMeetsNoClaimIsReported(
      @ForAll("orders") String order, @ForAll @IntRange(min = 1, max = 100_000) int beyond) {
    String rows =
        row("CLAIM", DUE, new BigDecimal("1000.00"), "a")
            + row("PAYMENT", DUE.plusDays(10), BigDecimal.valueOf(100_500 + beyond, 2), "b");
    Statement year = contract("ANNUAL", order, rows).last();
    assertThat(interest(List.of(year))).isEqualByComparingTo("0");
    assertThat(year.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("payment.unallocated");
              assertThat(new BigDecimal(finding.arguments().get("amount")))
                  .isEqualByComparingTo(BigDecimal.valueOf(beyond, 2));
            });
  }
}
