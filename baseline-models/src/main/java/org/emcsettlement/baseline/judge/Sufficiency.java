package org.emcsettlement.baseline.judge;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Trust;
import org.emcsettlement.core.series.Resolution;

/**
 * A named set of rules of how much data, and what data, a baseline needs; thresholds are data.
 *
 * @param name the stable name
 * @param thresholds a threshold for every rule that the set has
 */
public record Sufficiency(String name, Map<SufficiencyRule, Threshold> thresholds) {

  /** The set used unless another is named. */
  public static final String DEFAULT = "emc-default";

  /** The table, read when first asked for. */
  private static final class Packaged {
    static final Map<Resolution, Map<String, Sufficiency>> SETS = read();
  }

  private static Map<Resolution, Map<String, Sufficiency>> read() {
    Map<Resolution, Map<String, Map<SufficiencyRule, Threshold>>> rules =
        new EnumMap<>(Resolution.class);
    for (CsvRow row : CsvTable.resource(Sufficiency.class, "sufficiency.csv").rows()) {
      rules
          .computeIfAbsent(
              row.constant("resolution", Resolution.class).orElseThrow(),
              resolution -> new LinkedHashMap<>())
          .computeIfAbsent(
              row.requiredText("set").orElseThrow(), name -> new EnumMap<>(SufficiencyRule.class))
          .put(
              row.constant("rule", SufficiencyRule.class).orElseThrow(),
              new Threshold(
                  row.requiredDecimal("threshold").orElseThrow(),
                  row.requiredText("source").orElseThrow(),
                  row.constant("trust", Trust.class).orElseThrow()));
    }
    Map<Resolution, Map<String, Sufficiency>> sets = new EnumMap<>(Resolution.class);
    rules.forEach(
        (resolution, byName) -> {
          Map<String, Sufficiency> named = new LinkedHashMap<>();
          byName.forEach((name, thresholds) -> named.put(name, new Sufficiency(name, thresholds)));
          sets.put(resolution, named);
        });
    return sets;
  }

  /**
   * The threshold of a rule.
   *
   * @param value the threshold; unit and meaning: {@link SufficiencyRule}
   * @param source where it was read
   * @param trust how far the source could be checked
   */
  public record Threshold(BigDecimal value, String source, Trust trust) {}

  /**
   * A set; the thresholds are copied.
   *
   * @param name the stable name
   * @param thresholds a threshold for every rule that the set has
   */
  public Sufficiency {
    Map<SufficiencyRule, Threshold> inOrder = new EnumMap<>(SufficiencyRule.class);
    inOrder.putAll(thresholds);
    thresholds = Collections.unmodifiableMap(inOrder);
  }

  /**
   * A packaged set.
   *
   * @param name its stable name
   * @param resolution the resolution of the data
   * @return the set
   * @throws IllegalArgumentException if there is none
   */
  public static Sufficiency of(String name, Resolution resolution) {
    Sufficiency set = Packaged.SETS.getOrDefault(resolution, Map.of()).get(name);
    if (set == null) {
      throw new IllegalArgumentException(
          "sufficiency set \""
              + name
              + "\" is unknown for "
              + resolution
              + " data; known: "
              + String.join(", ", names(resolution)));
    }
    return set;
  }

  /**
   * The packaged sets of a resolution.
   *
   * @param resolution the resolution of the data
   * @return their stable names
   */
  public static List<String> names(Resolution resolution) {
    return List.copyOf(Packaged.SETS.getOrDefault(resolution, Map.of()).keySet());
  }

  Optional<BigDecimal> threshold(SufficiencyRule rule) {
    return Optional.ofNullable(thresholds.get(rule)).map(Threshold::value);
  }

  boolean holds(SufficiencyRule rule) {
    return threshold(rule).filter(value -> value.signum() > 0).isPresent();
  }

  /**
   * Judges data before a fit, and says which rows to fit.
   *
   * @param data the data of the baseline period
   * @return the rows that count, and a finding for everything that is too little or left out
   */
  public Screening screen(DataCoverage data) {
    FindingCollector findings = new FindingCollector();
    Place place = Place.NOWHERE.during(data.period().toString());
    ReadingRules readings = new ReadingRules(this, data, findings, place);
    DataCoverage usable = data.withRows(readings.usable());
    new CoverageRules(this, usable, findings, place).judge(readings.counted());
    new ValueRules(this, usable, findings, place).judge();
    unverified(findings);
    return new Screening(usable.rows(), findings.findings());
  }

  /**
   * Judges a year's statistics of an institution.
   *
   * @param statistics the statistics
   * @return a finding for everything that does not hold; none if the set has no such rule
   */
  public Findings judge(AnnualStatistics statistics) {
    return new AnnualRules(this, statistics).findings();
  }

  /**
   * Judges the size of a fit.
   *
   * @param observations n
   * @param parameters P
   * @return a finding for everything that is too little
   */
  public Findings judgeFit(int observations, int parameters) {
    FindingCollector findings = new FindingCollector();
    size(observations, parameters, findings, Place.NOWHERE);
    return findings.findings();
  }

  private void size(int observations, int parameters, FindingCollector findings, Place place) {
    threshold(SufficiencyRule.OBSERVATIONS_AT_LEAST)
        .filter(needed -> BigDecimal.valueOf(observations).compareTo(needed) < 0)
        .ifPresent(
            needed ->
                findings.add(
                    FitFinding.FEW_OBSERVATIONS, place, "count", observations, "needed", needed));
    int freedom = observations - parameters;
    threshold(SufficiencyRule.FREEDOM_AT_LEAST)
        .filter(needed -> BigDecimal.valueOf(freedom).compareTo(needed) < 0)
        .ifPresent(
            needed ->
                findings.add(FitFinding.FEW_FREEDOM, place, "freedom", freedom, "needed", needed));
  }

  /**
   * Judges the data of a fit by its counts alone.
   *
   * @param period the baseline period
   * @param days the days with data
   * @param observations n
   * @param parameters P
   * @return a finding for everything that is too little
   */
  public Findings judge(Period period, int days, int observations, int parameters) {
    FindingCollector findings = new FindingCollector();
    Place place = Place.NOWHERE.during(period.toString());
    threshold(SufficiencyRule.JOINT_COVERAGE)
        .filter(
            needed ->
                BigDecimal.valueOf(days)
                        .compareTo(needed.multiply(BigDecimal.valueOf(period.days())))
                    < 0)
        .ifPresent(
            needed ->
                findings.add(
                    FitFinding.COVERAGE,
                    place,
                    "days",
                    days,
                    "span",
                    period.days(),
                    "needed",
                    percent(needed)));
    span(period.days(), findings, place);
    size(observations, parameters, findings, place);
    unverified(findings);
    return findings.findings();
  }

  /** Compares the span with what the set asks for. */
  void span(int span, FindingCollector findings, Place place) {
    threshold(SufficiencyRule.SPAN_AT_LEAST)
        .filter(needed -> BigDecimal.valueOf(span).compareTo(needed) < 0)
        .ifPresent(
            needed -> findings.add(FitFinding.SHORT_PERIOD, place, "span", span, "needed", needed));
    threshold(SufficiencyRule.SPAN_AT_MOST)
        .filter(needed -> BigDecimal.valueOf(span).compareTo(needed) > 0)
        .ifPresent(
            needed ->
                findings.add(
                    SufficiencyFinding.LONG_PERIOD, place, "span", span, "needed", needed));
  }

  private void unverified(FindingCollector findings) {
    thresholds.values().stream()
        .filter(threshold -> threshold.trust() == Trust.UNVERIFIED)
        .findFirst()
        .ifPresent(
            threshold ->
                findings.add(
                    FitFinding.CRITERION_UNVERIFIED,
                    Place.NOWHERE,
                    "set",
                    name,
                    "source",
                    threshold.source()));
  }

  /** A share as people read it. */
  static String percent(BigDecimal share) {
    BigDecimal percent = share.movePointRight(2).stripTrailingZeros();
    return (percent.scale() < 0 ? percent.setScale(0) : percent).toPlainString() + " %";
  }
}
