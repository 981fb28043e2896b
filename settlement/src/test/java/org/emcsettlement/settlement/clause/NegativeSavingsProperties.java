package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.settlement.MonthlyContract;
import org.emcsettlement.settlement.statement.Balance;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Statement;

/** Laws 32 and 35 of settlement-methods section 8: what losses do to the shares of a year. */
class NegativeSavingsProperties {

  private static final BigDecimal USE = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal RATIO = new BigDecimal("0.7");

  private static MonthlyContract saving(List<BigDecimal> savings, String policy) {
    return new MonthlyContract(
            Collections.nCopies(savings.size(), USE), savings.stream().map(USE::subtract).toList())
        .clauses(
            "{\"id\": \"value\", \"kind\": \"savings-value\"},"
                + "{\"id\": \"verified\", \"kind\": \"verified-savings\"},"
                + "{\"id\": \"negative\", \"kind\": \"negative-savings\", "
                + policy
                + "}, {\"id\": \"sharing\", \"kind\": \"shared-savings\", \"ratios\": [{\"fromYear\":"
                + " 1, \"ratio\": \"0.7\"}]}");
  }

  private static String policy(String name) {
    return "\"policy\": \"" + name + "\"";
  }

  private static String month(int index) {
    return "%d-%02d".formatted(2025 + index / 12, 1 + index % 12);
  }

  private static List<BigDecimal> shares(MonthlyContract contract, int months) {
    List<BigDecimal> shares = new ArrayList<>();
    for (int i = 0; i < months; i++) {
      shares.add(amount(contract.settle(month(i)).statement(), "sharing.provider"));
    }
    return shares;
  }

  private static BigDecimal amount(Statement statement, String line) {
    return statement.line(line).orElseThrow().amount().orElseThrow();
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal closing(Statement statement, String name) {
    return statement.balances().stream()
        .filter(balance -> balance.name().equals(name))
        .map(Balance::closing)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  @Provide
  Arbitrary<List<BigDecimal>> months() {
    return Arbitraries.oneOf(
            Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-9000), BigDecimal.valueOf(12_000))
                .ofScale(2),
            Arbitraries.of("0", "0.01", "-0.01", "0.05").map(BigDecimal::new))
        .list()
        .ofSize(5);
  }

  @Property(tries = 25)
  void forgettingIsNeverLessThanCarrying(@ForAll("months") List<BigDecimal> savings) {
    List<BigDecimal> forgotten = shares(saving(savings, policy("FLOOR_ZERO")), 5);
    List<BigDecimal> carried = shares(saving(savings, policy("CARRY_DEFICIT")), 5);
    for (int i = 0; i < 5; i++) {
      assertThat(carried.get(i)).isLessThanOrEqualTo(forgotten.get(i));
    }
    if (savings.stream().allMatch(v -> v.signum() >= 0)) {
      assertThat(carried).isEqualTo(forgotten);
    }
  }

  /** Half a fen per month on each side where the year has filled its losses. */
  @Property(tries = 25)
  void carryingIsSharingOnceTheDeficitIsFilled(@ForAll("months") List<BigDecimal> savings) {
    List<BigDecimal> filled = new ArrayList<>(savings);
    filled.add(new BigDecimal("50000"));
    MonthlyContract carrying = saving(filled, policy("CARRY_DEFICIT"));
    assertThat(closing(carrying.settle("2025-06").statement(), "DEFICIT"))
        .isEqualByComparingTo("0");
    BigDecimal difference =
        sum(shares(carrying, 6)).subtract(sum(shares(saving(filled, policy("SHARE_LOSS")), 6)));
    assertThat(difference.abs()).isLessThanOrEqualTo(new BigDecimal("0.06"));
  }

  /** Regular statements forget losses; the annual one owes round(r·max(0, ΣV)) in all. */
  @Property(tries = 20)
  void aYearIsSettledOnItsSum(@ForAll("months") List<BigDecimal> savings) {
    String annual = "{\"frequency\": \"MONTHLY\", \"annualStatement\": true}";
    Statement year =
        saving(savings, policy("ANNUAL_NET")).schedule(annual).settle("Y1").statement();
    BigDecimal expected =
        sum(savings).max(BigDecimal.ZERO).multiply(RATIO).setScale(2, RoundingMode.HALF_UP);
    assertThat(amount(year, "sharing.provider")).isEqualByComparingTo(expected);
    BigDecimal invoiced =
        savings.stream()
            .map(v -> v.max(BigDecimal.ZERO).multiply(RATIO).setScale(2, RoundingMode.HALF_UP))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(amount(year, "annual-true-up")).isEqualByComparingTo(expected.subtract(invoiced));
    assertThat(closing(year, "YEAR_SAVINGS")).isEqualByComparingTo("0");
  }

  /** What a month has forgotten stays forgotten: the year owes round(r·Σ max(0, V)) in all. */
  @Property(tries = 20)
  void aYearRemembersNoForgottenLoss(@ForAll("months") List<BigDecimal> savings) {
    String annual = "{\"frequency\": \"MONTHLY\", \"annualStatement\": true}";
    Statement year =
        saving(savings, policy("FLOOR_ZERO")).schedule(annual).settle("Y1").statement();
    BigDecimal gains =
        savings.stream().map(v -> v.max(BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(amount(year, "sharing.provider"))
        .isEqualByComparingTo(gains.multiply(RATIO).setScale(2, RoundingMode.HALF_UP));
    assertThat(closing(year, "FORGOTTEN_LOSS")).isEqualByComparingTo("0");
  }

  /** −500 in December 2025 and a gain of 300 in every January: 0.7 × 300 = 210 or nothing. */
  @Example
  void aDeficitExpiresWithItsYear() {
    List<BigDecimal> savings = new ArrayList<>(Collections.nCopies(12, BigDecimal.ZERO));
    savings.set(0, new BigDecimal("300"));
    savings.set(11, new BigDecimal("-500"));
    MonthlyContract expiring = saving(savings, "\"expires\": \"YEAR_END\"");
    Statement december = expiring.settle("2025-12").statement();
    Balance deficit =
        december.balances().stream()
            .filter(balance -> balance.name().equals("DEFICIT"))
            .findFirst()
            .orElseThrow();
    assertThat(deficit.movements())
        .extracting(Movement::kind)
        .containsExactly(Movement.Kind.ADDITION, Movement.Kind.EXPIRY);
    assertThat(deficit.closing()).isEqualByComparingTo("0");
    assertThat(amount(expiring.settle("2026-01").statement(), "sharing.provider"))
        .isEqualByComparingTo("210");
    MonthlyContract lasting = saving(savings, "\"expires\": \"TERM_END\"");
    assertThat(amount(lasting.settle("2026-01").statement(), "sharing.provider"))
        .isEqualByComparingTo("0");
    assertThat(closing(lasting.settle("2026-11").statement(), "DEFICIT"))
        .isEqualByComparingTo("-200");
    assertThat(closing(lasting.settle("2026-12").statement(), "DEFICIT")).isEqualByComparingTo("0");
  }

  @Example
  void whatNeedsAnAnnualStatementSaysSo() {
    List<String> codes =
        saving(List.of(BigDecimal.ONE), policy("ANNUAL_NET")).findings().stream()
            .map(Finding::code)
            .toList();
    assertThat(codes).contains("contract.no-annual-statement");
  }
}
