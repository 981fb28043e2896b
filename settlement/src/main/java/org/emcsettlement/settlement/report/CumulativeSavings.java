package org.emcsettlement.settlement.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.report.page.Notation;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.ProgressRow;
import org.emcsettlement.settlement.statement.Statement;

/**
 * Which savings are added up over the contract year: money if every month has a value, else the
 * quantity of each commodity. A commodity whose quantity is guaranteed gets a chart of its own.
 */
final class CumulativeSavings {

  private final Statement statement;
  private final Map<Commodity, List<Month>> months;
  private final Optional<Line> guarantee;

  private CumulativeSavings(Statement statement) {
    this.statement = statement;
    this.months = Month.of(statement.progress());
    this.guarantee = comparable(statement);
  }

  static List<CumulativeChart> of(Statement statement) {
    return new CumulativeSavings(statement).charts();
  }

  /**
   * The guarantee, if it is for the days that are added up: that of a statement which begins later
   * is for its own days only.
   */
  private static Optional<Line> comparable(Statement statement) {
    Optional<LocalDate> first =
        statement.progress().stream().map(row -> row.period().start()).min(LocalDate::compareTo);
    List<Line> agreed = Lines.of(statement).of("GUARANTEE");
    return agreed.size() == 1
            && first.equals(Optional.of(agreed.get(0).period().start()))
            && agreed.get(0).period().equals(statement.servicePeriod())
        ? Optional.of(agreed.get(0))
        : Optional.empty();
  }

  private Optional<Rational> guaranteed(String unit) {
    return guarantee.filter(line -> line.unit().equals(Optional.of(unit))).flatMap(Line::quantity);
  }

  private List<CumulativeChart> charts() {
    List<CumulativeChart> charts = new ArrayList<>();
    boolean valued =
        !statement.progress().isEmpty()
            && statement.progress().stream().map(ProgressRow::value).allMatch(Optional::isPresent);
    if (valued) {
      charts.add(money());
    }
    Optional<Commodity> guaranteed = guaranteedCommodity();
    months.forEach(
        (commodity, list) -> {
          if (!valued || guaranteed.equals(Optional.of(commodity))) {
            charts.add(quantity(commodity, list, guaranteed.equals(Optional.of(commodity))));
          }
        });
    return charts;
  }

  /** The one commodity that a guarantee in its unit can mean. */
  private Optional<Commodity> guaranteedCommodity() {
    List<Commodity> fitting =
        months.keySet().stream()
            .filter(commodity -> guaranteed(commodity.unit().symbol()).isPresent())
            .toList();
    Optional<Commodity> named = guarantee.flatMap(Line::commodity);
    return named.isPresent() || fitting.size() != 1 ? named : Optional.of(fitting.get(0));
  }

  private CumulativeChart money() {
    TreeMap<LocalDate, Month> sums = new TreeMap<>();
    months.values().forEach(list -> list.forEach(m -> sums.merge(m.first(), m, Month::plus)));
    List<Month> all = new ArrayList<>(sums.values());
    return new CumulativeChart(
        "cumulative",
        new Bilingual("合同年累计节约价值", "value of savings in the contract year"),
        statement.currency(),
        true,
        all,
        all.stream().map(month -> month.value().orElse(Rational.ZERO)).toList(),
        guaranteed(statement.currency()));
  }

  private CumulativeChart quantity(Commodity commodity, List<Month> list, boolean guaranteed) {
    String unit = commodity.unit().symbol();
    return new CumulativeChart(
        "cumulative-" + commodity.id(),
        new Bilingual(
            commodity.zh() + "：合同年累计节约量", commodity.en() + ", avoided in the contract year"),
        Notation.unit(unit),
        false,
        list,
        list.stream().map(Month::avoided).toList(),
        guaranteed ? guaranteed(unit) : Optional.empty());
  }
}
