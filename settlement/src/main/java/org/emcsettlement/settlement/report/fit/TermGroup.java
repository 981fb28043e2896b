package org.emcsettlement.settlement.report.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emcsettlement.baseline.Estimate;
import org.emcsettlement.baseline.model.HourDegrees;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.baseline.model.RegressorProduct;
import org.emcsettlement.baseline.model.YearWave;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * The terms of one kind in a model that has too many to be read one by one, such as the 168 hours
 * of the week.
 *
 * @param name what the terms are
 * @param pattern their text form without its arguments, e.g. {@code MONTH(…)*HOUR_OF_WEEK(…)}; of a
 *     single term its text form
 * @param terms the terms, in the order of the model; at least one, all in the same unit
 */
public record TermGroup(Bilingual name, String pattern, List<Estimate> terms) {

  /** A longer model is read by groups; {@code fit.json} always lists every term. */
  public static final int MOST_LISTED = 24;

  private static final double NOTABLE_T = 2;

  private static final String ARGUMENTS = "(…)";
  private static final String WAVE = "SIN_YEAR(…), COS_YEAR(…)";
  private static final String UP_TO = "HOUR_DEGREES(*,…)";

  private static final Map<String, Bilingual> NAMES =
      Map.ofEntries(
          Map.entry("TEMPERATURE_DAYS", new Bilingual("气温", "temperature")),
          Map.entry("TEMPERATURE_DAYS(…)", new Bilingual("气温（含前日）", "temperature with lag")),
          Map.entry("DEGREES_BELOW(…)", new Bilingual("低于变点的度日", "degree days below")),
          Map.entry("DEGREES_ABOVE(…)", new Bilingual("高于变点的度日", "degree days above")),
          Map.entry("DAYTYPE(…)", new Bilingual("日类型", "day type")),
          Map.entry("BEFORE(…)", new Bilingual("此前水平", "level before a date")),
          Map.entry("TEN_DAYS(…)", new Bilingual("旬", "ten-day period")),
          Map.entry("MONTH(…)", new Bilingual("月", "month")),
          Map.entry(WAVE, new Bilingual("年周期", "yearly wave")),
          Map.entry("HOUR_OF_WEEK(…)", new Bilingual("周内小时", "hour of the week")),
          Map.entry("HOURS(…)", new Bilingual("所列小时", "listed hours")),
          Map.entry("HOUR_DEGREES(…)", new Bilingual("分段度时", "degree hours in a band")),
          Map.entry(UP_TO, new Bilingual("最低段逐时气温", "hourly temperature in the lowest band")));

  /**
   * Groups the terms of a model.
   *
   * @param estimates its coefficients
   * @return the groups, in the order of their first terms
   */
  public static List<TermGroup> of(List<Estimate> estimates) {
    Map<String, List<Estimate>> byKind = new LinkedHashMap<>();
    for (Estimate estimate : estimates) {
      String kind = pattern(estimate.regressor()) + " " + estimate.unit();
      byKind.computeIfAbsent(kind, first -> new ArrayList<>()).add(estimate);
    }
    return byKind.values().stream().map(TermGroup::group).toList();
  }

  /** A term that is alone in its kind keeps its own name. */
  private static TermGroup group(List<Estimate> terms) {
    Regressor first = terms.get(0).regressor();
    return terms.size() == 1
        ? new TermGroup(new Bilingual(first.zh(), first.en()), first.text(), List.copyOf(terms))
        : new TermGroup(name(first), pattern(first), List.copyOf(terms));
  }

  private static Bilingual name(Regressor regressor) {
    if (regressor instanceof RegressorProduct product) {
      Bilingual left = name(product.left());
      Bilingual right = name(product.right());
      return new Bilingual(left.zh() + "×" + right.zh(), left.en() + " × " + right.en());
    }
    return NAMES.getOrDefault(pattern(regressor), new Bilingual(regressor.zh(), regressor.en()));
  }

  private static String pattern(Regressor regressor) {
    if (regressor instanceof RegressorProduct product) {
      return pattern(product.left()) + "*" + pattern(product.right());
    }
    if (regressor instanceof YearWave) {
      return WAVE;
    }
    if (regressor instanceof HourDegrees degrees && degrees.lower().isEmpty()) {
      return UP_TO;
    }
    int arguments = regressor.text().indexOf('(');
    return arguments < 0 ? regressor.text() : regressor.text().substring(0, arguments) + ARGUMENTS;
  }

  /** {@return the number of terms} */
  public int size() {
    return terms.size();
  }

  /** {@return the unit of their coefficients} */
  public String unit() {
    return terms.get(0).unit();
  }

  /** {@return the least coefficient} */
  public double least() {
    return terms.stream().mapToDouble(Estimate::value).min().orElseThrow();
  }

  /** {@return the greatest coefficient} */
  public double greatest() {
    return terms.stream().mapToDouble(Estimate::value).max().orElseThrow();
  }

  /** {@return whether the method keeps standard errors of these terms} */
  public boolean hasErrors() {
    return terms.stream().anyMatch(term -> term.standardError().isPresent());
  }

  /** {@return how many coefficients are at least two standard errors from zero} */
  public int notable() {
    return (int)
        terms.stream()
            .flatMap(term -> term.t().stream())
            .filter(t -> Math.abs(t.doubleValue()) >= NOTABLE_T)
            .count();
  }
}
