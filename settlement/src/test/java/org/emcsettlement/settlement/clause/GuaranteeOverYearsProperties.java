package org.emcsettlement.settlement.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.Amounts;
import org.emcsettlement.settlement.YearlyContract;
import org.emcsettlement.settlement.statement.Balance;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Statement;

/** Laws 35, 37, 38 and 39 of settlement-methods section 8, over several contract years. */
class GuaranteeOverYearsProperties {

  private static final BigDecimal GUARANTEE = BigDecimal.valueOf(100_000);
  private static final BigDecimal PRICE = new BigDecimal("0.50");

  @Provide
  Arbitrary<List<BigDecimal>> savings() {
    return Arbitraries.oneOf(
            Arbitraries.bigDecimals()
                .between(BigDecimal.valueOf(-50_000), BigDecimal.valueOf(250_000))
                .ofScale(3),
            Arbitraries.of("0", "100000", "99999.99", "100000.01", "94999.999")
                .map(BigDecimal::new))
        .list()
        .ofSize(4);
  }

  private static Statement year(List<BigDecimal> savings, String terms, int year) {
    return new YearlyContract(savings, YearlyContract.guarantee(terms)).settle(year).statement();
  }

  /** The compensation of a year; the line is negative, owed by the service provider. */
  private static BigDecimal compensation(Statement statement) {
    return Amounts.line(statement, "guarantee.compensation").negate();
  }

  private static BigDecimal value(BigDecimal quantity) {
    return quantity.max(BigDecimal.ZERO).multiply(PRICE).setScale(2, RoundingMode.HALF_UP);
  }

  @Property(tries = 25)
  void withClawbackTheSumIsTheValueMissingSoFar(@ForAll("savings") List<BigDecimal> savings) {
    BigDecimal compensated = BigDecimal.ZERO;
    BigDecimal missing = BigDecimal.ZERO;
    for (int year = 1; year <= savings.size(); year++) {
      Statement statement = year(savings, ", \"test\": \"CUMULATIVE\", \"clawback\": true", year);
      compensated = compensated.add(compensation(statement));
      missing = missing.add(GUARANTEE).subtract(savings.get(year - 1));
      assertThat(compensated).isEqualByComparingTo(value(missing));
      assertThat(Amounts.balance(statement, "COMPENSATED/guarantee"))
          .isEqualByComparingTo(compensated);
    }
  }

  @Property(tries = 25)
  void withoutClawbackTheSumNeverFalls(@ForAll("savings") List<BigDecimal> savings) {
    BigDecimal compensated = BigDecimal.ZERO;
    BigDecimal missing = BigDecimal.ZERO;
    for (int year = 1; year <= savings.size(); year++) {
      BigDecimal ofYear = compensation(year(savings, ", \"test\": \"CUMULATIVE\"", year));
      missing = missing.add(GUARANTEE).subtract(savings.get(year - 1));
      assertThat(ofYear).isGreaterThanOrEqualTo(BigDecimal.ZERO);
      compensated = compensated.add(ofYear);
      assertThat(compensated).isGreaterThanOrEqualTo(value(missing));
    }
  }

  /** Of every year's compensation: what is cured, expired and still curable is the whole. */
  @Property(tries = 25)
  void whatMayBeCuredIsConserved(@ForAll("savings") List<BigDecimal> savings) {
    for (int origin = 1; origin <= savings.size(); origin++) {
      String name = "CURABLE_SHORTFALL/guarantee/Y" + origin;
      BigDecimal open = BigDecimal.ZERO;
      for (int year = origin; year <= savings.size(); year++) {
        Statement statement = year(savings, ", \"excessOffsetYears\": 2", year);
        for (Balance balance : statement.balances()) {
          if (balance.name().equals(name)) {
            assertThat(balance.opening()).isEqualByComparingTo(open);
            open = balance.closing();
          }
        }
        if (year == origin) {
          assertThat(open).isEqualByComparingTo(compensation(statement));
        }
        if (year >= origin + 2) {
          assertThat(open).isEqualByComparingTo("0");
        } else {
          assertThat(movements(statement, name))
              .extracting(Movement::kind)
              .doesNotContain(Movement.Kind.EXPIRY);
        }
        if (year > origin + 2) {
          assertThat(movements(statement, name)).isEmpty();
        }
      }
    }
  }

  /** What an excess cannot cure in full stays, and then nothing younger is cured. */
  @Property(tries = 15)
  void theOldestIsCuredFirst(@ForAll("savings") List<BigDecimal> savings) {
    Statement last = year(savings, ", \"excessOffsetYears\": 9", savings.size());
    boolean left = false;
    for (int origin = 1; origin < savings.size(); origin++) {
      String name = "CURABLE_SHORTFALL/guarantee/Y" + origin;
      if (left) {
        assertThat(movements(last, name)).isEmpty();
      }
      left |= Amounts.balance(last, name).signum() != 0;
    }
  }

  private static List<Movement> movements(Statement statement, String balance) {
    return statement.balances().stream()
        .filter(candidate -> candidate.name().equals(balance))
        .flatMap(candidate -> candidate.movements().stream())
        .toList();
  }

  /** An excess gives back no more than it is worth, and only the rest of it is shared. */
  @Property(tries = 25)
  void theSameExcessIsNotCuredAndShared(@ForAll("savings") List<BigDecimal> savings) {
    Statement statement =
        year(savings, ", \"excessOffsetYears\": 3, \"excessShare\": \"1\"", savings.size());
    BigDecimal cured = Amounts.line(statement, "guarantee.cured");
    BigDecimal shared = Amounts.line(statement, "guarantee.excess-share");
    assertThat(cured.add(shared))
        .isEqualByComparingTo(value(savings.get(savings.size() - 1).subtract(GUARANTEE)));
  }

  /** A compensation is withheld in full or waits, and never makes a payment negative. */
  @Property(tries = 25)
  void compensationIsWithheldOrWaits(@ForAll("savings") List<BigDecimal> savings) {
    BigDecimal missed = BigDecimal.ZERO;
    BigDecimal withheld = BigDecimal.ZERO;
    for (int year = 1; year <= savings.size(); year++) {
      Statement statement = year(savings, ", \"withheld\": true, \"rate\": \"20\"", year);
      missed = missed.add(compensation(statement));
      withheld = withheld.subtract(Amounts.line(statement, "guarantee.withheld"));
      assertThat(withheld.add(Amounts.balance(statement, "COMPENSATION_OPEN/guarantee")))
          .isEqualByComparingTo(missed);
      assertThat(statement.totals().netPayable()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
    }
  }

  /** Compensation and what a longer term makes good are the uncapped value. */
  @Property(tries = 25)
  void whatTheCapLeavesExtendsTheTerm(@ForAll("savings") List<BigDecimal> savings) {
    Statement statement =
        year(
            savings,
            ", \"capAmount\": \"20000\", \"unrecovered\": \"EXTENDS_TERM\", \"extensionPerDay\":"
                + " \"1600\"",
            1);
    BigDecimal extended = Amounts.line(statement, "guarantee.extension");
    assertThat(compensation(statement).add(extended))
        .isEqualByComparingTo(Amounts.line(statement, "guarantee.shortfall"));
    Rational days =
        statement.line("guarantee.extension").flatMap(Line::quantity).orElse(Rational.ZERO);
    assertThat(days.times(Rational.of(1600))).isEqualTo(Rational.of(extended));
  }

  /** Several institutions together miss no more than each for itself. */
  @Property(tries = 25)
  void aPoolMissesNoMoreThanItsMembers(@ForAll("savings") List<BigDecimal> members) {
    Rational alone = Rational.ZERO;
    Rational guaranteed = Rational.ZERO;
    Rational saved = Rational.ZERO;
    for (BigDecimal savings : members) {
      alone = alone.plus(quantity(year(List.of(savings), "", 1), "shortfall"));
      Statement exposed = year(List.of(savings), ", \"pooled\": true", 1);
      assertThat(compensation(exposed)).isEqualByComparingTo("0");
      guaranteed = guaranteed.plus(quantity(exposed, "agreed"));
      saved = saved.plus(quantity(exposed, "verified"));
    }
    String pool =
        """
        {"id": "guarantee", "kind": "guarantee", "unit": "QUANTITY", "commodity": "electricity",
         "amount": "%s"}
        """
            .formatted(guaranteed);
    Statement pooled =
        new YearlyContract(List.of(saved.toDecimal().orElseThrow()), pool).settle(1).statement();
    assertThat(quantity(pooled, "shortfall")).isLessThanOrEqualTo(alone);
  }

  private static Rational quantity(Statement statement, String item) {
    return statement.line("guarantee." + item).flatMap(Line::quantity).orElse(Rational.ZERO);
  }
}
