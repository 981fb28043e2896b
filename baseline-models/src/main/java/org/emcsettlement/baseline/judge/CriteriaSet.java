package org.emcsettlement.baseline.judge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.quantity.Trust;

/**
 * A named set of acceptance criteria; thresholds are data.
 *
 * @param name the stable name
 * @param criteria its criteria
 */
public record CriteriaSet(String name, List<Criterion> criteria) {

  /** How a statistic is compared with its threshold. */
  public enum Relation {
    /** Its absolute value must not be larger. */
    AT_MOST,
    /** It must not be smaller. */
    AT_LEAST
  }

  /**
   * One criterion.
   *
   * @param statistic the statistic's name
   * @param relation how it is compared
   * @param threshold the threshold
   * @param source where it was read
   * @param trust how far the source could be checked
   */
  public record Criterion(
      String statistic, Relation relation, BigDecimal threshold, String source, Trust trust) {

    /**
     * Compares a statistic with the threshold.
     *
     * @param value the statistic
     * @return whether it meets the criterion
     */
    public boolean met(BigDecimal value) {
      return relation == Relation.AT_MOST
          ? value.abs().compareTo(threshold) <= 0
          : value.compareTo(threshold) >= 0;
    }
  }

  /**
   * The set for models that weigh faulty days less: their residuals need not add up to zero, so the
   * bound on the mean residual, which for least squares only finds mistakes, is half a per cent.
   */
  public static final String FORGIVING = "emc-forgiving-daily";

  /** {@return the packaged sets by name} */
  public static Map<String, CriteriaSet> standard() {
    return Packaged.SETS;
  }

  /** The table, read when first asked for. */
  private static final class Packaged {
    static final Map<String, CriteriaSet> SETS = Collections.unmodifiableMap(read());
  }

  private static Map<String, CriteriaSet> read() {
    Map<String, List<Criterion>> sets = new LinkedHashMap<>();
    for (CsvRow row : CsvTable.resource(CriteriaSet.class, "criteria.csv").rows()) {
      sets.computeIfAbsent(row.requiredText("set").orElseThrow(), key -> new ArrayList<>())
          .add(
              new Criterion(
                  row.requiredText("statistic").orElseThrow(),
                  row.constant("relation", Relation.class).orElseThrow(),
                  row.requiredDecimal("threshold").orElseThrow(),
                  row.requiredText("source").orElseThrow(),
                  row.constant("trust", Trust.class).orElseThrow()));
    }
    Map<String, CriteriaSet> named = new LinkedHashMap<>();
    sets.forEach((name, criteria) -> named.put(name, new CriteriaSet(name, List.copyOf(criteria))));
    return named;
  }

  /**
   * A packaged set.
   *
   * @param name its stable name
   * @return the set
   * @throws IllegalArgumentException if there is none of that name
   */
  public static CriteriaSet of(String name) {
    CriteriaSet set = standard().get(name);
    if (set == null) {
      throw new IllegalArgumentException(
          "criteria set \"" + name + "\" is unknown; known: " + standard().keySet());
    }
    return set;
  }

  /**
   * Compares statistics with the criteria.
   *
   * @param statistics statistics by name; a criterion without its statistic is passed over
   * @return a finding for every criterion that is missed, and one if a value was not checked
   */
  public Findings judge(Map<String, BigDecimal> statistics) {
    FindingCollector findings = new FindingCollector();
    for (Criterion criterion : criteria) {
      BigDecimal value = statistics.get(criterion.statistic());
      if (value != null && !criterion.met(value)) {
        findings.add(
            FitFinding.CRITERION_MISSED,
            Place.NOWHERE,
            "statistic",
            criterion.statistic(),
            "value",
            value.toPlainString(),
            "set",
            name,
            "relation",
            criterion.relation() == Relation.AT_MOST ? "≤" : "≥",
            "threshold",
            criterion.threshold().toPlainString());
      }
    }
    criteria.stream()
        .filter(criterion -> criterion.trust() == Trust.UNVERIFIED)
        .findFirst()
        .ifPresent(
            criterion ->
                findings.add(
                    FitFinding.CRITERION_UNVERIFIED,
                    Place.NOWHERE,
                    "set",
                    name,
                    "source",
                    criterion.source()));
    return findings.findings();
  }
}
