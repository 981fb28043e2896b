package org.emcsettlement.settlement.indicator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.core.quantity.Trust;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * What indicators are divided by, as a sum of coefficient times counts, from {@code headcount.csv}.
 *
 * @param id the stable name
 * @param name its name
 * @param unit {@code person} or {@code bed-day}
 * @param terms its terms, at least one
 * @param source where it was read
 * @param trust how far the source could be checked
 */
public record HeadcountFormula(
    String id, Bilingual name, String unit, List<Term> terms, String source, Trust trust) {

  /** The unit of bed-days. */
  public static final String BED_DAY = "bed-day";

  /**
   * A term.
   *
   * @param counts the counts that are multiplied
   * @param name what they count
   * @param coefficient what the product is multiplied by
   */
  public record Term(List<String> counts, Bilingual name, Rational coefficient) {}

  private static final class Packaged {
    static final Map<String, HeadcountFormula> FORMULAS = Collections.unmodifiableMap(read());
  }

  private static Map<String, HeadcountFormula> read() {
    Map<String, HeadcountFormula> formulas = new LinkedHashMap<>();
    for (CsvRow row : CsvTable.resource(HeadcountFormula.class, "headcount.csv").rows()) {
      String id = row.requiredText("formula").orElseThrow();
      List<Term> terms =
          new ArrayList<>(formulas.containsKey(id) ? formulas.get(id).terms() : List.of());
      terms.add(
          new Term(
              List.of(row.requiredText("term").orElseThrow().split("\\*", -1)),
              text(row, "term"),
              Rational.parse(row.requiredText("coefficient").orElseThrow())));
      formulas.put(
          id,
          new HeadcountFormula(
              id,
              text(row, "name"),
              row.requiredText("unit").orElseThrow(),
              List.copyOf(terms),
              row.requiredText("source").orElseThrow(),
              row.constant("trust", Trust.class).orElseThrow()));
    }
    return formulas;
  }

  private static Bilingual text(CsvRow row, String column) {
    return new Bilingual(
        row.requiredText(column + "_zh").orElseThrow(),
        row.requiredText(column + "_en").orElseThrow());
  }

  /** {@return the formulas that ship with the library by stable name, in table order} */
  public static Map<String, HeadcountFormula> standard() {
    return Packaged.FORMULAS;
  }

  /**
   * A standard formula.
   *
   * @param id its stable name
   * @return the formula
   * @throws IllegalArgumentException if there is none of that name
   */
  public static HeadcountFormula of(String id) {
    HeadcountFormula formula = standard().get(id);
    if (formula == null) {
      throw new IllegalArgumentException(
          "headcount formula \"" + id + "\" is unknown; known: " + standard().keySet());
    }
    return formula;
  }

  /** {@return the counts that it needs, in order} */
  public List<String> needed() {
    return terms.stream().flatMap(term -> term.counts().stream()).distinct().toList();
  }

  /**
   * Evaluates the formula.
   *
   * @param counts gives a count by name
   * @return the sum, absent if a count is not known
   */
  public Optional<Rational> evaluate(Function<String, Optional<Rational>> counts) {
    Rational sum = Rational.ZERO;
    for (Term term : terms) {
      Rational product = term.coefficient();
      for (String name : term.counts()) {
        Optional<Rational> count = counts.apply(name);
        if (count.isEmpty()) {
          return Optional.empty();
        }
        product = product.times(count.get());
      }
      sum = sum.plus(product);
    }
    return Optional.of(sum);
  }
}
