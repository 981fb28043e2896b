package org.emcsettlement.settlement.packages;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.emcsettlement.core.money.AmountText;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.clause.JointCost;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.LineRole;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.statement.Totals;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Adds up the statements of the members. */
public final class Consolidation {

  /** What lines are added up by. */
  private record Kind(String kind, Optional<Commodity> commodity, LineRole role) {}

  /** A kind with its amounts so far. */
  private static final class Sum {
    private final Bilingual label;
    private final Map<String, BigDecimal> members = new LinkedHashMap<>();
    private BigDecimal amount = BigDecimal.ZERO.setScale(2);

    Sum(Bilingual label) {
      this.label = label;
    }

    void add(String member, BigDecimal part) {
      amount = amount.add(part);
      members.merge(member, part, BigDecimal::add);
    }
  }

  private Consolidation() {}

  /**
   * The kinds of lines of all members, in the order they first appear.
   *
   * @param statements the members' statements by member id, by rank
   * @return the rows
   */
  public static List<ConsolidatedStatement.Row> rows(Map<String, Statement> statements) {
    Map<Kind, Sum> sums = new LinkedHashMap<>();
    statements.forEach(
        (member, statement) -> {
          for (Line line : statement.lines()) {
            line.amount()
                .ifPresent(
                    amount ->
                        sums.computeIfAbsent(
                                new Kind(line.kind(), line.commodity(), line.role()),
                                key -> new Sum(line.label()))
                            .add(member, amount));
          }
        });
    return sums.entrySet().stream()
        .map(
            entry ->
                new ConsolidatedStatement.Row(
                    entry.getKey().kind(),
                    entry.getValue().label,
                    entry.getKey().role(),
                    entry.getKey().commodity(),
                    entry.getValue().amount,
                    entry.getValue().members))
        .toList();
  }

  /**
   * The joint lines with their allocation.
   *
   * @param terms the package
   * @param joint the joint statement
   * @return the allocations in joint order
   */
  public static List<ConsolidatedStatement.Allocated> allocations(
      PackageContract terms, Statement joint) {
    String prefix = JointAllocation.ID + ".";
    Map<String, Map<String, BigDecimal>> parts = new LinkedHashMap<>();
    for (Line line : joint.lines()) {
      if (line.clause().equals(JointAllocation.ID)) {
        String item = line.id().substring(prefix.length());
        int stop = item.indexOf('.');
        parts
            .computeIfAbsent(item.substring(stop + 1), unused -> new LinkedHashMap<>())
            .put(item.substring(0, stop), line.amount().orElseThrow().negate());
      }
    }
    return parts.entrySet().stream()
        .map(
            entry -> {
              Line line = joint.line(entry.getKey()).orElseThrow();
              return new ConsolidatedStatement.Allocated(
                  line.id(),
                  label(line),
                  terms.allocation(line.clause()).key().by(),
                  line.amount().orElseThrow(),
                  entry.getValue());
            })
        .toList();
  }

  /** A joint cost says what it is for. */
  private static Bilingual label(Line line) {
    return line.remark()
        .filter(name -> line.kind().equals(JointCost.COST.code()))
        .map(
            name ->
                new Bilingual(
                    line.label().zh() + "：" + name.zh(), line.label().en() + ": " + name.en()))
        .orElse(line.label());
  }

  /**
   * What all statements come to.
   *
   * @param statements the members' statements
   * @param currency the currency
   * @return the sums
   */
  public static Totals totals(Iterable<Statement> statements, CurrencyUnit currency) {
    BigDecimal payable = sum(statements, Totals::netPayable);
    return Totals.builder()
        .net(sum(statements, Totals::net))
        .tax(sum(statements, Totals::tax))
        .gross(sum(statements, Totals::gross))
        .outsideTax(sum(statements, Totals::outsideTax))
        .netPayable(payable)
        .words(AmountText.words(Money.of(currency, payable)))
        .build();
  }

  private static BigDecimal sum(Iterable<Statement> statements, Function<Totals, BigDecimal> part) {
    BigDecimal sum = BigDecimal.ZERO.setScale(2);
    for (Statement statement : statements) {
      sum = sum.add(part.apply(statement.totals()));
    }
    return sum;
  }
}
