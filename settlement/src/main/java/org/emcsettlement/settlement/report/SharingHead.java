package org.emcsettlement.settlement.report;

import static org.emcsettlement.settlement.report.WaterfallSteps.amount;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.statement.Balance;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Statement;

/**
 * The way from the baseline cost over savings to the service provider's share. Each part is taken
 * only if the lines explain it; the first that they do not explain ends the way back.
 */
final class SharingHead {

  private static final BigDecimal HALF_FEN = new BigDecimal("0.005");

  private static final Bilingual ACTUAL = new Bilingual("实际费用", "actual cost");
  private static final Bilingual PRICED = new Bilingual("节约量计价", "savings by price");
  private static final Bilingual ROUNDING = new Bilingual("各行舍入", "rounding of lines");
  private static final Bilingual LEFT_OUT =
      new Bilingual("不计天数的基准与用量舍入", "days left out and rounded quantities");
  private static final Bilingual SURCHARGE = new Bilingual("避免的超定额加价", "avoided surcharge");
  private static final Bilingual DEADBAND = new Bilingual("免调区间", "deadband");
  private static final Bilingual INTERVAL = new Bilingual("节约量区间", "savings interval");
  private static final Bilingual DEFICIT = new Bilingual("亏损结转", "carried deficit");
  private static final Bilingual LOSS = new Bilingual("负节约不分享", "loss not shared");

  private final Line lead;
  private final Bilingual label;
  private final Statement statement;
  private final Lines lines;
  private final BigDecimal priced;

  SharingHead(Line lead, Bilingual label, Statement statement) {
    this.lead = lead;
    this.label = label;
    this.statement = statement;
    this.lines = Lines.of(statement);
    this.priced = Lines.sum(lines.of("SAVINGS_VALUE"));
  }

  Waterfall waterfall() {
    Optional<Line> institution =
        lines.of("INSTITUTION_SHARE").stream()
            .filter(line -> line.clause().equals(lead.clause()))
            .findFirst();
    if (institution.isEmpty()) {
      return new Waterfall().start(label, amount(lead));
    }
    return shareable(amount(lead).add(amount(institution.get())))
        .change(institution.get().label(), amount(institution.get()).negate())
        .level(label, amount(lead));
  }

  /** What there is to share: verified savings after carried deficits. */
  private Waterfall shareable(BigDecimal shared) {
    Bilingual name =
        lines
            .first("SHAREABLE_SAVINGS")
            .map(Line::label)
            .orElse(new Bilingual("可分享效益", "savings to share"));
    Optional<Line> verified = lines.first("VERIFIED_SAVINGS");
    Optional<Bilingual> carried =
        verified.flatMap(line -> carried(amount(line), shared.subtract(amount(line))));
    if (verified.isEmpty() || carried.isEmpty()) {
      return new Waterfall().start(name, shared);
    }
    Waterfall waterfall = verified(verified.get());
    return shared.compareTo(amount(verified.get())) == 0
        ? waterfall
        : waterfall.changeTo(carried.get(), shared).level(name, shared);
  }

  /** Why something else is shared than was verified. */
  private Optional<Bilingual> carried(BigDecimal verified, BigDecimal change) {
    BigDecimal filled =
        statement.balances().stream()
            .filter(balance -> balance.name().equals(BalanceNames.DEFICIT))
            .map(SharingHead::movement)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (change.add(filled).signum() == 0) {
      return Optional.of(DEFICIT);
    }
    boolean dropped = filled.signum() == 0 && verified.add(change).signum() == 0;
    return dropped && verified.signum() < 0 ? Optional.of(LOSS) : Optional.empty();
  }

  private static BigDecimal movement(Balance balance) {
    return balance.closing().subtract(balance.opening());
  }

  /**
   * Verified savings: the priced quantities, avoided surcharges if shared, less deadband or
   * interval.
   */
  private Waterfall verified(Line verified) {
    BigDecimal surcharge = Lines.sum(lines.of("AVOIDED_SURCHARGE"));
    BigDecimal total = amount(verified);
    boolean plain = total.compareTo(priced) == 0;
    boolean withSurcharge = total.compareTo(priced.add(surcharge)) == 0;
    boolean narrowed = surcharge.signum() == 0 && isNarrowed(total);
    if (lines.of("SAVINGS_VALUE").isEmpty() || !(plain || withSurcharge || narrowed)) {
      return new Waterfall().start(verified.label(), total);
    }
    Bilingual narrowing = lines.of("HALF_WIDTH").isEmpty() ? DEADBAND : INTERVAL;
    return priced()
        .changeTo(withSurcharge ? SURCHARGE : narrowing, total)
        .level(verified.label(), total);
  }

  /** A deadband takes savings or losses off, never more than there are. */
  private boolean isNarrowed(BigDecimal total) {
    return total.abs().compareTo(priced.abs()) < 0 && total.signum() * priced.signum() >= 0;
  }

  /** Adjusted baseline cost less actual cost, if that is what the priced quantities come to. */
  private Waterfall priced() {
    List<Line> adjusted = lines.of("ADJUSTED_COST");
    List<Line> actual = lines.of("ACTUAL_COST");
    List<Line> values = lines.of("SAVINGS_VALUE");
    BigDecimal rest = priced.subtract(Lines.sum(adjusted)).add(Lines.sum(actual));
    boolean comparable =
        !adjusted.isEmpty()
            && WaterfallHead.commodities(adjusted).equals(WaterfallHead.commodities(actual))
            && WaterfallHead.commodities(adjusted).equals(WaterfallHead.commodities(values));
    // adjusted cost, actual cost and value are rounded once each for every price
    BigDecimal rounding = HALF_FEN.multiply(BigDecimal.valueOf(3L * values.size()));
    if (comparable && rest.abs().compareTo(rounding) <= 0) {
      return costs(actual, ROUNDING);
    }
    if (comparable && isLeftOut(rest, rounding)) {
      return costs(actual, LEFT_OUT);
    }
    return new Waterfall().start(PRICED, priced);
  }

  private Waterfall costs(List<Line> actual, Bilingual rest) {
    return WaterfallHead.adjustedCost(lines)
        .change(ACTUAL, Lines.sum(actual).negate())
        .changeTo(rest, priced)
        .level(PRICED, priced);
  }

  /** Whether what is missing is the baseline of uncounted days at the prices of the statement. */
  private boolean isLeftOut(BigDecimal rest, BigDecimal rounding) {
    Rational least = Rational.ZERO;
    Rational most = Rational.ZERO;
    for (Line avoided : lines.of("AVOIDED")) {
      Rational leftOut =
          beside(avoided, "ADJUSTED_BASELINE")
              .minus(beside(avoided, "ACTUAL"))
              .minus(avoided.quantity().orElse(Rational.ZERO));
      List<Rational> values =
          lines.of("SAVINGS_VALUE").stream()
              .filter(line -> line.commodity().equals(avoided.commodity()))
              .flatMap(line -> line.unitPrice().stream())
              .map(price -> price.times(leftOut).negated())
              .toList();
      least = least.plus(values.stream().reduce(Rational::min).orElse(Rational.ZERO));
      most = most.plus(values.stream().reduce(Rational::max).orElse(Rational.ZERO));
    }
    Rational margin = Rational.of(rounding);
    Rational found = Rational.of(rest);
    return found.compareTo(least.minus(margin)) >= 0 && found.compareTo(most.plus(margin)) <= 0;
  }

  /** The quantity of another kind of the same commodity. */
  private Rational beside(Line line, String kind) {
    return lines.of(kind).stream()
        .filter(other -> other.commodity().equals(line.commodity()))
        .flatMap(other -> other.quantity().stream())
        .findFirst()
        .orElse(Rational.ZERO);
  }
}
