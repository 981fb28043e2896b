package org.emcsettlement.settlement.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.LineRole;
import org.emcsettlement.settlement.statement.Statement;

/**
 * The lines of a statement by what a reader looks for. Every line belongs to exactly one of the
 * groups use, pricing, guarantee, allocation and settlement; a kind that this library does not know
 * is placed by what it holds.
 */
final class Lines {

  private static final Set<String> GUARANTEE =
      Set.of(
          "GUARANTEE",
          "GUARANTEE_VERIFIED",
          "SHORTFALL",
          "COMPENSATION",
          "EXCESS",
          "EXCESS_SHARE",
          "SHORTFALL_RECOVERED",
          "GUARANTEE_TO_DATE",
          "GUARANTEE_VERIFIED_TO_DATE",
          "PROVISIONAL_COMPENSATION",
          "COMPENSATION_WITHHELD",
          "TERM_EXTENSION",
          "SHORTFALL_CURED",
          "GUARANTEE_TAKEN_OVER");

  private static final Set<String> ALLOCATION = Set.of("ALLOCATED_TO_MEMBER", "COST_CENTRE");

  private final List<Line> all;

  private Lines(List<Line> all) {
    this.all = all;
  }

  static Lines of(Statement statement) {
    return new Lines(WaterWording.of(statement.lines()));
  }

  private List<Line> select(Predicate<Line> wanted) {
    return all.stream().filter(wanted).toList();
  }

  private static boolean isGuarantee(Line line) {
    return GUARANTEE.contains(line.kind());
  }

  private static boolean isPlain(Line line) {
    return !isGuarantee(line) && !ALLOCATION.contains(line.kind());
  }

  /** Quantities without an amount: baseline, adjustments, use, savings, equivalents. */
  List<Line> use() {
    return select(line -> !isGuarantee(line) && line.amount().isEmpty());
  }

  /** Quantities with the amount they come to. */
  List<Line> pricing() {
    return select(
        line -> isPlain(line) && line.amount().isPresent() && line.quantity().isPresent());
  }

  /** The guarantee and what follows from it. */
  List<Line> guarantee() {
    return select(Lines::isGuarantee);
  }

  /** The parts of amounts that go to members or cost centres. */
  List<Line> allocation() {
    return select(line -> ALLOCATION.contains(line.kind()));
  }

  /** Fees, shares, deductions, retention: everything else that has an amount. */
  List<Line> settlement() {
    return select(line -> isPlain(line) && line.amount().isPresent() && line.quantity().isEmpty());
  }

  /** The lines of some kinds, in the order of the statement. */
  List<Line> of(String... kinds) {
    List<String> wanted = Arrays.asList(kinds);
    return select(line -> wanted.contains(line.kind()));
  }

  /** The line of an id. */
  Optional<Line> line(String id) {
    return all.stream().filter(line -> line.id().equals(id)).findFirst();
  }

  /** The first line of a kind. */
  Optional<Line> first(String kind) {
    return all.stream().filter(line -> line.kind().equals(kind)).findFirst();
  }

  /** What is owed and taxed. */
  List<Line> taxed() {
    return select(line -> line.tax().isPresent());
  }

  /** What is owed outside the tax base: retention, advances, damages. */
  List<Line> untaxed() {
    return select(
        line ->
            line.role() == LineRole.PAYABLE && line.tax().isEmpty() && line.amount().isPresent());
  }

  /** The sum of the amounts of some lines. */
  static BigDecimal sum(List<Line> lines) {
    return lines.stream()
        .flatMap(line -> line.amount().stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
