package org.emcsettlement.settlement.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.LineTax;
import org.emcsettlement.settlement.statement.Statement;

/**
 * From the baseline cost to the net payable, by the lines of a statement. It begins as early as
 * every step can be named: where the lines do not explain a difference, it begins after it.
 */
final class WaterfallSteps {

  /** What can be earned; in an annual statement these lines are only shown. */
  private static final Set<String> EARNED =
      Set.of(
          "HOSTING_FEE",
          "SERVICE_FEE",
          "FEE_ADJUSTMENT",
          "PROVIDER_SHARE",
          "UTILITIES",
          "CREDIT_BROUGHT_FORWARD",
          "CREDIT_CARRIED",
          "SCORE_DEDUCTION",
          "SCORE_BONUS",
          "SCORE_WITHHELD",
          "SCORE_TRUE_UP",
          "ITEMISED_DEDUCTION",
          "CEILING_REDUCTION",
          "COMPENSATION",
          "EXCESS_SHARE",
          "SHORTFALL_RECOVERED",
          "PROVISIONAL_COMPENSATION",
          "COMPENSATION_WITHHELD",
          "SHORTFALL_CURED",
          "GUARANTEE_TAKEN_OVER");

  private static final Bilingual NET = new Bilingual("应付净额", "net payable");
  private static final Bilingual VAT = new Bilingual("增值税（价外）", "VAT on top");
  private static final Bilingual GROSS = new Bilingual("含税金额", "incl. VAT");

  private final Statement statement;
  private final Lines lines;

  private WaterfallSteps(Statement statement) {
    this.statement = statement;
    this.lines = Lines.of(statement);
  }

  /** The steps, absent if the payable lines do not add up to the net payable or nothing changes. */
  static Optional<Waterfall> of(Statement statement) {
    return new WaterfallSteps(statement).build().filter(Waterfall::hasChange);
  }

  private Optional<Waterfall> build() {
    List<Line> trueUps = lines.of("TRUE_UP");
    Waterfall waterfall = trueUps.isEmpty() ? regular() : annual(trueUps);
    BigDecimal onTop = BigDecimal.ZERO;
    for (Line line : lines.taxed()) {
      onTop = onTop.add(line.tax().map(LineTax::gross).orElseThrow().subtract(amount(line)));
    }
    List<Line> outside = lines.untaxed();
    if (onTop.signum() != 0) {
      waterfall.change(VAT, onTop);
      if (!outside.isEmpty()) {
        waterfall.level(GROSS, waterfall.running());
      }
    }
    outside.forEach(line -> waterfall.change(label(line), amount(line)));
    BigDecimal net = statement.totals().netPayable();
    return waterfall.running().compareTo(net) == 0
        ? Optional.of(waterfall.level(NET, net))
        : Optional.empty();
  }

  /** Lines owed now are what is earned now. */
  private Waterfall regular() {
    return earned(lines.taxed());
  }

  /** The year's entitlement less what was invoiced, then whatever else is owed. */
  private Waterfall annual(List<Line> trueUps) {
    Bilingual trueUp = trueUps.get(0).label();
    List<Line> shown =
        lines.of(EARNED.toArray(new String[0])).stream()
            .filter(line -> line.amount().isPresent() && line.tax().isEmpty())
            .filter(line -> !lines.untaxed().contains(line))
            .toList();
    Bilingual entitled = lines.first("ANNUAL_ENTITLEMENT").map(Line::label).orElse(trueUp);
    BigDecimal invoiced = Lines.sum(lines.of("INVOICED"));
    BigDecimal year = Lines.sum(trueUps).subtract(invoiced);
    Waterfall waterfall = earned(shown);
    if (waterfall.running().compareTo(year) != 0) {
      waterfall = new Waterfall().start(entitled, year);
    } else {
      waterfall.level(entitled, year);
    }
    for (Line line : lines.of("INVOICED")) {
      waterfall.change(line.label(), amount(line));
    }
    waterfall.level(trueUp, Lines.sum(trueUps));
    for (Line line : lines.taxed()) {
      if (!trueUps.contains(line)) {
        waterfall.change(label(line), amount(line));
      }
    }
    return waterfall;
  }

  /** The way to the first fee or share, then the other earned lines in order. */
  private Waterfall earned(List<Line> earned) {
    Optional<Line> lead =
        first(earned, "HOSTING_FEE")
            .or(() -> first(earned, "PROVIDER_SHARE"))
            .or(() -> earned.stream().findFirst());
    if (lead.isEmpty()) {
      return new Waterfall().start(new Bilingual("期初", "start"), BigDecimal.ZERO);
    }
    List<Line> others = new ArrayList<>(earned);
    others.remove(lead.get());
    Waterfall waterfall = WaterfallHead.to(lead.get(), label(lead.get()), statement);
    others.forEach(line -> waterfall.change(label(line), amount(line)));
    return waterfall;
  }

  private static Optional<Line> first(List<Line> lines, String kind) {
    return lines.stream().filter(line -> line.kind().equals(kind)).findFirst();
  }

  static BigDecimal amount(Line line) {
    return line.amount().orElse(BigDecimal.ZERO);
  }

  /** The label of a line; with its commodity or clause where several amounts share it. */
  private Bilingual label(Line line) {
    Bilingual label = line.label();
    List<Line> alike =
        statement.lines().stream()
            .filter(other -> other.kind().equals(line.kind()) && amount(other).signum() != 0)
            .toList();
    if (alike.size() < 2) {
      return label;
    }
    boolean named =
        line.commodity().isPresent()
            && alike.stream().filter(o -> o.commodity().equals(line.commodity())).count() == 1;
    return named
        ? line.commodity()
            .map(c -> new Bilingual(label.zh() + "：" + c.zh(), label.en() + ", " + c.en()))
            .orElse(label)
        : new Bilingual(
            label.zh() + "（" + line.clause() + "）", label.en() + " (" + line.clause() + ")");
  }
}
