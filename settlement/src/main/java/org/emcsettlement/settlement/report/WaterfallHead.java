package org.emcsettlement.settlement.report;

import static org.emcsettlement.settlement.report.WaterfallSteps.amount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Statement;

/** The way from the baseline cost to the first fee or share, by the kind of contract. */
final class WaterfallHead {

  private static final Bilingual BASELINE = new Bilingual("基准费用", "baseline cost");
  private static final Bilingual BASELINE_OF_YEAR =
      new Bilingual("基准费用（合同年）", "baseline cost of the contract year");
  private static final Bilingual ADJUSTMENT =
      new Bilingual("调整：用量与价格", "adjustment of quantities and prices");
  private static final Bilingual ADJUSTED = new Bilingual("调整后基准费用", "adjusted baseline cost");
  private static final Bilingual COEFFICIENT =
      new Bilingual("托管系数与运维费", "hosting coefficient and operation part");
  private static final Bilingual DIFFERENCE =
      new Bilingual("托管费与调整后基准费用之差", "hosting fee less adjusted baseline cost");
  private static final Bilingual OTHER_PERIODS = new Bilingual("不属于本期的部分", "part of other periods");

  private final Line lead;
  private final Bilingual label;
  private final Statement statement;
  private final Lines lines;

  private WaterfallHead(Line lead, Bilingual label, Statement statement) {
    this.lead = lead;
    this.label = label;
    this.statement = statement;
    this.lines = Lines.of(statement);
  }

  /** A waterfall that has reached the amount of a line. */
  static Waterfall to(Line lead, Bilingual label, Statement statement) {
    WaterfallHead head = new WaterfallHead(lead, label, statement);
    return switch (lead.kind()) {
      case "HOSTING_FEE" -> head.hosting();
      case "PROVIDER_SHARE" -> new SharingHead(lead, label, statement).waterfall();
      default -> new Waterfall().start(label, amount(lead));
    };
  }

  /**
   * A fee that is an instalment, has adjustments of its own or is the base itself comes from the
   * fee base; any other is set against the adjusted baseline cost of its days.
   */
  private Waterfall hosting() {
    Optional<Line> base = lines.of("FEE_BASE").stream().filter(this::isOfClause).findFirst();
    List<Line> adjusted = lines.of("ADJUSTED_COST");
    boolean fromBase =
        base.isPresent()
            && (isInstalment()
                || adjusted.isEmpty()
                || !lines.of("FEE_ADJUSTMENT").isEmpty()
                || amount(base.get()).compareTo(amount(lead)) == 0);
    if (fromBase) {
      return fromBase(base.get());
    }
    if (adjusted.isEmpty()) {
      return new Waterfall().start(label, amount(lead));
    }
    Waterfall waterfall = adjustedCost(lines);
    Bilingual step = base.filter(this::followsCoefficient).isPresent() ? COEFFICIENT : DIFFERENCE;
    return waterfall.changeTo(step, amount(lead)).level(label, amount(lead));
  }

  private boolean isOfClause(Line line) {
    return line.clause().equals(lead.clause());
  }

  private boolean isInstalment() {
    return statement.balances().stream()
        .filter(
            balance ->
                balance.name().equals(BalanceNames.INVOICED)
                    || balance.name().startsWith(BalanceNames.INVOICED + BalanceNames.ORIGIN))
        .flatMap(balance -> balance.movements().stream())
        .anyMatch(movement -> movement.kind() == Movement.Kind.ADDITION);
  }

  private List<Line> referenceCosts() {
    return lines.of("BASELINE_COST").stream().filter(this::isOfClause).toList();
  }

  private Waterfall fromBase(Line base) {
    Waterfall waterfall = new Waterfall();
    List<Line> costs = referenceCosts();
    if (costs.isEmpty()) {
      waterfall.start(base.label(), amount(base));
    } else {
      waterfall
          .start(BASELINE_OF_YEAR, Lines.sum(costs))
          .changeTo(COEFFICIENT, amount(base))
          .level(base.label(), amount(base));
    }
    return waterfall.changeTo(OTHER_PERIODS, amount(lead)).level(label, amount(lead));
  }

  /**
   * Whether one coefficient of at most four decimals leads from the reference cost to the base and
   * from the adjusted cost to the fee, each to the fen: then the difference is the coefficient's.
   */
  private boolean followsCoefficient(Line base) {
    BigDecimal reference = Lines.sum(referenceCosts());
    if (reference.signum() == 0) {
      return false;
    }
    BigDecimal coefficient = amount(base).divide(reference, 4, RoundingMode.HALF_UP);
    return isProduct(coefficient, reference, amount(base))
        && isProduct(coefficient, Lines.sum(lines.of("ADJUSTED_COST")), amount(lead));
  }

  private static boolean isProduct(BigDecimal factor, BigDecimal cost, BigDecimal amount) {
    BigDecimal product = factor.multiply(cost).setScale(2, RoundingMode.HALF_UP);
    return product.compareTo(amount) == 0;
  }

  /** Baseline cost, its adjustment, adjusted baseline cost; the last alone if nothing precedes. */
  static Waterfall adjustedCost(Lines lines) {
    List<Line> adjusted = lines.of("ADJUSTED_COST");
    Set<String> clauses = adjusted.stream().map(Line::clause).collect(Collectors.toSet());
    List<Line> baseline =
        lines.of("BASELINE_COST").stream().filter(line -> clauses.contains(line.clause())).toList();
    Waterfall waterfall = new Waterfall();
    if (!baseline.isEmpty() && commodities(baseline).equals(commodities(adjusted))) {
      waterfall.start(BASELINE, Lines.sum(baseline)).changeTo(ADJUSTMENT, Lines.sum(adjusted));
    } else {
      waterfall.start(ADJUSTED, Lines.sum(adjusted));
    }
    return waterfall.level(ADJUSTED, Lines.sum(adjusted));
  }

  static Set<Optional<Commodity>> commodities(List<Line> lines) {
    return lines.stream().map(Line::commodity).collect(Collectors.toSet());
  }
}
